package org.waymark.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimesTest {
  private static final ZoneId BOSTON = ZoneId.of("America/New_York");
  private final Notes notes = new Notes();

  private String read(String text, String... patterns) {
    return Times.of(BOSTON, List.of(patterns)).read("startedAt", text, notes).toString();
  }

  @Test
  void american_twelve_hour_times_are_read_in_the_zone_of_the_mapping() {
    assertThat(read("01/01/2015 12:20:09 AM", "MM/dd/yyyy hh:mm:ss a"))
        .isEqualTo("2015-01-01T05:20:09Z");
    assertThat(read("07/04/2015 12:00:00 PM", "MM/dd/yyyy hh:mm:ss a"))
        .isEqualTo("2015-07-04T16:00:00Z");
  }

  @Test
  void iso_forms_are_read_without_a_pattern_and_days_may_have_one_digit() {
    assertThat(read("2014-05-4")).isEqualTo("2014-05-04T04:00:00Z");
    assertThat(read("2014-05-04 14:30")).isEqualTo("2014-05-04T18:30:00Z");
    assertThat(read("2014-05-04T14:30:01.1234567")).isEqualTo("2014-05-04T18:30:01.123456Z");
    assertThat(read("2014-05-04T14:30:00+02:00")).isEqualTo("2014-05-04T12:30:00Z");
  }

  @Test
  void a_date_alone_is_the_start_of_the_local_day_also_where_midnight_does_not_exist() {
    assertThat(
            Times.of(ZoneId.of("America/Sao_Paulo"), List.of())
                .read("startedAt", "2017-10-15", notes)
                .toString())
        .isEqualTo("2017-10-15T03:00:00Z");
    assertThat(read("7/29/2013", "M/d/yyyy")).isEqualTo("2013-07-29T04:00:00Z");
  }

  @Test
  void a_time_that_occurs_twice_takes_the_earlier_offset_and_is_counted() {
    assertThat(read("2015-11-01 01:30")).isEqualTo("2015-11-01T05:30:00Z");
    assertThat(notes.ambiguousTimes).isEqualTo(1);
  }

  @Test
  void a_time_that_does_not_exist_is_refused() {
    assertThatThrownBy(() -> read("2015-03-08 02:30"))
        .hasMessageContaining("startedAt")
        .hasMessageContaining("does not exist in America/New_York");
  }

  @Test
  void a_date_that_may_be_two_days_is_refused_without_a_pattern() {
    assertThatThrownBy(() -> read("03/04/2015"))
        .hasMessageContaining("ambiguous")
        .hasMessageContaining("formats.instant");
  }

  @Test
  void nonsense_and_years_of_no_calendar_are_refused() {
    assertThatThrownBy(() -> read("yesterday")).hasMessageContaining("not a date");
    assertThatThrownBy(() -> read("2015-02-30")).hasMessageContaining("exists");
    assertThatThrownBy(() -> read("0001-01-01")).hasMessageContaining("year 1,");
    assertThatThrownBy(() -> read("10000-01-01")).hasMessageContaining("year 10000");
    assertThatThrownBy(() -> read("13/01/2015", "MM/dd/yyyy")).hasMessageContaining("MM/dd/yyyy");
  }

  @Test
  void the_api_asks_for_an_offset() {
    assertThatThrownBy(() -> Times.rfc3339().read("startedAt", "2015-01-01T00:00:00", notes))
        .hasMessageContaining("no offset");
  }

  @Test
  void a_pattern_that_is_none_is_refused() {
    assertThatThrownBy(() -> Times.checkPattern("MM/dd/bbb"))
        .hasMessageContaining("formats.instant");
  }

  @Test
  void the_quick_reading_agrees_with_the_general_one() {
    Random random = new Random(7);
    for (String pattern :
        List.of(
            "MM/dd/yyyy hh:mm:ss a",
            "yyyy-MM-dd HH:mm:ss",
            "dd.MM.yyyy HH:mm",
            "yyyyMMddHHmmss",
            "yyyy-MM-dd'T'HH:mm:ss")) {
      ClockPattern quick = ClockPattern.compile(pattern);
      DateTimeFormatter general = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
      for (int i = 0; i < 2000; i++) {
        String text =
            LocalDateTime.of(1990, 1, 1, 0, 0)
                .plusSeconds(random.nextLong(2_000_000_000L))
                .format(general);
        assertThat(quick.parse(text)).as(text).isEqualTo(LocalDateTime.parse(text, general));
      }
    }
  }

  @Test
  void days_around_changes_of_the_clock_agree_with_the_calendar() {
    Times times = Times.of(BOSTON, List.of());
    LocalDateTime at = LocalDateTime.of(2015, 1, 1, 0, 0);
    for (int i = 0; i < 24 * 400; i++, at = at.plusHours(1)) {
      if (BOSTON.getRules().getValidOffsets(at).isEmpty()) {
        continue;
      }
      assertThat(times.read("startedAt", at.toString(), notes))
          .isEqualTo(at.atZone(BOSTON).withEarlierOffsetAtOverlap().toInstant());
    }
  }
}
