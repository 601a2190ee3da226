package org.waymark.intake;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns lines into interactions as one row of a mapping says. Not for use by two threads. */
final class RowReader {
  private final Mapping.Row row;
  private final Draft draft;
  private final List<Step> steps = new ArrayList<>();
  private final List<Skip> skips = new ArrayList<>();

  /** A field or attribute and where its columns lie in the cells. */
  private record Step(@Nullable Field field, String attribute, FieldRule rule, int[] places) {}

  private record Skip(int place, Set<String> values) {}

  RowReader(
      Mapping mapping,
      Mapping.Row row,
      ZoneId workspaceZone,
      Map<String, Integer> places,
      Notes notes,
      Tallied tallied) {
    this.row = row;
    this.draft =
        new Draft(
            Times.of(mapping.zoneOr(workspaceZone), row.instantPatterns()),
            mapping.decimal(),
            row.tolerance(),
            notes,
            tallied);
    row.fields().forEach((field, rule) -> steps.add(step(field, "", rule, places)));
    row.attributes().forEach((name, rule) -> steps.add(step(null, name, rule, places)));
    row.skip().forEach((column, values) -> skips.add(new Skip(place(places, column), values)));
  }

  private static Step step(
      @Nullable Field field, String attribute, FieldRule rule, Map<String, Integer> places) {
    return new Step(
        field,
        attribute,
        rule,
        rule.columns().stream().mapToInt(column -> place(places, column)).toArray());
  }

  private static int place(Map<String, Integer> places, String column) {
    Integer place = places.get(column);
    if (place == null) {
      throw new IllegalArgumentException("The column " + column + " was not asked for");
    }
    return place;
  }

  Mapping.Row row() {
    return row;
  }

  /** The id of the line last read, as far as it is known. */
  @Nullable String id() {
    return draft.id();
  }

  /**
   * The interaction that a line is for this row, or null when the line is not meant for it.
   *
   * @throws Refused when it cannot be understood
   */
  @Nullable Interaction read(@Nullable String[] cells) {
    draft.clear();
    for (Skip skip : skips) {
      String cell = cells[skip.place()];
      if (skip.values().contains(cell == null ? "" : cell)) {
        return null;
      }
    }
    for (Step step : steps) {
      String text = value(step, cells);
      if (text == null) {
        continue;
      }
      if (step.field() == null) {
        draft.attribute(step.attribute(), text);
      } else {
        draft.set(step.field(), text);
      }
    }
    return draft.interaction();
  }

  private @Nullable String value(Step step, @Nullable String[] cells) {
    String text =
        switch (step.rule().origin()) {
          case FieldRule.Column column -> present(cells[step.places()[0]]);
          case FieldRule.Constant constant -> constant.text();
          case FieldRule.Template template -> filled(template, step.places(), cells);
        };
    Map<String, @Nullable String> values = step.rule().values();
    return text != null && !values.isEmpty() && values.containsKey(text) ? values.get(text) : text;
  }

  private @Nullable String present(@Nullable String cell) {
    return cell == null || cell.isEmpty() || row.missing().contains(cell) ? null : cell;
  }

  private @Nullable String filled(
      FieldRule.Template template, int[] places, @Nullable String[] cells) {
    StringBuilder text = new StringBuilder(template.texts().getFirst());
    for (int i = 0; i < places.length; i++) {
      String cell = present(cells[places[i]]);
      if (cell == null) {
        return null;
      }
      text.append(cell).append(template.texts().get(i + 1));
    }
    return text.toString();
  }
}
