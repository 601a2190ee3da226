package org.waymark.workspace;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.waymark.platform.FieldError;
import org.waymark.platform.InvalidInput;

/**
 * Reads the fields of one request and collects what is wrong with them, so that the sender hears of
 * everything at once. The values handed out are valid only after {@link #check} has returned.
 */
public final class Fields {

  /** Longest name of a thing, in characters. */
  public static final int LONGEST_NAME = 200;

  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

  private final List<FieldError> errors = new ArrayList<>();

  /** Notes what is wrong with a field. */
  public void refuse(String field, String reason) {
    errors.add(new FieldError(field, reason));
  }

  /** A name: not blank, at most {@value #LONGEST_NAME} characters, on one line. */
  public String name(String field, @Nullable String text) {
    if (text == null || text.isBlank()) {
      refuse(field, "give a name");
      return "";
    }
    String name = text.strip();
    if (name.length() > LONGEST_NAME) {
      refuse(field, "must be at most " + LONGEST_NAME + " characters, is " + name.length());
    }
    if (name.chars().anyMatch(Character::isISOControl)) {
      refuse(field, "must be one line without control characters");
    }
    return name;
  }

  /** A code, made of the name when none is given; see {@link Code}. */
  public String code(String field, @Nullable String text, String name) {
    String code = text == null || text.isBlank() ? Code.ofName(name) : text.strip();
    if (!Code.isOne(code)) {
      refuse(
          field,
          "must be 1 to "
              + Code.LONGEST
              + " letters (a-z), digits, dots, hyphens or underscores, starting with a letter or"
              + " digit");
    }
    return code;
  }

  /** A day between the years 1900 and 2999. */
  public LocalDate day(String field, @Nullable LocalDate day) {
    if (day == null) {
      refuse(field, "give a date such as 2026-03-31");
      return EARLIEST;
    }
    if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
      refuse(field, "must lie between " + EARLIEST + " and " + LATEST);
    }
    return day;
  }

  /** A time zone with rules, such as Europe/Berlin or UTC. */
  public ZoneId zone(String field, @Nullable String text) {
    String zone = text == null ? "" : text.strip();
    if (zone.equals("Z")) {
      return ZoneId.of("UTC");
    }
    if (ZoneId.getAvailableZoneIds().contains(zone)) {
      return ZoneId.of(zone);
    }
    refuse(field, "give a time zone such as Europe/Berlin or UTC");
    return ZoneId.of("UTC");
  }

  /** One of the words of an enum, in any case, with hyphens for underscores. */
  public <E extends Enum<E>> E word(String field, @Nullable String text, Class<E> words) {
    E[] all = words.getEnumConstants();
    for (E one : all) {
      if (text != null && word(one).equalsIgnoreCase(text.strip())) {
        return one;
      }
    }
    refuse(
        field,
        "must be one of " + Arrays.stream(all).map(Fields::word).collect(Collectors.joining(", ")));
    return all[0];
  }

  /** The word for an enum's value in requests and answers. */
  public static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Nothing, when all fields were good.
   *
   * @throws InvalidInput naming every field that was not
   */
  public void check() {
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
  }
}
