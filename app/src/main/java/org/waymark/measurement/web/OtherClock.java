package org.waymark.measurement.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.measure.Reading;
import org.waymark.measure.metric.ClockKind;
import org.waymark.measure.metric.Measure;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measurement.Measurement;
import org.waymark.measurement.Per;
import org.waymark.measurement.Period;
import org.waymark.measurement.ReadingQuery;
import org.waymark.measurement.Readings;
import org.waymark.metrics.Metrics;

/** The same length of time by the other clock: business hours beside those the customer waits. */
@Component
class OtherClock {
  private static final String SCHEDULES = "/settings/schedules";

  private final Metrics metrics;
  private final Measurement measurement;

  OtherClock(Metrics metrics, Measurement measurement) {
    this.metrics = metrics;
    this.measurement = measurement;
  }

  /** Null when the metric is no length of time, or nothing more can be said of its clock. */
  MetricPage.@Nullable Clocks of(MetricView.Asked asked, Period days) {
    if (!(asked.metric().measure() instanceof Measure.Duration duration)) {
      return null;
    }
    String hours = duration.clock() == ClockKind.BUSINESS ? SCHEDULES : null;
    MetricDefinition other = other(asked.metric(), duration).orElse(null);
    if (other == null || !answers(other, asked.query())) {
      return hours == null ? null : new MetricPage.Clocks(null, null, hours);
    }
    Readings readings =
        measurement.readings(asked.query().of(other.key()).by(null).per(Per.ALL).days(days));
    Reading reading = readings.single();
    Said said = Said.of(asked.f(), readings, reading);
    boolean nobodyWorks =
        reading instanceof Reading.NoData none && none.because() == Reading.Because.NO_HOURS;
    return new MetricPage.Clocks(
        asked
            .f()
            .t()
            .of(
                "metrics.page.clock."
                    + (duration.clock() == ClockKind.BUSINESS ? "calendar" : "business"),
                said.figure() == null ? said.basis() : said.figure()),
        MetricAddress.of(other.key(), asked.parameters()).toString(),
        nobodyWorks ? SCHEDULES : hours);
  }

  /** The metric of the same items, instants and conditions that counts the other hours. */
  private Optional<MetricDefinition> other(MetricDefinition metric, Measure.Duration duration) {
    Measure.Duration wanted =
        new Measure.Duration(
            duration.from(),
            duration.to(),
            duration.clock() == ClockKind.BUSINESS ? ClockKind.CALENDAR : ClockKind.BUSINESS);
    return metrics.all().stream()
        .filter(
            one ->
                one.measure().equals(wanted)
                    && one.kinds().equals(metric.kinds())
                    && one.where().equals(metric.where()))
        .findFirst();
  }

  /** Whether it can be asked the same. */
  private static boolean answers(MetricDefinition metric, ReadingQuery query) {
    boolean statistic =
        query.statistic() == null
            || metric.allows(org.waymark.measure.metric.Statistic.of(query.statistic()));
    return statistic
        && metric.dimensions().stream()
            .map(org.waymark.measure.metric.Dimension::code)
            .toList()
            .containsAll(query.filters().keySet());
  }
}
