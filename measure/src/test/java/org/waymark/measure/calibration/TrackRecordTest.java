package org.waymark.measure.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.measure.attainment.Chance;
import org.waymark.measure.calibration.TrackRecord.Closed;
import org.waymark.measure.calibration.TrackRecord.Kept;
import org.waymark.measure.calibration.TrackRecord.TooFew;

class TrackRecordTest {

  private static List<Closed> closed(int count, double said, TrafficLight pace, boolean reached) {
    return Collections.nCopies(count, new Closed(new Chance(said), pace, reached));
  }

  @Test
  void says_nothing_before_fifty_have_closed() {
    assertThat(TrackRecord.of(List.of())).isEqualTo(new TooFew(0, 50));
    assertThat(TrackRecord.of(closed(49, .3, TrafficLight.AT_RISK, true)))
        .isEqualTo(new TooFew(49, 50));
    assertThat(TrackRecord.of(closed(50, .3, TrafficLight.AT_RISK, true))).isInstanceOf(Kept.class);
  }

  @Test
  void the_forecast_stands_beside_the_pace_rule_and_the_base_rate() {
    List<Closed> all = new ArrayList<>();
    all.addAll(closed(20, .8, TrafficLight.OFF_TRACK, true));
    all.addAll(closed(5, .8, TrafficLight.ON_TRACK, false));
    all.addAll(closed(5, .2, TrafficLight.ON_TRACK, true));
    all.addAll(closed(20, .2, TrafficLight.AT_RISK, false));

    Kept kept = (Kept) TrackRecord.of(all);

    assertThat(kept.resolved()).isEqualTo(50);
    // (20 times .2² + 5 times .8²) twice, over 50
    assertThat(kept.forecast().brier()).isCloseTo(.16, within(1e-12));
    // 20 times .9² + 5 times .9² + 5 times .1² + 20 times .5², over 50
    assertThat(kept.pace().brier()).isCloseTo(.506, within(1e-12));
    assertThat(kept.baseRate().brier()).isCloseTo(.25, within(1e-12));
    assertThat(kept.baseRate().logarithmic()).isCloseTo(Math.log(2), within(1e-12));
    assertThat(kept.reliability().bins()).hasSize(2);
    assertThat(kept.sureness().orElseThrow()).isCloseTo(0, within(1e-9));
  }
}
