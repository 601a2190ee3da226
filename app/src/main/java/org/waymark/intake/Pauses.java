package org.waymark.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.fact.Pause;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * When an interaction waited for its customer. Written as pairs of moments, {@code A..B; C..D}, in
 * the order of the clock; in JSON as a list of objects with from and to.
 */
final class Pauses {
  /** Most pauses of one interaction. */
  static final int MOST = 100;

  /** Most characters in which they are written. */
  private static final int LONGEST = MOST * 80;

  private static final String NEXT = ";";
  private static final String UNTIL = "..";

  private Pauses() {}

  /**
   * The pauses that a text tells.
   *
   * @throws Refused naming the moment that is wrong
   */
  static List<Pause> read(@Nullable String text, Instant startedAt, Times times, Notes notes) {
    List<Pause> pauses = new ArrayList<>();
    if (text == null) {
      return pauses;
    }
    Draft.checkText("pauses", text, LONGEST);
    for (String one : text.split(NEXT)) {
      if (one.isBlank()) {
        continue;
      }
      if (pauses.size() == MOST) {
        throw new Refused("pauses", "are more than " + MOST + ": join some");
      }
      pauses.add(pause(one.strip(), pauses, startedAt, times, notes));
    }
    return pauses;
  }

  private static Pause pause(
      String text, List<Pause> before, Instant startedAt, Times times, Notes notes) {
    String place = "pauses[" + before.size() + "]";
    int dots = text.indexOf(UNTIL);
    String began = dots < 0 ? text : text.substring(0, dots).strip();
    String ended = dots < 0 ? "" : text.substring(dots + UNTIL.length()).strip();
    if (began.isEmpty()) {
      throw new Refused(place + ".from", "is missing: give the moment the wait began");
    }
    if (ended.isEmpty()) {
      throw new Refused(
          place + ".to",
          "is missing: send a pause once it has ended, as 2026-03-10T10:00Z..2026-03-10T15:00Z");
    }
    Instant from = times.read(place + ".from", began, notes);
    Instant to = times.read(place + ".to", ended, notes);
    if (from.isBefore(startedAt)) {
      throw new Refused(
          place + ".from",
          "lies "
              + Draft.shown(Duration.between(from, startedAt))
              + " before the interaction starts: correct it");
    }
    if (!to.isAfter(from)) {
      throw new Refused(place + ".to", "is not later than from: a pause cannot run backwards");
    }
    if (!before.isEmpty() && Moments.micros(from) < before.getLast().toUs()) {
      throw new Refused(
          place + ".from", "lies before the end of the pause before it: join them, in their order");
    }
    return new Pause(Moments.micros(from), Moments.micros(to));
  }

  /** A list of objects with from and to, as {@link #read} takes it. */
  static String text(JsonNode value) {
    if (!value.isArray()) {
      throw new Refused("pauses", "must be a list in square brackets");
    }
    List<String> pauses = new ArrayList<>();
    for (JsonNode one : value) {
      String place = "pauses[" + pauses.size() + "]";
      if (!(one instanceof ObjectNode object)) {
        throw new Refused(place, "must be an object with from and to");
      }
      for (String name : object.propertyNames()) {
        if (!name.equals("from") && !name.equals("to")) {
          throw new Refused(place + "." + name, "is not known here: use from, to");
        }
      }
      pauses.add(
          moment(place + ".from", object.path("from"))
              + UNTIL
              + moment(place + ".to", object.path("to")));
    }
    return String.join(NEXT, pauses);
  }

  private static String moment(String field, JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      throw new Refused(field, "is missing: give the moment; a pause is sent once it has ended");
    }
    String text = JsonLines.text(field, value);
    if (text.contains(UNTIL) || text.contains(NEXT)) {
      throw new Refused(field, Refused.quote(text) + " is not one moment");
    }
    return text;
  }

  /** As they are written, or null for none. */
  static @Nullable String written(List<Pause> pauses) {
    return pauses.isEmpty()
        ? null
        : pauses.stream()
            .map(one -> Moments.of(one.fromUs()) + UNTIL + Moments.of(one.toUs()))
            .collect(Collectors.joining(NEXT + " "));
  }
}
