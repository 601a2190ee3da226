package org.waymark.measurement.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.measure.fact.Instants;
import org.waymark.measure.fact.Kind;
import org.waymark.measure.metric.ClockKind;
import org.waymark.measure.metric.Direction;
import org.waymark.measure.metric.Statistic;
import org.waymark.measurement.Vocabulary;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.web.Option;

/** What can be chosen in a definition: what there is, and what the data have of it. */
@Component
class DefinitionChoices {
  private static final String ATTRIBUTE = "attribute.";

  private final Vocabulary vocabulary;

  DefinitionChoices(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * @param form may name what was not seen in the data; it stays to be chosen
   */
  DefinitionPage.Choices of(Frame f, @Nullable Form form) {
    Vocabulary.Found found = vocabulary.of();
    Form chosen = form == null ? Form.empty() : form;
    List<String> seen = found.attributes().stream().map(name -> ATTRIBUTE + name).toList();
    Set<String> fields = new LinkedHashSet<>(DefinitionForm.fields());
    fields.addAll(seen);
    named(chosen).forEach(fields::add);
    Set<String> dimensions =
        new LinkedHashSet<>(
            List.of(
                "unit",
                "channel",
                "product",
                "region",
                "topic",
                "touchpoint",
                "question",
                "kind",
                "handledBy",
                "status"));
    dimensions.addAll(seen);
    dimensions.addAll(chosen.all("dimension"));
    Set<String> times = new LinkedHashSet<>(DefinitionForm.TIMES);
    times.addAll(chosen.all("also"));
    if (!chosen.text("first").isEmpty() && !chosen.text("first").equals("within")) {
      times.add(chosen.text("first"));
    }
    List<Option> said = times.stream().map(code -> new Option(code, statistic(f, code))).toList();
    List<Option> firsts = new ArrayList<>(said);
    firsts.add(new Option("within", f.t().of("metrics.define.first.within")));
    return new DefinitionPage.Choices(
        options(f, "metrics.define.kind.", kinds()),
        fields.stream().map(code -> new Option(code, field(f, code))).toList(),
        options(f, "metrics.define.test.", List.of("is", "not", "in", "atLeast", "atMost")),
        options(f, "metrics.define.join.", List.of("all", "any")),
        options(
            f,
            "metrics.define.measure.",
            Arrays.stream(MeasureChoice.values()).map(MeasureChoice::code).toList()),
        options(
            f,
            "metrics.anchor.",
            Arrays.stream(Instants.values())
                .filter(one -> one != Instants.DUE)
                .map(Instants::field)
                .toList()),
        options(
            f,
            "metrics.define.clock.",
            Arrays.stream(ClockKind.values()).map(ClockKind::code).toList()),
        firsts,
        said,
        dimensions.stream().map(code -> new Option(code, MetricLook.dimension(f, code))).toList(),
        options(
            f,
            "metrics.direction.",
            Arrays.stream(Direction.values()).map(Direction::code).toList()),
        found.words());
  }

  private static Stream<String> named(Form form) {
    return Stream.of(DefinitionForm.WHERE, DefinitionForm.OF)
        .flatMap(
            rows -> rows.filled(form).stream().map(row -> form.text(rows.input(row, "field"))));
  }

  private static List<String> kinds() {
    return Arrays.stream(Kind.values()).filter(kind -> kind != Kind.TALLY).map(Kind::code).toList();
  }

  private static String field(Frame f, String code) {
    String name = "metrics.field." + code;
    return f.t().has(name)
        ? f.t().of(name)
        : code.startsWith(ATTRIBUTE) ? code.substring(ATTRIBUTE.length()) : code;
  }

  private static String statistic(Frame f, String code) {
    try {
      return Said.statistic(f, Statistic.of(code));
    } catch (IllegalArgumentException unknown) {
      return code;
    }
  }

  private static List<Option> options(Frame f, String prefix, List<String> codes) {
    return codes.stream().map(code -> new Option(code, f.t().of(prefix + code))).toList();
  }
}
