package org.waymark.goals;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.measure.metric.Dimension;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.Statistic;
import org.waymark.metrics.Suits;
import org.waymark.platform.FieldError;

/**
 * What key results ask of a metric stays there in its next version: their statistic in the same
 * unit, and the dimensions that narrow them. Closed goals ask too, for what would be now.
 */
@Component
class StillMeasured implements Suits {
  private final KeyResultTable keyResults;

  StillMeasured(KeyResultTable keyResults) {
    this.keyResults = keyResults;
  }

  @Override
  public List<FieldError> against(@Nullable MetricDefinition before, MetricDefinition wanted) {
    if (before == null) {
      return List.of();
    }
    List<KeyResult> all = keyResults.measuredBy(wanted.key());
    List<FieldError> errors = new ArrayList<>();
    for (String code : new TreeSet<>(all.stream().map(k -> statistic(k, before)).toList())) {
      Statistic statistic = Statistic.of(code);
      boolean stays = wanted.allows(statistic) && wanted.unit(statistic) == before.unit(statistic);
      boolean first =
          wanted.statistic().equals(before.statistic())
              || all.stream()
                  .noneMatch(k -> k.measured() != null && k.measured().statistic() == null);
      if (!stays || !first) {
        long count = all.stream().filter(k -> statistic(k, before).equals(code)).count();
        errors.add(new FieldError("statistics", asked(count, code)));
      }
    }
    for (Dimension dimension : before.dimensions()) {
      long count = all.stream().filter(k -> narrows(k, dimension.code())).count();
      if (count > 0 && !wanted.has(dimension)) {
        errors.add(new FieldError("dimensions", asked(count, dimension.code())));
      }
    }
    return errors;
  }

  private static String statistic(KeyResult k, MetricDefinition before) {
    KeyResult.MeasuredBy by = k.measured();
    return by == null || by.statistic() == null ? before.statistic().code() : by.statistic();
  }

  private static boolean narrows(KeyResult k, String dimension) {
    KeyResult.MeasuredBy by = k.measured();
    return dimension.equals("unit") && k.unit() != null
        || by != null && by.filter().containsKey(dimension);
  }

  private static String asked(long count, String what) {
    return (count == 1 ? "1 key result needs " : count + " key results need ")
        + what
        + " as it is: keep it, change the key results first, or define a metric of its own under another key";
  }
}
