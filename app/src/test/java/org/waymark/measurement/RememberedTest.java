package org.waymark.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.waymark.TestServer;
import org.waymark.TestServer.TestWorkspace;
import org.waymark.platform.Tenancy;

/** What was answered before is given again only while nothing that it rests on has changed. */
class RememberedTest {
  private static final Period MAY = new Period(LocalDate.of(2017, 5, 1), LocalDate.of(2017, 5, 31));

  private static final ReadingQuery VOLUME =
      ReadingQuery.pooled("case-volume", null, MAY).by("channel").per(Per.WEEK);

  private static final ReadingQuery RESOLUTION =
      ReadingQuery.pooled("resolution-time", "p50", MAY).per(Per.WEEK);

  private final TestWorkspace workspace = TestServer.newWorkspace();

  private static String line(int id, int revision, int day, String channel, int hours) {
    return """
    {"source":"desk","id":"%d","revision":%d,"kind":"case","startedAt":"2017-05-%02dT09:00:00Z",\
    "finishedAt":%s,"channel":"%s"}"""
        .formatted(
            id,
            revision,
            day,
            hours < 0
                ? null
                : '"'
                    + Instant.parse("2017-05-%02dT09:00:00Z".formatted(day))
                        .plusSeconds(3600L * hours)
                        .toString()
                    + '"',
            channel);
  }

  private Readings asked(ReadingQuery query) {
    return asked(workspace, query);
  }

  private static Readings asked(TestWorkspace of, ReadingQuery query) {
    return TestServer.bean(Tenancy.class)
        .as(of.id(), () -> TestServer.bean(Measurement.class).readings(query));
  }

  /** The answer to the same question among others, which nothing is remembered of. */
  private Readings fresh(ReadingQuery query) {
    return TestServer.bean(Tenancy.class)
        .as(
            workspace.id(),
            () -> TestServer.bean(Measurement.class).readings(List.of(query)).getFirst());
  }

  private List<String> cases(int count) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add(line(i, 1, 1 + i % 28, i % 3 == 0 ? "email" : "phone", i % 7 == 0 ? -1 : i % 40));
    }
    return lines;
  }

  @Test
  void the_same_answer_is_given_again_without_the_work() {
    Arrivals.send(workspace.api(), cases(200));
    for (ReadingQuery query : List.of(VOLUME, RESOLUTION)) {
      asked(query);
      Readings second = asked(query);
      Readings third = asked(query);
      assertThat(third.items()).isSameAs(second.items()).isEqualTo(fresh(query).items());
      assertThat(third.asOf()).isAfter(second.asOf());
    }
    TestWorkspace other = TestServer.newWorkspace();
    assertThat(asked(other, VOLUME).items()).isNotEqualTo(asked(VOLUME).items());
  }

  @Test
  void answers_that_hold_nothing_have_a_size_too() {
    Remembered remembered = TestServer.bean(Remembered.class);
    int before = remembered.size();
    for (int day = 1; day < 20; day++) {
      Period empty = new Period(LocalDate.of(1990, 1, day), LocalDate.of(1990, 2, day));
      asked(ReadingQuery.pooled("nps", null, empty).by("channel"));
    }
    assertThat(remembered.size()).isGreaterThanOrEqualTo(before + 19);
    asked(VOLUME);
    int once = remembered.size();
    Arrivals.send(workspace.api(), cases(20));
    asked(VOLUME);
    Arrivals.send(workspace.api(), List.of(line(500, 1, 30, "phone", 1)));
    asked(VOLUME);
    assertThat(remembered.size()).as("one answer to one question").isLessThan(once + 40);
  }

  @Test
  void whatever_arrives_or_goes_the_answer_is_as_fresh() {
    Arrivals.send(workspace.api(), cases(200));
    Random random = new Random(7);
    String last = "";
    for (int round = 0; round < 12; round++) {
      int id = random.nextInt(260);
      last =
          Arrivals.send(
                  workspace.api(),
                  List.of(
                      line(id, round + 2, 1 + random.nextInt(28), "letter", random.nextInt(90))))
              .get("importId")
              .asString();
      for (ReadingQuery query : List.of(VOLUME, RESOLUTION)) {
        assertThat(asked(query).items()).isEqualTo(fresh(query).items());
        assertThat(asked(query).items()).isEqualTo(fresh(query).items());
      }
    }
    List<PeriodReading> before = asked(VOLUME).items();
    assertThat(workspace.api().delete("/imports/" + last).status()).isLessThan(300);
    assertThat(asked(VOLUME).items()).isNotEqualTo(before).isEqualTo(fresh(VOLUME).items());
  }

  @Test
  void time_that_passes_moves_what_is_still_open_once_the_source_is_known_until_later() {
    Arrivals.send(workspace.api(), cases(60));
    asked(RESOLUTION);
    List<PeriodReading> before = asked(RESOLUTION).items();
    Arrivals.send(
        workspace.api(), List.of(line(999, 1, 1, "phone", 2).replace("2017-05-01", "2016-01-01")));
    assertThat(asked(RESOLUTION).items())
        .as("nothing in May was touched, yet the open ones are known to be open for longer")
        .isEqualTo(fresh(RESOLUTION).items());
    assertThat(asked(RESOLUTION).items()).isNotSameAs(before);
  }

  @Test
  void what_lies_in_the_future_is_asked_again_each_time() {
    Arrivals.send(workspace.api(), cases(60));
    LocalDate today = LocalDate.now(java.time.ZoneOffset.UTC);
    Arrivals.send(
        workspace.api(),
        List.of(
            """
            {"source":"desk","id":"soon","kind":"case","startedAt":"%sT00:00:00Z","channel":"email"}"""
                .formatted(today.plusDays(2))));
    ReadingQuery query =
        ReadingQuery.pooled("case-volume", null, new Period(MAY.from(), today.plusDays(3)))
            .where(Map.of());
    asked(query);
    assertThat(asked(query).items()).isNotSameAs(asked(query).items());
    assertThat(asked(query).items()).isEqualTo(fresh(query).items());
  }
}
