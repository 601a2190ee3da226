package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.measure.fact.Kind;

/** The company's files, before anything reads them. */
class FeedsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private static List<Feed> all(LocalDate today, long seed) {
    Feeds feeds = Feeds.of(new StoryDays(today), seed);
    return Stream.concat(feeds.before().stream(), feeds.after().stream())
        .map(Supplier::get)
        .toList();
  }

  @Test
  void the_same_seed_and_the_same_day_give_the_same_bytes() {
    List<Feed> once = all(TODAY, Feeds.SEED);
    List<Feed> again = all(TODAY, Feeds.SEED);
    assertThat(again).hasSameSizeAs(once);
    for (int i = 0; i < once.size(); i++) {
      assertThat(again.get(i).bytes()).as(once.get(i).fileName()).isEqualTo(once.get(i).bytes());
    }
    assertThat(all(TODAY, Feeds.SEED + 1).getFirst().bytes()).isNotEqualTo(once.getFirst().bytes());
  }

  @Test
  void there_are_about_two_hundred_thousand_interactions_of_every_kind_and_none_of_today() {
    List<Feed> feeds = all(TODAY, Feeds.SEED);
    Feed past = feeds.getFirst();
    int kind = past.header().indexOf("kind");
    int start = past.header().indexOf("startedAt");
    Map<String, Long> kinds =
        past.lines()
            .lines()
            .map(line -> line.split(",", -1)[kind])
            .collect(Collectors.groupingBy(word -> word, TreeMap::new, Collectors.counting()));
    assertThat(kinds.keySet())
        .containsExactlyInAnyOrderElementsOf(Stream.of(Kind.values()).map(Kind::code).toList());
    assertThat(kinds.values().stream().mapToLong(n -> n).sum()).isBetween(185_000L, 215_000L);
    List<String> starts = past.lines().lines().map(line -> line.split(",", -1)[start]).toList();
    assertThat(starts).isSorted();
    assertThat(starts.getFirst()).startsWith(TODAY.minusMonths(18).toString());
    assertThat(starts.getLast()).isLessThan(new StoryDays(TODAY).lastWeek().toString());
    for (Feed feed : feeds.subList(1, feeds.size() - 1)) {
      assertThat(feed.lines().lines().map(line -> line.split(",", -1)[1]))
          .as("when each line of " + feed.fileName() + " started")
          .allSatisfy(started -> assertThat(started).isLessThan(TODAY.toString()));
    }
  }

  @Test
  void one_month_is_bad_and_the_promise_checks_mend_it() {
    StoryDays days = new StoryDays(TODAY);
    Map<LocalDate, List<Order>> byMonth =
        OrderBook.write(days, Feeds.SEED).stream()
            .collect(
                Collectors.groupingBy(
                    o -> Clockwork.day(o.due()).withDayOfMonth(1),
                    TreeMap::new,
                    Collectors.toList()));
    Map<LocalDate, Double> onTime = new TreeMap<>();
    byMonth.forEach(
        (month, orders) ->
            onTime.put(
                month, (double) orders.stream().filter(o -> !o.late()).count() / orders.size()));
    double bad = onTime.remove(days.badMonth());
    double after = onTime.remove(days.badMonth().plusMonths(1));
    assertThat(bad).isBetween(0.4, 0.58);
    assertThat(after).isBetween(0.62, 0.85);
    assertThat(new ArrayList<>(onTime.values()).subList(1, onTime.size() - 1))
        .allSatisfy(share -> assertThat(share).isBetween(0.86, 0.99));
  }

  /** Days on which calendars like to go wrong. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-01",
        "2026-01-31",
        "2028-02-29",
        "2026-03-29",
        "2026-10-25",
        "2026-12-31"
      })
  void the_story_can_be_told_on_any_day(LocalDate today) {
    StoryDays days = new StoryDays(today);
    assertThat(days.quarter(3)).isBefore(today.minusDays(27));
    assertThat(days.quarterEnd(3)).isAfter(today.plusDays(27));
    assertThat(days.badMonth().plusMonths(3).getMonth()).isEqualTo(today.getMonth());
    Script script = Scripts.of(days);
    assertThat(script.between(null, null)).isNotEmpty();
    assertThat(script.between(null, null))
        .as("nothing is told of a day that has not come")
        .allSatisfy(scene -> assertThat(scene.day()).isBefore(today));
    assertThat(all(today, Feeds.SEED).getFirst().lines()).hasSizeGreaterThan(10_000_000);
  }
}
