package org.waymark.goals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.workspace.Fields;

/**
 * How a team voted.
 *
 * @param counts how many said no and yes, or 1 to 5
 */
record Vote(Evidence.Answers answers, List<Integer> counts) {
  /** More voices than any team has. */
  private static final int MOST = 100_000;

  /** The votes of a check-in; null where none are told. */
  static @Nullable Vote of(Fields fields, @Nullable Evidence evidence, CheckIns.Words words) {
    List<@Nullable Integer> said = words.votes();
    if (said == null) {
      return null;
    }
    if (evidence == null || evidence.kind() != Evidence.Kind.VOTE) {
      fields.refuse("votes", "are for key results on which the team votes");
      return null;
    }
    if (words.value() != null && !words.value().isNull() || words.denominator() != null) {
      fields.refuse("votes", "make the number; leave the value out");
      return null;
    }
    Evidence.Answers answers = evidence.ballot();
    List<Integer> counts = new ArrayList<>();
    for (Integer count : said) {
      counts.add(count == null ? 0 : count);
    }
    if (counts.size() != answers.size()) {
      fields.refuse("votes", "needs " + answers.size() + " counts, has " + counts.size());
      return null;
    }
    if (counts.stream().anyMatch(count -> count < 0 || count > MOST)) {
      fields.refuse("votes", "must each lie between 0 and " + MOST);
      return null;
    }
    if (counts.stream().allMatch(count -> count == 0)) {
      fields.refuse("votes", "at least one person has to vote");
      return null;
    }
    return new Vote(answers, List.copyOf(counts));
  }

  private long voices() {
    return counts.stream().mapToLong(Integer::longValue).sum();
  }

  /** Of yes and no: how many said yes. */
  @Nullable Long yes() {
    return answers == Evidence.Answers.YES_NO ? Long.valueOf(counts.getLast()) : null;
  }

  /** Of yes and no: how many voted. */
  @Nullable Long all() {
    return answers == Evidence.Answers.YES_NO ? Long.valueOf(voices()) : null;
  }

  /** Of 1 to 5: the mean, to four decimals. */
  @Nullable BigDecimal mean() {
    if (answers == Evidence.Answers.YES_NO) {
      return null;
    }
    long sum = 0;
    for (int i = 0; i < counts.size(); i++) {
      sum += (i + 1L) * counts.get(i);
    }
    return BigDecimal.valueOf(sum)
        .divide(BigDecimal.valueOf(voices()), 4, RoundingMode.HALF_EVEN)
        .stripTrailingZeros();
  }
}
