package org.waymark.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.measure.fact.Pause;

class PausesTest {
  private static final Instant START = Instant.parse("2026-03-29T00:00:00Z");
  private static final Times LONDON =
      Times.of(ZoneId.of("Europe/London"), List.of("dd/MM/yyyy HH:mm"));

  private static List<Pause> read(String text) {
    return Pauses.read(text, START, LONDON, new Notes());
  }

  private static Pause between(String from, String to) {
    return new Pause(Moments.micros(Instant.parse(from)), Moments.micros(Instant.parse(to)));
  }

  @Test
  void a_cell_holds_pairs_of_moments_in_the_way_the_file_writes_them() {
    assertThat(read("29/03/2026 00:30..29/03/2026 03:00; 30/03/2026 10:00 .. 30/03/2026 11:15;"))
        .containsExactly(
            between("2026-03-29T00:30:00Z", "2026-03-29T02:00:00Z"),
            between("2026-03-30T09:00:00Z", "2026-03-30T10:15:00Z"));
    assertThat(read(" ")).isEmpty();
  }

  @Test
  void what_is_written_is_read_again() {
    List<Pause> pauses = List.of(between("2026-03-29T00:30:00Z", "2026-03-29T02:00:00.000001Z"));
    String written = Pauses.written(pauses);
    assertThat(Pauses.read(written, START, Times.rfc3339(), new Notes())).isEqualTo(pauses);
    assertThat(Pauses.written(List.of())).isNull();
  }

  @Test
  void a_pair_without_an_end_and_more_than_a_hundred_are_refused() {
    assertThatThrownBy(() -> read("29/03/2026 10:00"))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.field()).isEqualTo("pauses[0].to"));
    StringBuilder hundredAndOne = new StringBuilder();
    for (int i = 0; i <= Pauses.MOST; i++) {
      hundredAndOne.append(
          "30/03/2026 %02d:%02d..30/03/2026 %02d:%02d;"
              .formatted(10 + i / 60, i % 60, 10 + (i + 1) / 60, (i + 1) % 60));
    }
    assertThatThrownBy(() -> read(hundredAndOne.toString()))
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.field()).isEqualTo("pauses"));
  }
}
