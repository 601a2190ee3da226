package org.waymark.intake.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waymark.intake.Previews.Understood;
import org.waymark.platform.Json;
import org.waymark.web.Frame;
import tools.jackson.databind.JsonNode;

/**
 * The first interactions as a table of those columns that hold anything.
 *
 * @param columns what each column tells, a key of its texts
 */
public record PreviewTable(List<String> columns, List<List<String>> rows) {

  private static final int LINES = 8;
  private static final int LONGEST = 80;

  static PreviewTable of(Frame frame, List<Understood> understood) {
    List<Understood> items = understood.subList(0, Math.min(LINES, understood.size()));
    Map<String, Function<Understood, @Nullable Object>> cells = cells(frame);
    List<String> columns = new ArrayList<>();
    cells.forEach(
        (column, cell) -> {
          if (items.stream().anyMatch(item -> !text(frame, cell.apply(item)).isEmpty())) {
            columns.add(column);
          }
        });
    return new PreviewTable(
        columns,
        items.stream()
            .map(
                item ->
                    columns.stream()
                        .map(
                            column ->
                                text(frame, cells.getOrDefault(column, i -> null).apply(item)))
                        .toList())
            .toList());
  }

  private static Map<String, Function<Understood, @Nullable Object>> cells(Frame frame) {
    Map<String, Function<Understood, @Nullable Object>> cells = new java.util.LinkedHashMap<>();
    cells.put("line", Understood::line);
    cells.put("id", Understood::id);
    cells.put("started", Understood::startedAt);
    cells.put("responded", Understood::respondedAt);
    cells.put("finished", Understood::finishedAt);
    cells.put("due", Understood::dueAt);
    cells.put("unit", item -> unit(frame, item));
    cells.put("channel", Understood::channel);
    cells.put("question", Understood::question);
    cells.put("score", Understood::score);
    cells.put("customer", Understood::customer);
    cells.put("product", Understood::product);
    cells.put("region", Understood::region);
    cells.put("status", Understood::status);
    cells.put("metric", Understood::metric);
    cells.put("numerator", item -> counted(frame, item.numerator()));
    cells.put("denominator", item -> counted(frame, item.denominator()));
    cells.put("more", PreviewTable::attributes);
    return cells;
  }

  private static @Nullable String unit(Frame frame, Understood item) {
    return item.newUnit() ? item.unit() + " (" + frame.t().of("data.unit.new") + ")" : item.unit();
  }

  private static @Nullable String counted(Frame frame, @Nullable Long count) {
    return count == null ? null : frame.w().count(count);
  }

  private static String attributes(Understood item) {
    JsonNode attributes = Json.mapper().readTree(item.attributes());
    String all =
        attributes.properties().stream()
            .map(entry -> entry.getKey() + ": " + entry.getValue().asString())
            .collect(Collectors.joining("; "));
    return all.length() <= LONGEST ? all : all.substring(0, LONGEST) + "…";
  }

  private static String text(Frame frame, @Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Instant instant -> frame.w().instant(instant);
      case Double number -> frame.w().number(java.math.BigDecimal.valueOf(number));
      default -> value.toString();
    };
  }
}
