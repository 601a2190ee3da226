package org.waymark.measurement.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.web.Form;
import org.waymark.web.Option;

/**
 * A definition being written, with what it says of the data.
 *
 * @param key of the metric that is changed; null for a new one
 * @param version the one that saving would make
 * @param form null when only JSON can say the definition
 * @param json the definition as text, with what is wrong with it
 * @param theirs what somebody else has made of it meanwhile, as text; null when nobody has
 * @param choices what can be chosen
 * @param where rows of conditions to show
 * @param of rows of conditions of a share to show
 * @param aims goals that use the metric
 */
public record DefinitionPage(
    @Nullable String key,
    int version,
    @Nullable Form form,
    Form json,
    @Nullable String theirs,
    Choices choices,
    int where,
    int of,
    Tried tried,
    List<MetricPage.Aim> aims) {

  /**
   * @param fields what a condition may ask about, free attributes that were seen included
   * @param words what those held, to choose from while typing
   */
  public record Choices(
      List<Option> kinds,
      List<Option> fields,
      List<Option> tests,
      List<Option> joins,
      List<Option> measures,
      List<Option> anchors,
      List<Option> clocks,
      List<Option> firsts,
      List<Option> times,
      List<Option> dimensions,
      List<Option> directions,
      List<String> words) {}

  /** Where it is sent. */
  public String address() {
    return key == null ? "/metrics/new" : "/metrics/" + key + "/edit";
  }

  /** The same page with what somebody else has made of the metric meanwhile. */
  DefinitionPage beside(String theirs) {
    return new DefinitionPage(key, version, form, json, theirs, choices, where, of, tried, aims);
  }
}
