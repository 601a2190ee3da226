package org.waymark.measure;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.fact.Fact;
import org.waymark.measure.fact.HandledBy;
import org.waymark.measure.fact.Kind;
import org.waymark.measure.fact.Moment;
import org.waymark.measure.fact.Score;
import org.waymark.measure.metric.Condition;
import org.waymark.measure.metric.Dimension;
import org.waymark.measure.metric.Field;
import org.waymark.measure.metric.MetricDefinition;

/** Which facts a plan is about, said in plain Java. */
final class Population {
  private Population() {}

  /** Whether a fact exists for the plan at all and passes its filters. */
  static boolean exists(Plan plan, Fact fact) {
    return isThere(plan, fact) && passes(plan, fact);
  }

  /** Whether a fact has started by the plan's asOf and is not withdrawn. */
  static boolean isThere(Plan plan, Fact fact) {
    return fact.started().us() <= plan.asOfMicros() && !Fact.WITHDRAWN.equals(fact.status());
  }

  static boolean passes(Plan plan, Fact fact) {
    return plan.filters().stream().allMatch(filter -> passes(filter, fact));
  }

  /** When it was done, as far as the plan knows: finished, or else reopened; null when not yet. */
  static @Nullable Moment done(Plan plan, Fact fact) {
    for (Moment moment : Arrays.asList(fact.finished(), fact.reopened())) {
      if (moment != null && moment.us() <= plan.asOfMicros()) {
        return moment;
      }
    }
    return null;
  }

  /** Whether an item that exists belongs to the metric's population; tallies never do. */
  static boolean has(MetricDefinition metric, Fact fact) {
    boolean kind =
        metric.kinds().isEmpty() ? fact.kind() != Kind.TALLY : metric.kinds().contains(fact.kind());
    return kind && holds(metric.where(), fact);
  }

  static boolean holds(Condition condition, Fact fact) {
    return switch (condition) {
      case Condition.All all -> all.parts().stream().allMatch(part -> holds(part, fact));
      case Condition.Any any -> any.parts().stream().anyMatch(part -> holds(part, fact));
      case Condition.Is is -> is.value().equals(word(is.field(), fact));
      case Condition.IsNot not -> !not.value().equals(word(not.field(), fact));
      case Condition.In in -> {
        String word = word(in.field(), fact);
        yield word != null && in.values().contains(word);
      }
      case Condition.AtLeast least -> {
        BigDecimal amount = amount(least.field(), fact);
        yield amount != null && amount.compareTo(least.value()) >= 0;
      }
      case Condition.AtMost most -> {
        BigDecimal amount = amount(most.field(), fact);
        yield amount != null && amount.compareTo(most.value()) <= 0;
      }
      case Condition.Flagged flagged -> {
        Boolean flag =
            switch (flagged.field()) {
              case COMPLAINT -> fact.complaint();
            };
        yield flag != null && flag == flagged.value();
      }
    };
  }

  /** The value of a dimension, or null when the fact carries none. */
  static @Nullable String value(@Nullable Dimension dimension, Fact fact) {
    return switch (dimension) {
      case null -> null;
      case Dimension.ByUnit unit -> fact.unitNo() == null ? null : fact.unitNo().toString();
      case Dimension.ByText text -> word(text.field(), fact);
      case Dimension.ByCohort cohort -> throw cohort.notOfAnItem();
    };
  }

  private static boolean passes(Filter filter, Fact fact) {
    return switch (filter) {
      case Filter.Units units -> fact.unitNo() != null && units.numbers().contains(fact.unitNo());
      case Filter.Words words -> {
        String word = word(words.dimension().field(), fact);
        yield word != null && words.values().contains(word);
      }
    };
  }

  private static @Nullable String word(Field.Text field, Fact fact) {
    return switch (field) {
      case Field.Attribute attribute -> fact.attributes().get(attribute.name());
      case Field.Word word ->
          switch (word) {
            case KIND -> fact.kind().code();
            case CHANNEL -> fact.channel();
            case PRODUCT -> fact.product();
            case REGION -> fact.region();
            case TOPIC -> fact.topic();
            case TOUCHPOINT -> fact.touchpoint();
            case QUESTION -> fact.question();
            case SCALE -> {
              Score score = fact.score();
              yield score == null ? null : score.scale();
            }
            case HANDLED_BY -> {
              HandledBy handledBy = fact.handledBy();
              yield handledBy == null ? null : handledBy.code();
            }
            case STATUS -> fact.status();
          };
    };
  }

  private static @Nullable BigDecimal amount(Field.Amount field, Fact fact) {
    return switch (field) {
      case SCORE -> {
        Score score = fact.score();
        yield score == null ? null : BigDecimal.valueOf(score.value(), 6);
      }
      case WEIGHT -> fact.weight() == null ? null : BigDecimal.valueOf(fact.weight(), 6);
      case QUANTITY -> fact.quantity() == null ? null : BigDecimal.valueOf(fact.quantity(), 6);
      case CONTACTS -> fact.contacts() == null ? null : BigDecimal.valueOf(fact.contacts());
    };
  }
}
