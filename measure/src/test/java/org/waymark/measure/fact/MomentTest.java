package org.waymark.measure.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MomentTest {

  @Test
  void days_and_microseconds_are_those_of_the_calendar() {
    SplittableRandom random = new SplittableRandom(5);
    for (String name :
        List.of("UTC", "America/New_York", "Pacific/Apia", "Asia/Kathmandu", "Africa/Monrovia")) {
      ZoneId zone = ZoneId.of(name);
      for (int i = 0; i < 20_000; i++) {
        Instant instant =
            Instant.ofEpochSecond(
                random.nextLong(-2_208_988_800L, 7_258_118_400L), random.nextInt(1_000_000_000));
        Moment moment = Moment.of(instant, zone);
        assertThat(moment.day()).isEqualTo(instant.atZone(zone).toLocalDate());
        assertThat(moment.us())
            .isEqualTo(
                ChronoUnit.MICROS.between(Instant.EPOCH, instant.truncatedTo(ChronoUnit.MICROS)));
        assertThat(moment.instant()).isEqualTo(instant.truncatedTo(ChronoUnit.MICROS));
        assertThat(moment.utcDate()).isEqualTo(instant.atZone(ZoneOffset.UTC).toLocalDate());
      }
    }
  }
}
