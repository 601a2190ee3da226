package org.waymark.measure.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactWriterTest {

  private static final ZoneId BOSTON = ZoneId.of("America/New_York");

  @TempDir Path home;

  private static Moment at(String instant) {
    return Moment.of(Instant.parse(instant), BOSTON);
  }

  private static final Fact FULL =
      Fact.at(1, 5, 9, 3, Kind.SURVEY, "it's \"one\"", at("2015-03-01T02:00:00.123456Z"))
          .responded(at("2015-03-01T03:00:00Z"))
          .finished(at("2015-03-02T03:00:00Z"))
          .reopened(at("2015-03-03T03:00:00Z"))
          .due(at("2015-03-04T04:59:59Z"))
          .customer(77L)
          .unit(4)
          .channel("e-mail")
          .product("loan")
          .region("south")
          .topic("Straße")
          .touchpoint("claim")
          .question("q1")
          .about(new About(2, "INC1"))
          .score(Score.csat(4_500_000))
          .weight(1_250_000L)
          .handledBy(HandledBy.HANDED_OVER)
          .contacts(2)
          .complaint(false)
          .quantity(3_000_000L)
          .status("closed")
          .attributes(Attributes.of(Map.of("a \\ b", "line\nbreak", "TYPE", "")))
          .build();

  private static final Fact BARE =
      Fact.at(2, 5, 9, 3, Kind.CASE, "two", at("2015-03-02T12:00:00Z")).build();

  private static final Fact TALLY =
      Fact.at(3, 5, 10, 3, Kind.TALLY, "three", at("2015-03-02T12:00:00Z"))
          .addedUp(new AddedUp("csat", 8_000_000, 10_000_000))
          .build();

  private List<FactFile> written(Fact... facts) {
    try (FactWriter writer =
        FactWriter.open(home.resolve("tmp"), Limits.modest(home.resolve("spill")))) {
      for (Fact fact : facts) {
        writer.add(fact);
      }
      return writer.writeTo(home.resolve("facts"));
    }
  }

  @Test
  void facts_come_back_as_they_were_written() {
    Fact gone = Fact.gone(4, 6, 10, 3, Kind.CASE, "four", LocalDate.of(2015, 3, 2));
    List<FactFile> files = written(FULL, BARE, TALLY, gone);
    try (FactReader reader =
        FactReader.open(home.resolve("facts"), Limits.modest(home.resolve("spill")))) {
      assertThat(files.stream().flatMap(file -> reader.rows(file).stream()))
          .containsExactlyInAnyOrder(FULL, BARE, TALLY, gone);
    }
  }

  @Test
  void facts_are_filed_by_the_utc_date_of_their_start_and_described() {
    List<FactFile> files = written(FULL, BARE, TALLY);
    assertThat(files)
        .extracting(FactFile::fileDay)
        .containsExactly(LocalDate.of(2015, 3, 1), LocalDate.of(2015, 3, 2));
    FactFile first = files.getFirst();
    assertThat(FULL.started().day()).isEqualTo(LocalDate.of(2015, 2, 28));
    assertThat(first.rows()).isEqualTo(1);
    assertThat(first.ranges().get(Instants.DUE))
        .isEqualTo(new FactFile.Range(FULL.due().us(), FULL.due().us()));
    assertThat(first.maxInstant()).isEqualTo(FULL.due().us());
    assertThat(files.getLast().imports()).isEqualTo(Set.of(9L, 10L));
    assertThat(files.getLast().unique()).isTrue();
    assertThat(files.getLast().ranges()).containsOnlyKeys(Instants.STARTED);
  }

  @Test
  void a_key_twice_in_a_day_is_not_unique_and_rows_that_are_gone_have_no_range() {
    Fact gone = Fact.gone(2, 6, 10, 3, Kind.CASE, "two", LocalDate.of(2015, 3, 2));
    FactFile file = written(BARE, gone).getFirst();
    assertThat(file.unique()).isFalse();
    assertThat(file.ranges().get(Instants.STARTED))
        .isEqualTo(new FactFile.Range(BARE.started().us(), BARE.started().us()));
  }

  @Test
  void the_held_version_is_the_highest_revision_of_imports_that_stand() {
    Fact corrected =
        Fact.at(2, 7, 11, 3, Kind.CASE, "two", at("2015-03-02T12:00:00Z")).channel("web").build();
    List<FactFile> files = written(BARE, corrected);
    try (FactReader reader =
        FactReader.open(home.resolve("facts"), Limits.modest(home.resolve("spill")))) {
      assertThat(reader.held(files, 2, Set.of())).contains(corrected);
      assertThat(reader.held(files, 2, Set.of(11L))).contains(BARE);
      assertThat(reader.held(files, 2, Set.of(9L, 11L))).isEmpty();
      assertThat(reader.held(files, 8, Set.of())).isEmpty();
    }
  }

  @Test
  void nothing_is_left_behind_and_an_empty_writer_writes_nothing() throws Exception {
    assertThat(written()).isEmpty();
    assertThat(written(BARE)).hasSize(1);
    try (var left = Files.list(home.resolve("tmp"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void a_thousand_days_give_a_thousand_files() {
    Fact[] facts = new Fact[3000];
    for (int i = 0; i < facts.length; i++) {
      facts[i] =
          Fact.at(
                  i,
                  1,
                  1,
                  1,
                  Kind.CASE,
                  "c" + i,
                  Moment.of(
                      Instant.parse("2015-01-01T00:00:00Z").plusSeconds(86_400L * (i % 1000)),
                      BOSTON))
              .build();
    }
    assertThat(written(facts)).hasSize(1000).allMatch(file -> file.rows() == 3);
  }

  @Test
  void a_reader_sees_only_its_own_folder() {
    List<FactFile> files = written(BARE);
    try (FactReader reader =
        FactReader.open(home.resolve("elsewhere"), Limits.modest(home.resolve("spill")))) {
      assertThatThrownBy(() -> reader.rows(files.getFirst())).isInstanceOf(DuckFailure.class);
    }
  }
}
