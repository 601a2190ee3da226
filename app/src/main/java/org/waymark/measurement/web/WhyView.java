package org.waymark.measurement.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.waymark.measure.change.Split;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.Statistic;
import org.waymark.measurement.ChangeRequest;
import org.waymark.measurement.Measurement;
import org.waymark.measurement.Movement;
import org.waymark.measurement.Movements;
import org.waymark.measurement.Per;
import org.waymark.measurement.ReadingQuery;
import org.waymark.measurement.TwoPeriods;
import org.waymark.platform.FieldError;
import org.waymark.platform.InvalidInput;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.web.Option;

/**
 * The section of a metric's page that says why it moved. What it asks stands in the address under
 * names of its own, beside those of the page.
 */
@Component
class WhyView {
  /** As they stand in the address of the page, and as a question about a change calls them. */
  private static final Map<String, String> NAMES =
      Map.of(
          "whyFrom", "from",
          "whyTo", "to",
          "whyBeforeFrom", "beforeFrom",
          "whyBeforeTo", "beforeTo",
          "whyBy", "by");

  /** So many values have a row of their own. */
  private static final int MOST_ROWS = 10;

  private final Movements movements;
  private final Measurement measurement;
  private final MetricLook look;

  WhyView(Movements movements, Measurement measurement, MetricLook look) {
    this.movements = movements;
    this.measurement = measurement;
    this.look = look;
  }

  /** The names under which an address asks for it. */
  static Set<String> names() {
    return NAMES.keySet();
  }

  MetricPage.Why of(MetricView.Asked asked, Statistic statistic) {
    Frame f = asked.f();
    MetricDefinition metric = asked.metric();
    MultiValueMap<String, String> own = own(asked, statistic);
    try {
      TwoPeriods usual = TwoPeriods.latest(measurement.shown(metric), months(asked.query()));
      Movements.Query read = ChangeRequest.of(metric.key(), own, usual);
      Movement moved =
          movements.of(
              new Movements.Query(
                  read.metric(),
                  read.statistic(),
                  read.before(),
                  read.after(),
                  read.by(),
                  read.filters(),
                  false));
      return page(asked, statistic, form(moved), new WhyPhrases(f, moved), moved);
    } catch (InvalidInput refused) {
      Form form = new Form(new LinkedHashMap<>(asked.parameters()), List.of());
      List<FieldError> errors = refused.errors().stream().map(WhyView::renamed).toList();
      return page(asked, statistic, form.with(errors), null, null);
    }
  }

  private MetricPage.Why page(
      MetricView.Asked asked,
      Statistic statistic,
      Form form,
      @Nullable WhyPhrases phrases,
      @Nullable Movement moved) {
    Frame f = asked.f();
    boolean adds = !asked.metric().measure().acrossDays();
    List<Option> dimensions =
        asked.metric().dimensions().stream()
            .filter(one -> adds)
            .map(one -> new Option(one.code(), MetricLook.dimension(f, one.code())))
            .toList();
    return new MetricPage.Why(
        form,
        dimensions,
        kept(asked, statistic),
        moved == null || phrases == null ? null : answer(asked.query(), moved, phrases),
        !own(asked, statistic).getOrDefault("by", List.of()).stream().allMatch(String::isEmpty));
  }

  private MetricPage.Because answer(ReadingQuery query, Movement moved, WhyPhrases phrases) {
    String by = moved.by() == null ? null : MetricLook.dimension(phrases.f(), moved.by());
    return new MetricPage.Because(
        phrases.says(),
        phrases.reason(),
        query.weighted() || query.asOf() != null ? phrases.otherwise() : null,
        phrases.days(moved.before()),
        phrases.days(moved.after()),
        by,
        phrases.columns(),
        by == null ? List.of() : rows(moved, phrases),
        phrases.how());
  }

  /** The largest parts first; what is left is one row. */
  private List<MetricPage.WhyRow> rows(Movement moved, WhyPhrases phrases) {
    Split split = moved.split();
    if (split == null) {
      return List.of();
    }
    Map<String, String> names = "unit".equals(moved.by()) ? look.unitNames() : Map.of();
    List<Split.Row> sorted =
        split.rows().stream()
            .sorted(
                Comparator.comparingDouble((Split.Row row) -> -Math.abs(row.part().doubleValue())))
            .toList();
    List<MetricPage.WhyRow> rows = new ArrayList<>();
    int shown = sorted.size() <= MOST_ROWS + 1 ? sorted.size() : MOST_ROWS;
    sorted.subList(0, shown).forEach(row -> rows.add(phrases.row(row, names)));
    if (shown < sorted.size()) {
      rows.add(phrases.rest(sorted.subList(shown, sorted.size())));
    }
    rows.add(phrases.whole(split));
    return rows;
  }

  /**
   * What the question about the change is made of: its own names, the statistic and the filters.
   */
  private static MultiValueMap<String, String> own(MetricView.Asked asked, Statistic statistic) {
    MultiValueMap<String, String> own = new LinkedMultiValueMap<>();
    NAMES.forEach(
        (here, there) ->
            asked
                .parameters()
                .getOrDefault(here, List.of())
                .forEach(value -> own.add(there, value)));
    own.set("statistic", statistic.code());
    asked.query().filters().forEach((name, values) -> own.put(name, values));
    return own;
  }

  private static Map<String, List<String>> kept(MetricView.Asked asked, Statistic statistic) {
    Map<String, List<String>> kept = new LinkedHashMap<>();
    asked
        .parameters()
        .forEach(
            (name, values) -> {
              if (!NAMES.containsKey(name)) {
                kept.put(name, values.stream().filter(value -> !value.isEmpty()).toList());
              }
            });
    kept.put("statistic", List.of(statistic.code()));
    return kept;
  }

  private static Form form(Movement moved) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("whyBeforeFrom", moved.before().from());
    values.put("whyBeforeTo", moved.before().to());
    values.put("whyFrom", moved.after().from());
    values.put("whyTo", moved.after().to());
    values.put("whyBy", moved.proposed() ? null : moved.by());
    return Form.of(values);
  }

  private static int months(ReadingQuery query) {
    return query.per() == Per.YEAR ? 12 : query.per() == Per.QUARTER ? 3 : 1;
  }

  private static FieldError renamed(FieldError error) {
    return NAMES.entrySet().stream()
        .filter(name -> name.getValue().equals(error.field()))
        .map(name -> new FieldError(name.getKey(), error.reason()))
        .findFirst()
        .orElse(error);
  }
}
