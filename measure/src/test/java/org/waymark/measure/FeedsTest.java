package org.waymark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.waymark.measure.fact.Fact;
import org.waymark.measure.fact.Kind;
import org.waymark.measure.metric.ShippedMetrics;

class FeedsTest {

  @Test
  void a_reply_tells_calendar_hours_alone_because_nobody_may_have_said_when_anybody_works() {
    Fact answered =
        EngineContract.fact(1, Kind.CASE, "2026-03-06T16:30:00Z")
            .responded(EngineContract.at("2026-03-09T09:45:00Z"))
            .build();
    assertThat(Feeds.tells(ShippedMetrics.FIRST_RESPONSE_TIME, answered)).isTrue();
    assertThat(Feeds.tells(ShippedMetrics.RESOLUTION_TIME, answered)).isFalse();
    assertThat(Feeds.tells(ShippedMetrics.FIRST_RESPONSE_BUSINESS_TIME, answered)).isFalse();
  }
}
