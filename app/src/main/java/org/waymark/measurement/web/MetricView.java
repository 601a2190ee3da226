package org.waymark.measurement.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.measure.Reading;
import org.waymark.measure.metric.Measure;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.ShippedMetrics;
import org.waymark.measurement.Aims;
import org.waymark.measurement.Measurement;
import org.waymark.measurement.Per;
import org.waymark.measurement.Period;
import org.waymark.measurement.PeriodReading;
import org.waymark.measurement.ReadingQuery;
import org.waymark.measurement.Readings;
import org.waymark.metrics.MetricWords;
import org.waymark.metrics.Metrics;
import org.waymark.web.Fact;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.web.LineChart;
import org.waymark.web.Words;
import org.waymark.workspace.Workspaces;

/** Puts the page of one metric together: what was asked, answered, and how to ask otherwise. */
@Component
class MetricView {
  private final Metrics metrics;
  private final Measurement measurement;
  private final MetricLook look;
  private final WhyView why;
  private final OtherClock clocks;
  private final List<Aims> aims;
  private final Workspaces workspaces;
  private final Access access;

  MetricView(
      Metrics metrics,
      Measurement measurement,
      MetricLook look,
      WhyView why,
      OtherClock clocks,
      List<Aims> aims,
      Workspaces workspaces,
      Access access) {
    this.metrics = metrics;
    this.measurement = measurement;
    this.look = look;
    this.why = why;
    this.clocks = clocks;
    this.aims = aims;
    this.workspaces = workspaces;
    this.access = access;
  }

  /**
   * What was asked of a metric.
   *
   * @param here the address of the page, for whoever reads the text elsewhere
   */
  record Asked(
      Caller caller,
      Frame f,
      MetricDefinition metric,
      ReadingQuery query,
      MultiValueMap<String, String> parameters,
      String here) {
    MetricAddress page() {
      return MetricAddress.of(metric.key(), parameters)
          .without(WhyView.names().toArray(String[]::new));
    }
  }

  MetricPage of(Asked asked) {
    Frame f = asked.f();
    MetricDefinition metric = asked.metric();
    ReadingQuery query = asked.query();
    MetricWords words = metrics.words(metric, f.t().locale());
    boolean lines = access.can(asked.caller(), Action.READ_LINES, null);
    Readings history = measurement.readings(query.by(null));
    String title = Said.title(f, metric, words, history.statistic());
    List<Aims.Aim> all = aims(asked);
    MetricHistory drawn = drawn(asked, title, history, all);
    LineChart chart =
        drawn.hasNumbers()
            ? drawn
                .chart(item -> lines ? behind(asked, item) : null)
                .csv(asked.page().table(query.by(null)).toString())
            : null;
    Numbers numbers = numbers(asked);
    return new MetricPage(
        metric.key(),
        title,
        words,
        Formula.of(words.formula()),
        number(asked, numbers, lines),
        clocks.of(asked, numbers.days()),
        !measurement.holdsAnything(),
        look.of(f, metric, query, history.statistic(), asked.parameters()),
        chart,
        all.stream().map(aim -> aim(f, metric, aim, looksAt(aim, query, history))).toList(),
        chart == null ? 0 : drawn.leftOut(),
        query.by() == null ? null : parts(asked, query.by(), lines),
        numbers.now().single() instanceof Reading.NoData
            ? null
            : why.of(asked, history.statistic()),
        board(asked, title, words, numbers),
        goal(asked, history),
        facts(f, metric, history),
        define(asked.caller(), f, metric));
  }

  /** The page of a question that makes no sense: everything but the answer. */
  MetricPage refused(
      Frame f, MetricDefinition metric, Form form, MultiValueMap<String, String> asked) {
    MetricWords words = metrics.words(metric, f.t().locale());
    return new MetricPage(
        metric.key(),
        words.label(),
        words,
        Formula.of(words.formula()),
        null,
        null,
        false,
        look.refused(f, metric, form, asked),
        null,
        List.of(),
        0,
        null,
        null,
        null,
        null,
        List.of(),
        null);
  }

  /** The board of what was asked, with the history it is drawn with. */
  BoardPicture.Shown shown(Asked asked) {
    Frame f = asked.f();
    MetricDefinition metric = asked.metric();
    Readings history = measurement.readings(asked.query().by(null));
    MetricWords words = metrics.words(metric, f.t().locale());
    String title = Said.title(f, metric, words, history.statistic());
    MetricHistory drawn = drawn(asked, title, history, aims(asked));
    return new BoardPicture.Shown(
        boardWords(asked, title, words, numbers(asked)),
        drawn.hasNumbers() ? drawn.chart(item -> null) : null);
  }

  private List<Aims.Aim> aims(Asked asked) {
    return aims.stream()
        .flatMap(one -> one.at(asked.caller(), asked.f(), asked.metric()).stream())
        .toList();
  }

  private static MetricHistory drawn(
      Asked asked, String title, Readings history, List<Aims.Aim> all) {
    return new MetricHistory(
        asked.f(),
        title,
        history,
        asked.query().days(),
        all.stream().filter(aim -> aim.running() && looksAt(aim, asked.query(), history)).toList());
  }

  /** The number of the latest days and of as many before them. */
  private record Numbers(Period days, Readings now, Period daysBefore, @Nullable Readings before) {}

  private Numbers numbers(Asked asked) {
    ReadingQuery query = asked.query();
    boolean chosen =
        MetricLook.given(asked.parameters(), "from") || MetricLook.given(asked.parameters(), "to");
    Period days = chosen ? query.days() : latestWithin(asked.metric(), query.days());
    Period before = Moved.before(days);
    ReadingQuery now = query.by(null).per(Per.ALL).days(days);
    boolean known = !before.from().isBefore(measurement.known(asked.metric()).from());
    return new Numbers(
        days,
        measurement.readings(now),
        before,
        known ? measurement.readings(now.days(before)) : null);
  }

  private MetricPage.Number number(Asked asked, Numbers numbers, boolean lines) {
    Frame f = asked.f();
    Readings before = numbers.before();
    Reading reading = numbers.now().single();
    Moved moved =
        before == null || reading instanceof Reading.NoData
            ? null
            : new Moved(f, numbers.now(), before, numbers.daysBefore());
    return new MetricPage.Number(
        Said.of(f, numbers.now(), reading),
        f.t().of("metrics.page.days", period(f, numbers.days()), zone(f)),
        look.only(f, asked.query().filters()),
        moved == null ? null : moved.change(),
        moved == null ? null : moved.says(),
        lines && !(reading instanceof Reading.NoData)
            ? asked.page().interactions(numbers.days()).toString()
            : null);
  }

  private @Nullable Board board(Asked asked, String title, MetricWords words, Numbers numbers) {
    if (numbers.now().single() instanceof Reading.NoData) {
      return null;
    }
    BoardWords told = boardWords(asked, title, words, numbers);
    return new Board(
        told.alternative(),
        told.lines(),
        told.source(),
        BoardPicture.isPossible() ? asked.page().below("board.png").toString() : null);
  }

  private BoardWords boardWords(Asked asked, String title, MetricWords words, Numbers numbers) {
    Frame f = asked.f();
    Readings before = numbers.before();
    return BoardWords.of(
        f,
        title,
        words,
        numbers.now(),
        f.t().of("metrics.page.days", period(f, numbers.days()), zone(f)),
        look.only(f, asked.query().filters()),
        before == null || numbers.now().single() instanceof Reading.NoData
            ? null
            : new Moved(f, numbers.now(), before, numbers.daysBefore()).says(),
        zone(f),
        asked.here());
  }

  private MetricPage.Parts parts(Asked asked, String by, boolean lines) {
    ReadingQuery pooled = asked.query().per(Per.ALL);
    return new MetricParts(
            asked.f(),
            asked.page(),
            pooled,
            by,
            measurement.readings(pooled),
            measurement.readings(pooled.by(null)).single(),
            by.equals("unit") ? look.unitNames() : Map.of(),
            lines)
        .parts();
  }

  private MetricPage.Aim aim(Frame f, MetricDefinition metric, Aims.Aim aim, boolean shown) {
    String only = look.only(f, aim.filters());
    String statistic = Said.statistic(f, aim.statistic());
    return new MetricPage.Aim(
        aim.title(),
        aim.page(),
        aim.state(),
        aim.stateWord(),
        aim.way(),
        only == null ? statistic : f.t().of("metrics.page.of", statistic, only),
        shown
            ? null
            : MetricAddress.of(metric.key(), aim.statistic().code(), aim.filters()).toString());
  }

  /** Whether what is shown is what somebody aims at: the same statistic of the same items. */
  private static boolean looksAt(Aims.Aim aim, ReadingQuery query, Readings shown) {
    return aim.statistic().equals(shown.statistic())
        && !query.weighted()
        && sets(aim.filters()).equals(sets(query.filters()));
  }

  private static Map<String, Set<String>> sets(Map<String, List<String>> filters) {
    Map<String, Set<String>> sets = new HashMap<>();
    filters.forEach((name, values) -> sets.put(name, new HashSet<>(values)));
    return sets;
  }

  private static @Nullable String behind(Asked asked, PeriodReading item) {
    return item.reading() instanceof Reading.NoData
        ? null
        : asked.page().interactions(item.period()).toString();
  }

  private @Nullable String goal(Asked asked, Readings shown) {
    if (!access.can(asked.caller(), Action.DRAFT_GOAL, null)) {
      return null;
    }
    return new MetricAddress(
            "/guides/new",
            MetricAddress.of(
                    asked.metric().key(), shown.statistic().code(), asked.query().filters())
                .parameters())
        .with("metric", asked.metric().key())
        .toString();
  }

  private MetricPage.@Nullable Define define(Caller caller, Frame f, MetricDefinition metric) {
    if (!access.can(caller, Action.CHANGE_METRICS, null)) {
      return null;
    }
    return ShippedMetrics.find(metric.key()).isPresent()
        ? new MetricPage.Define(
            "/metrics/new?like=" + metric.key(), f.t().of("metrics.define.link.like"))
        : new MetricPage.Define(
            "/metrics/" + metric.key() + "/edit", f.t().of("metrics.define.link.edit"));
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

  private static String period(Frame f, Period days) {
    return f.w().period(days.from(), days.to());
  }

  /** The zone in which a day is a day: the workspace's, whoever reads. */
  private String zone(Frame f) {
    return new Words(f.w().locale(), workspaces.current().zone()).zoneName();
  }

  private List<Fact> facts(Frame f, MetricDefinition metric, Readings history) {
    List<Fact> facts = new ArrayList<>();
    facts.add(fact(f, "unit", f.t().of("metrics.unit." + history.unit().code())));
    facts.add(fact(f, "direction", f.t().of("metrics.direction." + history.direction().code())));
    facts.add(fact(f, "anchor", f.t().of("metrics.anchor." + metric.anchor().field())));
    if (metric.measure() instanceof Measure.Duration duration) {
      facts.add(fact(f, "clock", f.t().of("metrics.clock." + duration.clock().code())));
    }
    facts.add(fact(f, "minimum", f.w().count(metric.minimum())));
    String version = f.w().count(metric.version());
    facts.add(
        fact(
            f,
            "version",
            metrics
                .since(metric)
                .map(since -> f.t().of("metrics.page.version.since", version, f.w().instant(since)))
                .orElseGet(() -> f.t().of("metrics.page.version.shipped", version))));
    facts.add(fact(f, "asOf", f.w().instant(history.asOf())));
    return facts;
  }

  private static Fact fact(Frame f, String name, String says) {
    return new Fact(f.t().of("metrics.page." + name), says);
  }
}
