package org.waymark.measurement.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.waymark.measure.Reading;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.Statistic;
import org.waymark.measurement.Measurement;
import org.waymark.measurement.Per;
import org.waymark.measurement.Period;
import org.waymark.measurement.PeriodReading;
import org.waymark.measurement.ReadingQuery;
import org.waymark.measurement.Readings;
import org.waymark.metrics.MetricWords;
import org.waymark.metrics.Metrics;
import org.waymark.people.Units;
import org.waymark.web.Fact;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.web.LineChart;
import org.waymark.web.Option;

/** Puts the page of one metric together: what was asked, answered, and how to ask otherwise. */
@Component
class MetricView {
  private final Metrics metrics;
  private final Measurement measurement;
  private final Units units;

  MetricView(Metrics metrics, Measurement measurement, Units units) {
    this.metrics = metrics;
    this.measurement = measurement;
    this.units = units;
  }

  /**
   * @param lines whether this person may see the interactions behind a number
   */
  MetricPage of(
      Frame f,
      MetricDefinition metric,
      ReadingQuery query,
      MultiValueMap<String, String> asked,
      boolean lines) {
    MetricWords words = metrics.words(metric, f.t().locale());
    boolean chosen = given(asked, "from") || given(asked, "to");
    Period latest = chosen ? query.days() : latestWithin(metric, query.days());
    ReadingQuery whole = query.by(null);
    Readings number =
        measurement.readings(
            new ReadingQuery(
                query.metric(),
                query.statistic(),
                latest,
                Per.ALL,
                null,
                query.filters(),
                query.weighted(),
                query.asOf(),
                query.standing()));
    Readings history = measurement.readings(whole);
    String title = Said.title(f, metric, words, history.statistic());
    List<MetricPage.Row> segments =
        query.by() == null
            ? List.of()
            : segments(f, measurement.readings(query.per(Per.ALL)), asked, lines);
    String table =
        address("/metrics/" + metric.key() + "/readings.csv", shown(asked, query), null, null);
    return new MetricPage(
        metric.key(),
        title,
        words,
        Said.of(f, number, number.single()),
        latest,
        chosen,
        narrowed(query),
        query.days(),
        facts(f, metric, history),
        form(query, history.statistic()),
        statistics(f, metric, history.statistic()),
        pers(f),
        dimensions(f, metric),
        units(metric),
        channels(metric, query),
        chart(f, title, history).csv(table),
        rows(f, history, asked, lines),
        query.by() == null ? null : dimension(f, query.by()),
        segments);
  }

  /** The page of a question that makes no sense: everything but the answer. */
  MetricPage refused(Frame f, MetricDefinition metric, Form form) {
    MetricWords words = metrics.words(metric, f.t().locale());
    Period days = measurement.shown(metric);
    return new MetricPage(
        metric.key(),
        words.label(),
        words,
        null,
        days,
        false,
        null,
        days,
        List.of(),
        form,
        statistics(f, metric, metric.statistic()),
        pers(f),
        dimensions(f, metric),
        units(metric),
        List.of(),
        null,
        List.of(),
        null,
        List.of());
  }

  /** An address with parameters, one of them replaced. */
  static String address(
      String path,
      MultiValueMap<String, String> parameters,
      @Nullable String name,
      @Nullable String value) {
    MultiValueMap<String, String> all = new LinkedMultiValueMap<>(parameters);
    if (name != null && value != null) {
      all.set(name, value);
    }
    List<String> pairs = new ArrayList<>();
    all.forEach(
        (key, values) -> values.forEach(one -> pairs.add(encoded(key) + "=" + encoded(one))));
    return pairs.isEmpty() ? path : path + "?" + String.join("&", pairs);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Period latestWithin(MetricDefinition metric, Period days) {
    Period latest = measurement.latest(metric);
    LocalDate to = latest.to().isAfter(days.to()) ? days.to() : latest.to();
    if (to.isBefore(days.from())) {
      return days;
    }
    LocalDate from = to.minusDays(latest.days() - 1);
    return new Period(from.isBefore(days.from()) ? days.from() : from, to);
  }

  private static MultiValueMap<String, String> shown(
      MultiValueMap<String, String> asked, ReadingQuery query) {
    MultiValueMap<String, String> shown = new LinkedMultiValueMap<>(asked);
    shown.values().removeIf(values -> values.stream().allMatch(String::isEmpty));
    shown.set("per", query.per().word());
    shown.set("from", query.days().from().toString());
    shown.set("to", query.days().to().toString());
    return shown;
  }

  private static Form form(ReadingQuery query, Statistic statistic) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("statistic", statistic.code());
    values.put("per", query.per().word());
    values.put("by", query.by());
    values.put("from", query.days().from());
    values.put("to", query.days().to());
    query.filters().forEach((field, words) -> values.put(field, words.getFirst()));
    return Form.of(values);
  }

  private static List<Option> statistics(Frame f, MetricDefinition metric, Statistic shown) {
    List<Statistic> offered = new ArrayList<>(metric.statistics());
    for (String limit : List.of("PT4H", "PT24H", "PT72H")) {
      Statistic within = Statistic.of("within:" + limit);
      if (metric.allows(within) && !offered.contains(within)) {
        offered.add(within);
      }
    }
    if (!offered.contains(shown)) {
      offered.add(shown);
    }
    return offered.stream().map(one -> new Option(one.code(), Said.statistic(f, one))).toList();
  }

  private static List<Option> pers(Frame f) {
    return Arrays.stream(Per.values())
        .map(per -> new Option(per.word(), f.t().of("metrics.per." + per.word())))
        .toList();
  }

  private static List<Option> dimensions(Frame f, MetricDefinition metric) {
    return metric.dimensions().stream()
        .map(one -> new Option(one.code(), dimension(f, one.code())))
        .toList();
  }

  private static String dimension(Frame f, String code) {
    return f.t().has("metrics.dimension." + code) ? f.t().of("metrics.dimension." + code) : code;
  }

  private List<Fact> facts(Frame f, MetricDefinition metric, Readings history) {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact(f.t().of("metrics.page.unit"), f.t().of("metrics.unit." + history.unit().code())));
    facts.add(
        new Fact(
            f.t().of("metrics.page.direction"),
            f.t().of("metrics.direction." + history.direction().code())));
    facts.add(
        new Fact(
            f.t().of("metrics.page.anchor"),
            f.t().of("metrics.anchor." + metric.anchor().field())));
    facts.add(new Fact(f.t().of("metrics.page.minimum"), f.w().count(metric.minimum())));
    facts.add(new Fact(f.t().of("metrics.page.version"), f.w().count(metric.version())));
    facts.add(new Fact(f.t().of("metrics.page.asOf"), f.w().instant(history.asOf())));
    return facts;
  }

  private static LineChart chart(Frame f, String title, Readings history) {
    return new LineChart(
            "history",
            title,
            sentence(f, title, history),
            history.unit().code(),
            history.items().stream().map(item -> Said.point(f, history, item)).toList(),
            List.of(),
            switch (history.unit()) {
              case COUNT, SECONDS, QUANTITY -> true;
              case PERCENT, POINTS, SCALE -> false;
            })
        .better(LineChart.Better.of(history.direction().code()));
  }

  private static String sentence(Frame f, String title, Readings history) {
    List<PeriodReading> measured =
        history.items().stream()
            .filter(item -> item.reading() instanceof Reading.Measured)
            .toList();
    if (measured.isEmpty()) {
      return f.t().of("metrics.page.chart.nothing", title);
    }
    PeriodReading first = measured.getFirst();
    PeriodReading last = measured.getLast();
    return f.t()
        .of(
            "metrics.page.chart.says",
            title,
            f.w().period(first.period().from(), first.period().to()),
            String.valueOf(Said.of(f, history, first.reading()).figure()),
            f.w().period(last.period().from(), last.period().to()),
            String.valueOf(Said.of(f, history, last.reading()).figure()));
  }

  private static List<MetricPage.Row> rows(
      Frame f, Readings history, MultiValueMap<String, String> asked, boolean lines) {
    List<MetricPage.Row> rows = new ArrayList<>();
    for (PeriodReading item : history.items().reversed()) {
      rows.add(
          new MetricPage.Row(
              f.w().period(item.period().from(), item.period().to()),
              Said.of(f, history, item.reading()),
              behind(history, item, asked, null, lines)));
    }
    return rows;
  }

  private static boolean given(MultiValueMap<String, String> asked, String field) {
    String text = asked.getFirst(field);
    return text != null && !text.isBlank();
  }

  private static boolean has(MetricDefinition metric, String dimension) {
    return metric.dimensions().stream().anyMatch(one -> one.code().equals(dimension));
  }

  private List<Option> units(MetricDefinition metric) {
    if (!has(metric, "unit")) {
      return List.of();
    }
    var tree = units.tree();
    return tree.all().stream()
        .map(
            unit ->
                new Option(unit.code(), "– ".repeat(tree.pathTo(unit).size() - 1) + unit.name()))
        .toList();
  }

  /** The channels that occur in the days shown, whichever of them was asked for. */
  private List<Option> channels(MetricDefinition metric, ReadingQuery query) {
    if (!has(metric, "channel")) {
      return List.of();
    }
    ReadingQuery all =
        new ReadingQuery(
            query.metric(),
            null,
            query.days(),
            Per.ALL,
            "channel",
            Map.of(),
            false,
            query.asOf(),
            query.standing());
    List<String> asked = query.filters().getOrDefault("channel", List.of());
    return java.util.stream.Stream.concat(
            measurement.readings(all).items().stream()
                .map(PeriodReading::by)
                .filter(Objects::nonNull),
            asked.stream())
        .distinct()
        .map(channel -> new Option(channel, channel))
        .toList();
  }

  private @Nullable String narrowed(ReadingQuery query) {
    List<String> words = new ArrayList<>();
    query
        .filters()
        .forEach(
            (dimension, values) ->
                values.forEach(value -> words.add(dimension.equals("unit") ? unit(value) : value)));
    return words.isEmpty() ? null : String.join(", ", words);
  }

  private String unit(String code) {
    return unitNames().getOrDefault(code, code);
  }

  /** Names by code. */
  Map<String, String> unitNames() {
    Map<String, String> names = new LinkedHashMap<>();
    units.tree().all().forEach(unit -> names.put(unit.code(), unit.name()));
    return names;
  }

  private List<MetricPage.Row> segments(
      Frame f, Readings cut, MultiValueMap<String, String> asked, boolean lines) {
    List<MetricPage.Row> rows = new ArrayList<>();
    Map<String, String> names = "unit".equals(asked.getFirst("by")) ? unitNames() : Map.of();
    for (PeriodReading item : cut.items()) {
      rows.add(
          new MetricPage.Row(
              item.by() == null
                  ? f.t().of("metrics.page.notStated")
                  : names.getOrDefault(item.by(), item.by()),
              Said.of(f, cut, item.reading()),
              behind(cut, item, asked, item.by(), lines)));
    }
    return rows;
  }

  private static @Nullable String behind(
      Readings readings,
      PeriodReading item,
      MultiValueMap<String, String> asked,
      @Nullable String value,
      boolean lines) {
    String by = asked.getFirst("by");
    boolean nameless =
        by != null
            && !by.isEmpty()
            && value == null
            && item.by() == null
            && readings.items().stream().anyMatch(one -> one.by() != null);
    if (!lines || item.reading() instanceof Reading.NoData || nameless) {
      return null;
    }
    MultiValueMap<String, String> narrowed = new LinkedMultiValueMap<>(asked);
    narrowed.values().removeIf(values -> values.stream().allMatch(String::isEmpty));
    List.of("by", "per", "statistic", "weighted").forEach(narrowed::remove);
    narrowed.set("from", item.period().from().toString());
    narrowed.set("to", item.period().to().toString());
    return address(
        "/metrics/" + readings.metric().key() + "/interactions",
        narrowed,
        value == null ? null : by,
        value);
  }
}
