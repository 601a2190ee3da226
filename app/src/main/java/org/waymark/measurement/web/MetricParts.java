package org.waymark.measurement.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.Reading;
import org.waymark.measurement.PeriodReading;
import org.waymark.measurement.ReadingQuery;
import org.waymark.measurement.Readings;
import org.waymark.web.Frame;

/**
 * A metric divided by one dimension, the largest part first.
 *
 * @param query what was asked, all days as one and divided
 * @param cut the answer
 * @param whole the same, undivided
 * @param names words for values, where they have any
 * @param lines whether this person may see the interactions
 */
record MetricParts(
    Frame f,
    MetricAddress page,
    ReadingQuery query,
    String by,
    Readings cut,
    Reading whole,
    Map<String, String> names,
    boolean lines) {

  MetricPage.Parts parts() {
    List<PeriodReading> sorted =
        cut.items().stream()
            .sorted(Comparator.comparingLong((PeriodReading item) -> n(item.reading())).reversed())
            .toList();
    RangeMark.Scale scale =
        RangeMark.Scale.of(sorted.stream().map(PeriodReading::reading).toList(), whole, cut.unit());
    return new MetricPage.Parts(
        MetricLook.dimension(f, by),
        f.w().period(query.days().from(), query.days().to()),
        sorted.stream().map(item -> part(item, scale)).toList(),
        scale == null
            ? null
            : f.t().of("metrics.page.parts.scale", Said.range(f, cut, scale.least(), scale.most())),
        page.table(query).toString());
  }

  private MetricPage.Part part(PeriodReading item, RangeMark.@Nullable Scale scale) {
    String value = item.by();
    boolean hasInteractions = lines && !(item.reading() instanceof Reading.NoData);
    return new MetricPage.Part(
        value == null ? f.t().of("metrics.page.notStated") : names.getOrDefault(value, value),
        Said.of(f, cut, item.reading()),
        scale == null ? null : scale.mark(item.reading()),
        value == null || by.equals("cohort") ? null : page.without("by").with(by, value).toString(),
        // What states no value cannot be asked for by one, unless nothing states any.
        hasInteractions && !by.equals("cohort") && (value != null || cut.items().size() == 1)
            ? interactions(item, value)
            : null);
  }

  private String interactions(PeriodReading item, @Nullable String value) {
    MetricAddress all = page.interactions(item.period());
    return (value == null ? all : all.with(by, value)).toString();
  }

  private static long n(Reading reading) {
    return switch (reading) {
      case Reading.Measured it -> it.n();
      case Reading.AtLeast it -> it.n();
      case Reading.TooFew it -> it.n();
      case Reading.NoData it -> 0;
    };
  }
}
