package org.waymark.measurement.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.access.Caller;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measurement.Aims;
import org.waymark.metrics.Metrics;
import org.waymark.platform.FieldError;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.Json;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Puts the page of a definition together: the form, what it says of the data, who uses it. */
@Component
class DefinitionView {
  private final Metrics metrics;
  private final DefinitionChoices choices;
  private final TriedView trying;
  private final List<Aims> aims;

  DefinitionView(Metrics metrics, DefinitionChoices choices, TriedView trying, List<Aims> aims) {
    this.metrics = metrics;
    this.choices = choices;
    this.trying = trying;
    this.aims = aims;
  }

  /** The page of a metric as it stands. */
  DefinitionPage of(Caller caller, Frame f, MetricDefinition metric) {
    String version = Integer.toString(metric.version());
    Form form = DefinitionForm.written(metric);
    if (form != null) {
      return of(caller, f, metric.key(), version(form, version), false);
    }
    Form json = Form.of(Map.of("json", pretty(metrics.written(metric)), "version", version));
    return page(
        caller, f, metric.key(), null, json, trying.of(caller, f, metrics.written(metric)), false);
  }

  /**
   * The page of a form as it was filled in.
   *
   * @param more whether one more row of conditions was asked for
   */
  DefinitionPage of(Caller caller, Frame f, @Nullable String key, Form form, boolean more) {
    Tried tried = trying.of(caller, f, form, key);
    Tried.Result result = tried.result();
    Form json = Form.of(Map.of("json", result == null ? "" : String.join("\n", result.json())));
    return page(caller, f, key, form, version(json, form.text("version")), tried, more);
  }

  /** The page of JSON that cannot be kept or taken over. */
  DefinitionPage json(
      Caller caller, Frame f, @Nullable String key, Form form, InvalidInput refused) {
    List<FieldError> errors =
        refused.errors().stream()
            .map(
                error ->
                    error.field().equals("json")
                        ? error
                        : new FieldError("json", error.field() + " " + error.reason()))
            .toList();
    return page(caller, f, key, null, form.with(errors), tried(caller, f, form), false);
  }

  private Tried tried(Caller caller, Frame f, Form form) {
    try {
      JsonNode json = Json.mapper().readTree(form.text("json"));
      return trying.of(caller, f, json);
    } catch (JacksonException broken) {
      return Tried.not(List.of(f.t().of("metrics.define.json.broken")));
    }
  }

  private DefinitionPage page(
      Caller caller,
      Frame f,
      @Nullable String key,
      @Nullable Form form,
      Form json,
      Tried tried,
      boolean more) {
    @Nullable MetricDefinition before = key == null ? null : metrics.get(key);
    return new DefinitionPage(
        key,
        before == null ? 1 : before.version() + 1,
        form,
        json,
        null,
        choices.of(f, form),
        form == null ? 0 : DefinitionForm.WHERE.shown(form, more),
        form == null ? 0 : DefinitionForm.OF.shown(form, more),
        tried,
        before == null ? List.of() : aims(caller, f, before));
  }

  private List<MetricPage.Aim> aims(Caller caller, Frame f, MetricDefinition metric) {
    return aims.stream()
        .flatMap(one -> one.at(caller, f, metric).stream())
        .map(
            aim ->
                new MetricPage.Aim(
                    aim.title(),
                    aim.page(),
                    aim.state(),
                    aim.stateWord(),
                    aim.way(),
                    Said.statistic(f, aim.statistic()),
                    null))
        .toList();
  }

  /** The same form with the version that has been seen. */
  Form version(Form form, String version) {
    Map<String, List<String>> values = new LinkedHashMap<>(form.values());
    values.put("version", List.of(version));
    return new Form(values, form.errors());
  }

  private static String pretty(JsonNode json) {
    return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(json);
  }
}
