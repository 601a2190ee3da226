package org.waymark.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waymark.platform.Json;
import tools.jackson.databind.JsonNode;

/**
 * The exports of all tools put into one wide file, oldest first, as a company's data person makes
 * it once: each line says which tool it comes from and what it is.
 */
final class WholePast {
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "source",
          "kind",
          "startedAt",
          "respondedAt",
          "finishedAt",
          "dueAt",
          "customer",
          "unit",
          "channel",
          "product",
          "region",
          "topic",
          "touchpoint",
          "question",
          "scale",
          "score",
          "handledBy",
          "contacts",
          "complaint",
          "quantity",
          "status",
          "metric",
          "numerator",
          "denominator",
          "about.source",
          "about.id",
          "rush",
          "promise",
          "arrival",
          "article");
  private static final int ATTRIBUTES = COLUMNS.indexOf("rush");
  private static final int ABOUT = COLUMNS.indexOf("about.source");

  private WholePast() {}

  static Feed of(Export export, List<Feed> feeds) {
    List<String> lines = new ArrayList<>();
    feeds.forEach(feed -> add(lines, feed));
    int start = COLUMNS.indexOf("startedAt");
    List<String> sorted =
        lines.stream()
            .map(line -> Map.entry(line.split(",", start + 2)[start], line))
            .sorted(Map.Entry.comparingByKey())
            .map(Map.Entry::getValue)
            .toList();
    return new Feed(
        "history",
        export.fileName("quillhaven-history"),
        export.to(),
        mapping(),
        COLUMNS,
        String.join("\n", sorted) + "\n");
  }

  /** Every column is called like the field it is. */
  private static String mapping() {
    StringBuilder fields = new StringBuilder();
    for (String column : COLUMNS.subList(0, ABOUT)) {
      fields.append("\"%s\": {\"column\": \"%s\"}, ".formatted(column, column));
    }
    String attributes = String.join("\", \"", COLUMNS.subList(ATTRIBUTES, COLUMNS.size()));
    return """
        {"fields": {%s"about": {"source": {"column": "about.source"}, "id": {"column": "about.id"}},
         "attributes": ["%s"]}}
        """
        .formatted(fields, attributes);
  }

  /** Puts the lines of one export where they belong, once for each thing a line tells. */
  private static void add(List<String> lines, Feed feed) {
    JsonNode mapping = Json.mapper().readTree(feed.mapping());
    List<JsonNode> rows = new ArrayList<>();
    mapping.path("rows").forEach(rows::add);
    if (rows.isEmpty()) {
      rows.add(Json.mapper().createObjectNode());
    }
    Map<String, Integer> places = new HashMap<>();
    feed.header().forEach(column -> places.put(column, places.size()));
    List<Cell[]> kinds = rows.stream().map(row -> cells(mapping, row, places)).toList();
    feed.lines()
        .lines()
        .forEach(
            line -> {
              String[] given = line.split(",", -1);
              kinds.forEach(cells -> lines.add(wide(cells, given)));
            });
  }

  /** What goes into one column: a text, with a cell of the export in its middle. */
  private record Cell(String before, int place, String after) {
    String of(String[] given) {
      return place < 0 ? before : before + given[place] + after;
    }
  }

  private static String wide(Cell[] cells, String[] given) {
    StringBuilder line = new StringBuilder(160);
    for (int i = 0; i < cells.length; i++) {
      line.append(i == 0 ? "" : ",").append(cells[i].of(given));
    }
    return line.toString();
  }

  private static Cell[] cells(JsonNode mapping, JsonNode row, Map<String, Integer> places) {
    Map<String, JsonNode> rules = new LinkedHashMap<>();
    for (JsonNode level : List.of(mapping, row)) {
      level.path("fields").properties().forEach(rule -> rules.put(rule.getKey(), rule.getValue()));
    }
    Cell[] cells = new Cell[COLUMNS.size()];
    for (int i = 0; i < cells.length; i++) {
      String name = COLUMNS.get(i);
      cells[i] =
          switch (name) {
            case "source", "kind" -> fixed(mapping.path(name).asString(""));
            case "about.source" ->
                fixed(
                    rules.containsKey("about")
                        ? rules.get("about").path("source").asString("")
                        : "");
            case "about.id" ->
                cell(rules.containsKey("about") ? rules.get("about").get("id") : null, places);
            default ->
                cell(
                    i < ATTRIBUTES
                        ? rules.get(name)
                        : rules.containsKey("attributes")
                            ? rules.get("attributes").get(name)
                            : null,
                    places);
          };
    }
    return cells;
  }

  private static Cell fixed(String text) {
    return new Cell(text, -1, "");
  }

  private static Cell cell(
      @org.jspecify.annotations.Nullable JsonNode rule, Map<String, Integer> places) {
    if (rule == null) {
      return fixed("");
    }
    if (rule.has("constant")) {
      return fixed(rule.get("constant").asString());
    }
    if (rule.has("column")) {
      return new Cell("", place(places, rule.get("column").asString()), "");
    }
    String template = rule.get("template").asString();
    int open = template.indexOf('{');
    int close = template.indexOf('}');
    return new Cell(
        template.substring(0, open),
        place(places, template.substring(open + 1, close)),
        template.substring(close + 1));
  }

  private static int place(Map<String, Integer> places, String column) {
    Integer place = places.get(column);
    if (place == null) {
      throw new IllegalArgumentException("no column " + column);
    }
    return place;
  }
}
