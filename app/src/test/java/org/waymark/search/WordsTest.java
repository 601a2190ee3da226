package org.waymark.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @ParameterizedTest(name = "{0} in {1}: {2}")
  @CsvSource({
    "City services, City services, 0",
    "CITY SERVICES, City services, 0",
    "city, City services, 1",
    "serv, City services, 2",
    "serv city, City services, 2",
    "vices, City services, 3",
    "zufrieden, Kundenzufriedenheit, 3",
    "uber, Über den Tag, 1",
    "Über, Uber alles, 1",
    "on-time, On-time share, 1",
    "nps, Net promoter score, 4",
    "nps score, Net promoter score, 4"
  })
  void less_is_better(String typed, String name, int rank) {
    assertThat(Words.of(typed).rank(name, "nps")).hasValue(rank);
  }

  @Test
  void every_word_has_to_fit() {
    assertThat(Words.of("city roads").rank("City services", "")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"'  '", "'-- !'", "''"})
  void signs_alone_are_no_words(String typed) {
    assertThat(Words.of(typed).none()).isTrue();
  }
}
