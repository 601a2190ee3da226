package org.waymark.measure.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactorTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  @TempDir Path home;

  private static Fact version(long key, long revision, long importNo) {
    return Fact.at(
            key,
            revision,
            importNo,
            1,
            Kind.CASE,
            "c" + key,
            Moment.of(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC))
        .channel("r" + revision)
        .build();
  }

  private static Fact gone(long key, long revision, long importNo) {
    return Fact.gone(key, revision, importNo, 1, Kind.CASE, "c" + key, DAY);
  }

  private final List<FactFile> day = new ArrayList<>();

  private void batch(Fact... facts) {
    try (FactWriter writer = FactWriter.open(home.resolve("tmp"), limits())) {
      List.of(facts).forEach(writer::add);
      day.addAll(writer.writeTo(home.resolve("facts")));
    }
  }

  private Limits limits() {
    return Limits.modest(home.resolve("spill"));
  }

  private List<Fact> compacted(Set<Long> withdrawn, Compactor.Superseded superseded) {
    Optional<FactFile> file =
        new Compactor(home.resolve("facts"), home.resolve("tmp"), limits())
            .compact(day, withdrawn, superseded, home.resolve("facts"));
    if (file.isEmpty()) {
      return List.of();
    }
    assertThat(file.get().fileDay()).isEqualTo(DAY);
    try (FactReader reader = FactReader.open(home.resolve("facts"), limits())) {
      return reader.rows(file.get());
    }
  }

  @Test
  void superseded_versions_stay_while_an_import_may_still_be_withdrawn() {
    batch(version(1, 1, 1), version(2, 1, 1));
    batch(version(1, 2, 2), gone(2, 2, 2), version(3, 1, 3));
    batch(version(1, 2, 2));
    assertThat(compacted(Set.of(3L), Compactor.Superseded.KEPT))
        .containsExactlyInAnyOrder(
            version(1, 1, 1), version(2, 1, 1), version(1, 2, 2), gone(2, 2, 2));
  }

  @Test
  void only_what_is_true_stays_once_nothing_can_change_back() {
    batch(version(1, 1, 1), version(2, 1, 1));
    batch(version(1, 2, 2), gone(2, 2, 2), version(3, 1, 3));
    assertThat(compacted(Set.of(), Compactor.Superseded.DROPPED))
        .containsExactlyInAnyOrder(version(1, 2, 2), version(3, 1, 3));
  }

  @Test
  void a_day_without_anything_left_has_no_file() {
    batch(version(1, 1, 1));
    assertThat(compacted(Set.of(1L), Compactor.Superseded.KEPT)).isEmpty();
  }

  @Test
  void files_of_several_days_are_refused() {
    batch(version(1, 1, 1), Fact.gone(2, 1, 1, 1, Kind.CASE, "c2", DAY.plusDays(1)));
    assertThatThrownBy(() -> compacted(Set.of(), Compactor.Superseded.KEPT))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
