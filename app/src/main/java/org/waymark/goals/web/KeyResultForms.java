package org.waymark.goals.web;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.goals.Different;
import org.waymark.goals.Evidence;
import org.waymark.goals.KeyResultView;
import org.waymark.goals.KeyResultWords;
import org.waymark.platform.FieldError;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.Json;
import org.waymark.web.Form;
import org.waymark.web.Typed;
import tools.jackson.databind.JsonNode;

/**
 * Reads a key result from the form it is written in, and fills that form with one that is there.
 */
final class KeyResultForms {

  private KeyResultForms() {}

  /**
   * @param evidence where its number came from before; a metric that is chosen now takes its place
   */
  static KeyResultWords words(Form form, @Nullable Evidence evidence) {
    Typed typed = new Typed(form);
    String measure = form.optional("measure");
    String[] parts = measure == null ? new String[0] : measure.split(" ", 2);
    String within = typed.time("within");
    var from = typed.day("baselineFrom");
    var to = typed.day("baselineTo");
    BigDecimal weight = typed.number("weight");
    return new KeyResultWords(
        form.optional("name"),
        parts.length == 0 ? null : parts[0],
        parts.length == 0 ? null : within == null ? parts[1] : "within:" + within,
        Only.filter(form),
        form.optional("unit"),
        form.optional("type"),
        typed.value("baseline"),
        from == null && to == null ? null : new KeyResultWords.Days(from, to),
        target(form, typed),
        typed.day("due"),
        weight == null ? null : Json.mapper().valueToTree(weight),
        form.optional("window"),
        measure == null ? evidence : null,
        different(form));
  }

  /** What was typed of what will be different; null where nothing was. */
  static Different.@Nullable Words different(Form form) {
    String what = form.optional("different");
    JsonNode worth = new Typed(form).value("worth");
    return what == null && worth == null ? null : new Different.Words(what, worth);
  }

  /** The form with the reasons it was refused for, each at the field that asks for it. */
  static Form refused(Form form, InvalidInput refused) {
    return form.with(
        refused.errors().stream()
            .map(
                error ->
                    switch (error.field()) {
                      case "different.what" -> new FieldError("different", error.reason());
                      case "different.worth" -> new FieldError("worth", error.reason());
                      default -> error;
                    })
            .toList());
  }

  private static @Nullable JsonNode target(Form form, Typed typed) {
    BigDecimal change = typed.number("change");
    if (change != null) {
      return Json.mapper().valueToTree(Map.of("changePercent", change));
    }
    JsonNode low = typed.value("low");
    JsonNode high = typed.value("high");
    if (form.text("type").equals("keep-within") && low != null && high != null) {
      return Json.mapper().valueToTree(Map.of("low", low, "high", high));
    }
    return typed.value("target");
  }

  /**
   * What a form shows of a key result that is there.
   *
   * @param words with which it could be written down again
   */
  static Form shown(KeyResultView k, KeyResultWords words) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("name", k.name());
    String statistic = k.statistic();
    if (statistic != null) {
      boolean within = statistic.startsWith("within:");
      values.put("measure", k.metric() + " " + (within ? "p90" : statistic));
      values.put(
          "within",
          within ? Typed.spoken(Duration.parse(statistic.substring("within:".length()))) : null);
    }
    values.put("unit", k.unit());
    values.put("type", k.type());
    values.put("baseline", plain(words.baseline()));
    if (words.baselineWindow() != null) {
      values.put("baselineFrom", words.baselineWindow().from());
      values.put("baselineTo", words.baselineWindow().to());
    }
    values.put("change", k.changePercent());
    if (k.target() instanceof KeyResultView.Band band) {
      values.put("low", band.low());
      values.put("high", band.high());
    } else if (k.changePercent() == null) {
      values.put("target", plain(words.target()));
    }
    values.put("due", k.due());
    Different.Words different = words.different();
    if (different != null) {
      values.put("different", different.what());
      values.put("worth", plain(different.worth()));
    }
    values.put("weight", k.weight().toPlainString());
    values.put("window", k.window());
    values.put("version", k.version());
    return Only.form(values, k.filter());
  }

  private static @Nullable String plain(@Nullable JsonNode value) {
    return value == null || !value.isNumber() ? null : value.decimalValue().toPlainString();
  }
}
