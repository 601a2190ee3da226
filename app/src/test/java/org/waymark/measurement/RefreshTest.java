package org.waymark.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.TestServer;
import org.waymark.platform.Tenancy;

class RefreshTest {
  private static final Period MAY = new Period(LocalDate.of(2017, 5, 1), LocalDate.of(2017, 5, 31));

  private final TestServer.TestWorkspace workspace = TestServer.newWorkspace();

  @Test
  void totals_are_measured_before_anybody_asks() throws InterruptedException {
    Arrivals.send(workspace.api(), cases(0, 12));

    Instant giveUp = Instant.now().plus(Duration.ofSeconds(60));
    while (keptDays("case-volume") == 0 && Instant.now().isBefore(giveUp)) {
      Thread.sleep(100);
    }
    assertThat(keptDays("case-volume")).isEqualTo(12);
  }

  @Test
  void only_the_days_that_were_touched_are_computed_again() {
    Arrivals.send(workspace.api(), cases(0, 20));
    assertThat(count(MAY)).isEqualTo(20);
    Map<LocalDate, Long> before = touches();

    Arrivals.send(workspace.api(), cases(100, 101));
    assertThat(count(MAY)).isEqualTo(21);

    Map<LocalDate, Long> after = touches();
    assertThat(after.keySet()).isEqualTo(before.keySet());
    assertThat(after.entrySet())
        .filteredOn(day -> !day.getValue().equals(before.get(day.getKey())))
        .hasSize(1);
  }

  @Test
  void many_readers_of_a_fresh_import_agree() throws Exception {
    Arrivals.send(workspace.api(), cases(0, 28));
    try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Double>> answers = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        answers.add(readers.submit(() -> count(MAY)));
      }
      for (Future<Double> answer : answers) {
        assertThat(answer.get()).isEqualTo(28);
      }
    }
  }

  @Test
  void many_questions_are_answered_together_as_each_alone() {
    Arrivals.send(workspace.api(), cases(0, 28));
    List<ReadingQuery> questions =
        List.of(
            ReadingQuery.pooled("case-volume", null, MAY),
            ReadingQuery.pooled("case-volume", null, MAY)
                .where(Map.of("channel", List.of("email"))),
            ReadingQuery.pooled("case-volume", null, MAY)
                .where(Map.of("channel", List.of("email"), "topic", List.of("roads"))),
            ReadingQuery.pooled("resolution-time", "p50", MAY).per(Per.WEEK));

    List<Readings> together = as(() -> measurement().readings(questions));

    for (int i = 0; i < questions.size(); i++) {
      ReadingQuery question = questions.get(i);
      assertThat(together.get(i).items())
          .isEqualTo(as(() -> measurement().readings(question)).items());
    }
    assertThat(together.get(2).items().getFirst().reading().toString()).contains("value=7.0");
  }

  private double count(Period days) {
    return switch (as(() -> measurement().readings(ReadingQuery.pooled("case-volume", null, days)))
        .single()) {
      case org.waymark.measure.Reading.Measured it -> it.value();
      case org.waymark.measure.Reading other -> throw new AssertionError(other);
    };
  }

  private static Measurement measurement() {
    return TestServer.bean(Measurement.class);
  }

  private <T> T as(java.util.function.Supplier<T> work) {
    return TestServer.bean(Tenancy.class).as(workspace.id(), work::get);
  }

  private int keptDays(String metric) {
    return touches(metric).size();
  }

  private Map<LocalDate, Long> touches() {
    return touches("case-volume");
  }

  private Map<LocalDate, Long> touches(String metric) {
    UUID id = workspace.id();
    return TestServer.bean(Tenancy.class)
        .in(
            id,
            () ->
                TestServer.bean(JdbcClient.class)
                    .sql(
                        "select day, touch from partial_day where metric_key = :metric and slice = ''")
                    .param("metric", metric)
                    .query(
                        (row, number) ->
                            Map.entry(row.getObject("day", LocalDate.class), row.getLong("touch")))
                    .list()
                    .stream()
                    .collect(
                        java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private static List<String> cases(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(
            i ->
                """
                {"source":"desk","id":"c%d","kind":"case","startedAt":"2017-05-%02dT08:00:00Z","finishedAt":"2017-05-%02dT09:00:00Z","channel":"%s","topic":"%s"}"""
                    .formatted(
                        i,
                        1 + i % 28,
                        1 + i % 28,
                        i % 2 == 0 ? "email" : "phone",
                        i % 4 == 0 ? "roads" : "lights"))
        .toList();
  }
}
