package org.waymark.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.platform.FieldError;
import org.waymark.platform.InvalidInput;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What people answered about a file's {@link Doubt}s, put into its mapping and read from it again.
 * The answers go by the name of their doubt; {@code kind} and {@code day} are asked as well.
 */
public final class Answers {
  private static final Pattern DAY_OF_MONTH =
      Pattern.compile("(\\d{4}-\\d{2})-\\{.+\\}", Pattern.DOTALL);
  private static final String MONTH_FIRST = "MM/dd/yyyy";
  private static final String DAY_FIRST = "dd/MM/yyyy";
  private static final Pattern OVERALL =
      Pattern.compile(".*(overall|nps|recommend|satisf|csat).*|.*all");

  private Answers() {}

  /** The mapping as proposed, with those questions only that are about the whole, if any is. */
  public static ObjectNode first(JsonNode proposed, List<Doubt> doubts) {
    ObjectNode mapping = (ObjectNode) proposed.deepCopy();
    for (Doubt doubt : doubts) {
      if (doubt.about().equals(Doubt.QUESTIONS)) {
        List<String> whole =
            doubt.columns().stream()
                .filter(column -> OVERALL.matcher(column.toLowerCase(Locale.ROOT)).matches())
                .toList();
        if (!whole.isEmpty()) {
          keep(mapping, whole);
        }
      }
    }
    return mapping;
  }

  /**
   * The mapping with what was answered.
   *
   * @param proposed the mapping nobody has corrected yet, which knows every question
   * @param zone of times that bring none
   * @throws InvalidInput naming each doubt that is left or was answered with nonsense
   */
  public static ObjectNode put(
      JsonNode proposed, List<Doubt> doubts, Map<String, List<String>> given, ZoneId zone) {
    ObjectNode mapping = (ObjectNode) proposed.deepCopy();
    List<FieldError> wrong = new ArrayList<>();
    if (!one(given, "kind").isEmpty()) {
      mapping.put("kind", one(given, "kind"));
    }
    for (Doubt doubt : doubts) {
      String said = one(given, doubt.about());
      switch (doubt.about()) {
        case Doubt.ORDER -> order(mapping, said, wrong);
        case Doubt.MONTH -> month(mapping, doubt, said, wrong);
        case Doubt.WHEN -> when(mapping, doubt, said, one(given, "day"), wrong);
        case Doubt.ID -> id(mapping, doubt, all(given, Doubt.ID), wrong);
        case Doubt.WRITTEN -> written(mapping, said, zone, wrong);
        case Doubt.QUESTIONS -> {
          List<String> kept = all(given, Doubt.QUESTIONS);
          if (kept.isEmpty()) {
            wrong.add(new FieldError(Doubt.QUESTIONS, "choose at least one"));
          } else {
            keep(mapping, kept);
          }
        }
        default -> throw new IllegalStateException("Nobody asks about " + doubt.about());
      }
    }
    if (!wrong.isEmpty()) {
      throw new InvalidInput(wrong);
    }
    return mapping;
  }

  /** The answers that stand in a mapping, by the name of their doubt. */
  public static Map<String, List<String>> in(JsonNode mapping, ZoneId zone) {
    Map<String, List<String>> said = new LinkedHashMap<>();
    say(said, "kind", mapping.path("kind").asString(""));
    JsonNode pattern = mapping.path("formats").path("instant").path(0);
    if (pattern.isString() && pattern.stringValue().startsWith(MONTH_FIRST)) {
      say(said, Doubt.ORDER, "month");
    } else if (pattern.isString() && pattern.stringValue().startsWith(DAY_FIRST)) {
      say(said, Doubt.ORDER, "day");
    }
    JsonNode started = mapping.path("fields").path("startedAt");
    Matcher month = DAY_OF_MONTH.matcher(started.path("template").asString(""));
    if (month.matches()) {
      say(said, Doubt.MONTH, month.group(1));
    }
    say(said, Doubt.WHEN, started.path("column").asString(""));
    if (started.has("constant")) {
      say(said, Doubt.WHEN, "=");
      say(said, "day", started.path("constant").asString(""));
    }
    String snapshot = mapping.path("snapshotAt").asString("");
    if (!snapshot.isEmpty()) {
      say(
          said,
          Doubt.WRITTEN,
          java.time.OffsetDateTime.parse(snapshot)
              .atZoneSameInstant(zone)
              .toLocalDateTime()
              .truncatedTo(ChronoUnit.MINUTES)
              .toString());
    }
    List<String> questions = new ArrayList<>();
    mapping.path("rows").forEach(row -> questions.add(scored(row)));
    said.put(Doubt.QUESTIONS, questions);
    JsonNode id = mapping.path("fields").path("id");
    List<String> columns = new ArrayList<>();
    if (id.path("column").isString()) {
      columns.add(id.path("column").stringValue());
    }
    Matcher part = Pattern.compile("\\{([^{}]+)\\}").matcher(id.path("template").asString(""));
    while (part.find()) {
      columns.add(part.group(1));
    }
    said.put(Doubt.ID, columns);
    return said;
  }

  private static void order(ObjectNode mapping, String said, List<FieldError> wrong) {
    if (!said.equals("month") && !said.equals("day")) {
      wrong.add(new FieldError(Doubt.ORDER, "choose which of the two it is"));
      return;
    }
    ArrayNode patterns = mapping.putObject("formats").putArray("instant");
    DateColumns.TIMES.forEach(
        time -> patterns.add((said.equals("month") ? MONTH_FIRST : DAY_FIRST) + time));
  }

  private static void month(ObjectNode mapping, Doubt doubt, String said, List<FieldError> wrong) {
    try {
      fill(mapping, "startedAt")
          .put("template", YearMonth.parse(said) + "-{" + doubt.columns().getFirst() + "}");
    } catch (DateTimeException e) {
      wrong.add(new FieldError(Doubt.MONTH, "give year and month, such as 2014-05"));
    }
  }

  private static void when(
      ObjectNode mapping, Doubt doubt, String said, String day, List<FieldError> wrong) {
    if (doubt.columns().contains(said)) {
      fill(mapping, "startedAt").put("column", said);
      return;
    }
    if (!said.equals("=")) {
      wrong.add(new FieldError(Doubt.WHEN, "choose a column, or one day for all lines"));
      return;
    }
    try {
      fill(mapping, "startedAt").put("constant", LocalDate.parse(day).toString());
    } catch (DateTimeException e) {
      wrong.add(new FieldError("day", "give a day as year-month-day, such as 2026-01-31"));
    }
  }

  private static void id(
      ObjectNode mapping, Doubt doubt, List<String> said, List<FieldError> wrong) {
    if (said.isEmpty() || !doubt.columns().containsAll(said)) {
      wrong.add(new FieldError(Doubt.ID, "choose at least one column"));
    } else if (said.size() == 1) {
      fill(mapping, "id").put("column", said.getFirst());
    } else {
      fill(mapping, "id").put("template", "{" + String.join("}:{", said) + "}");
    }
  }

  private static void written(
      ObjectNode mapping, String said, ZoneId zone, List<FieldError> wrong) {
    if (said.isEmpty()) {
      mapping.remove("snapshotAt");
      return;
    }
    try {
      LocalDateTime local =
          said.length() == 10 ? LocalDate.parse(said).atTime(23, 59) : LocalDateTime.parse(said);
      mapping.put("snapshotAt", local.atZone(zone).toOffsetDateTime().toString());
    } catch (DateTimeException e) {
      wrong.add(
          new FieldError(Doubt.WRITTEN, "give a day, or day and time, such as 2016-01-12T22:30"));
    }
  }

  private static void keep(ObjectNode mapping, List<String> columns) {
    if (mapping.get("rows") instanceof ArrayNode rows) {
      ArrayNode kept = mapping.putArray("rows");
      rows.forEach(
          row -> {
            if (columns.contains(scored(row))) {
              kept.add(row);
            }
          });
    }
  }

  private static String scored(JsonNode row) {
    return row.path("fields").path("score").path("column").asString("");
  }

  private static ObjectNode fill(ObjectNode mapping, String field) {
    ObjectNode fields =
        mapping.get("fields") instanceof ObjectNode known ? known : mapping.putObject("fields");
    return fields.putObject(field);
  }

  private static void say(Map<String, List<String>> said, String about, String answer) {
    if (!answer.isEmpty()) {
      said.put(about, List.of(answer));
    }
  }

  private static List<String> all(Map<String, List<String>> given, String about) {
    return given.getOrDefault(about, List.of()).stream().filter(one -> !one.isBlank()).toList();
  }

  private static String one(Map<String, List<String>> given, String about) {
    List<String> all = all(given, about);
    return all.isEmpty() ? "" : all.getFirst().strip();
  }
}
