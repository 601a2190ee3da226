package org.waymark.goals;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.waymark.measurement.ReadingQuery;
import org.waymark.measurement.Readings;

/**
 * The questions of many key results, put to their metrics together. Whoever asks is told what is
 * known by now; the rest is noted, answered by {@link #ask} all at once, and known when everybody
 * asks again. Few rounds are enough, however many key results there are: what a round asks depends
 * on the answers of the round before only where a target waits for its baseline.
 */
final class AskedTogether implements ByMetric.Answers {
  private final Function<List<ReadingQuery>, List<Readings>> measured;
  private final Map<ReadingQuery, Readings> known = new HashMap<>();
  private final Set<ReadingQuery> open = new LinkedHashSet<>();

  /**
   * @param measured answers many questions at once, in their order
   */
  AskedTogether(Function<List<ReadingQuery>, List<Readings>> measured) {
    this.measured = measured;
  }

  @Override
  public @Nullable Readings to(ReadingQuery query) {
    Readings answer = known.get(query);
    if (answer == null) {
      open.add(query);
    }
    return answer;
  }

  /** Has everything answered that was asked in vain; false when there was nothing. */
  boolean ask() {
    List<ReadingQuery> queries = List.copyOf(open);
    List<Readings> answers = measured.apply(queries);
    for (int i = 0; i < queries.size(); i++) {
      known.put(queries.get(i), answers.get(i));
    }
    open.clear();
    return !queries.isEmpty();
  }
}
