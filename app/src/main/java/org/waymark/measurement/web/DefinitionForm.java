package org.waymark.measurement.web;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.fact.Instants;
import org.waymark.measure.fact.Kind;
import org.waymark.measure.metric.ClockKind;
import org.waymark.measure.metric.Dimension;
import org.waymark.measure.metric.Field;
import org.waymark.measure.metric.Measure;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.Statistic;
import org.waymark.platform.FieldError;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.Json;
import org.waymark.web.Form;
import org.waymark.web.Typed;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A definition as fields of a form, and back. The form makes the same JSON as a client of the API
 * would, and what is wrong is found where that is read; {@link #input} finds the field it came
 * from.
 */
final class DefinitionForm {
  static final ConditionRows WHERE = new ConditionRows("where");
  static final ConditionRows OF = new ConditionRows("of");

  /** Times that nobody has said another wish for. */
  static final List<String> TIMES = List.of("p90", "p50", "p95", "mean");

  private static final String ATTRIBUTE = "attribute.";
  private static final String WITHIN = "within";

  private DefinitionForm() {}

  /** What a new definition begins with. */
  static Form blank() {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("kind", Kind.CASE.code());
    values.put("measure", MeasureChoice.FINISHED.code());
    values.put("anchor", Instants.STARTED.field());
    values.put("clock", ClockKind.CALENDAR.code());
    values.put("first", "p90");
    values.put("also", "p50");
    values.put("direction", "down");
    values.put("minimum", MetricDefinition.LEAST);
    Map<String, List<String>> all = new LinkedHashMap<>(Form.of(values).values());
    all.put("dimension", List.of("unit", "channel"));
    return new Form(all, List.of());
  }

  /**
   * The JSON that a form makes.
   *
   * @param key of the metric that is changed; null for a new one, whose key may be made of its name
   * @throws InvalidInput for a length of time that cannot be read
   */
  static ObjectNode json(Form form, @Nullable String key) {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("key", key != null ? key : key(form));
    json.put("label", form.text("label"));
    if (!form.all("kind").isEmpty()) {
      list(json, "kind", form.all("kind"));
    }
    ObjectNode where = WHERE.json(form);
    if (where != null) {
      json.set("where", where);
    }
    MeasureChoice measure = MeasureChoice.in(form);
    if (measure == null) {
      return json;
    }
    Instants anchor = measure.anchor();
    json.put("anchor", anchor == null ? form.text("anchor") : anchor.field());
    ObjectNode of = OF.json(form);
    json.set("measure", measure.json(of == null ? Json.mapper().createObjectNode() : of));
    if (measure.isTime() && !form.text("clock").isEmpty()) {
      json.put("clock", form.text("clock"));
    }
    list(json, "statistics", measure.isTime() ? times(form) : measure.statistics());
    list(json, "dimensions", dimensions(form));
    json.put("direction", form.text("direction").isEmpty() ? "none" : form.text("direction"));
    String minimum = form.text("minimum");
    if (minimum.matches("\\d{1,9}")) {
      json.put("minimum", Integer.parseInt(minimum));
    } else if (!minimum.isEmpty()) {
      json.put("minimum", minimum);
    }
    return json;
  }

  /** The same for looking at its numbers, before anybody has given it a name. */
  static ObjectNode unnamed(Form form, @Nullable String key, String nameless) {
    ObjectNode json = json(form, key);
    if (json.path("label").stringValue("").isEmpty()) {
      json.put("label", nameless);
    }
    if (json.path("key").stringValue("").isEmpty()) {
      json.put("key", "nameless");
    }
    return json;
  }

  private static String key(Form form) {
    if (form.optional("code") != null) {
      return form.text("code");
    }
    String plain = Normalizer.normalize(form.text("label"), Normalizer.Form.NFD);
    String key =
        plain
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^[-0-9]+|-+$", "");
    return key.length() > 60 ? key.substring(0, 60).replaceAll("-+$", "") : key;
  }

  private static List<String> times(Form form) {
    Set<String> times = new LinkedHashSet<>();
    List<String> within = new ArrayList<>();
    for (String limit : form.text(WITHIN).split("[,;]")) {
      String time = new Typed(Form.of(Map.of(WITHIN, limit))).time(WITHIN);
      if (time != null) {
        within.add("within:" + time);
      }
    }
    if (form.text("first").equals(WITHIN)) {
      times.addAll(within);
    } else if (!form.text("first").isEmpty()) {
      times.add(form.text("first"));
    }
    times.addAll(form.all("also"));
    times.addAll(within);
    return List.copyOf(times);
  }

  private static List<String> dimensions(Form form) {
    Set<String> dimensions = new LinkedHashSet<>(form.all("dimension"));
    Arrays.stream(form.text("otherDimensions").split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .map(name -> name.startsWith(ATTRIBUTE) ? name : ATTRIBUTE + name)
        .forEach(dimensions::add);
    return List.copyOf(dimensions);
  }

  private static void list(ObjectNode json, String key, List<String> words) {
    ArrayNode list = json.putArray(key);
    words.forEach(list::add);
  }

  /** The form with what was found wrong, each beside the field it came from. */
  static Form with(Form form, InvalidInput refused) {
    return form.with(
        refused.errors().stream()
            .map(error -> new FieldError(input(form, error.field()), error.reason()))
            .toList());
  }

  /** The input for a place in the JSON. */
  static String input(Form form, String place) {
    if (place.startsWith("where")) {
      return WHERE.input(form, place.replaceFirst("where\\.?", ""));
    }
    if (place.startsWith("measure.share.of")) {
      return OF.input(form, place.replaceFirst("measure\\.share\\.of\\.?", ""));
    }
    String top = place.replaceFirst("[.\\[].*", "");
    return switch (top) {
      case "key" -> "code";
      case "statistics" -> MeasureChoice.in(form) == null ? "measure" : "first";
      case "dimensions" -> "dimension";
      case "body" -> "";
      default -> top;
    };
  }

  /** The form of a definition; null when only JSON can say it. */
  static @Nullable Form written(MetricDefinition metric) {
    MeasureChoice measure = MeasureChoice.of(metric.measure());
    Map<String, @Nullable Object> where = WHERE.written(metric.where());
    Map<String, @Nullable Object> of =
        metric.measure() instanceof Measure.Share share ? OF.written(share.of()) : Map.of();
    if (measure == null || where == null || of == null) {
      return null;
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("label", metric.label());
    values.put("code", metric.key());
    values.putAll(where);
    values.putAll(of);
    values.put("measure", measure.code());
    values.put("anchor", metric.anchor().field());
    values.put(
        "clock",
        (metric.measure().byBusinessHours() ? ClockKind.BUSINESS : ClockKind.CALENDAR).code());
    values.put("first", first(metric.statistic()));
    values.put("direction", metric.direction().code());
    values.put("minimum", metric.minimum());
    values.put(
        WITHIN,
        String.join(
            ", ",
            metric.statistics().stream()
                .filter(Statistic.Within.class::isInstance)
                .map(one -> Typed.spoken(((Statistic.Within) one).limit()))
                .toList()));
    Map<String, List<String>> all = new LinkedHashMap<>(Form.of(values).values());
    all.put("kind", metric.kinds().stream().map(Kind::code).sorted().toList());
    all.put(
        "also",
        metric.statistics().stream()
            .skip(1)
            .filter(one -> !(one instanceof Statistic.Within))
            .map(Statistic::code)
            .toList());
    all.put("dimension", metric.dimensions().stream().map(Dimension::code).toList());
    return new Form(all, List.of());
  }

  private static String first(Statistic statistic) {
    return statistic instanceof Statistic.Within ? WITHIN : statistic.code();
  }

  /** Codes of every field that a condition may ask about, free attributes left out. */
  static List<String> fields() {
    List<String> codes = new ArrayList<>();
    Arrays.stream(Field.Word.values()).map(Field::code).forEach(codes::add);
    Arrays.stream(Field.Amount.values()).map(Field::code).forEach(codes::add);
    Arrays.stream(Field.Flag.values()).map(Field::code).forEach(codes::add);
    return codes;
  }
}
