package org.waymark.web;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.Json;
import tools.jackson.databind.JsonNode;

/** Reads what people type into forms: days, numbers, and times such as "3 days". */
public record Typed(Form form) {
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,10})?");
  private static final Pattern SHARE = Pattern.compile("(\\d{1,15})\\s*(?:/|of)\\s*(\\d{1,15})");
  private static final Pattern TIME =
      Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)\\s*(d|days?|h|hours?|min|minutes?|s|seconds?)");

  public @Nullable LocalDate day(String field) {
    String text = form.optional(field);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw InvalidInput.of(field, "give a day as year-month-day, such as 2026-01-31");
    }
  }

  public @Nullable UUID id(String field) {
    String text = form.optional(field);
    try {
      return text == null ? null : UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw InvalidInput.of(field, "choose one from the list");
    }
  }

  public @Nullable Integer whole(String field) {
    String text = form.optional(field);
    if (text == null) {
      return null;
    }
    if (!text.matches("\\d{1,9}")) {
      throw InvalidInput.of(field, "give a whole number");
    }
    return Integer.valueOf(text);
  }

  public @Nullable Long count(String field) {
    Integer whole = whole(field);
    return whole == null ? null : Long.valueOf(whole);
  }

  public @Nullable BigDecimal number(String field) {
    String text = form.optional(field);
    if (text == null) {
      return null;
    }
    String plain = text.replace("\u2212", "-").replace("%", "").strip();
    if (!NUMBER.matcher(plain).matches()) {
      throw InvalidInput.of(field, "give a number with a point, such as 82.5");
    }
    return new BigDecimal(plain);
  }

  /** So many of so many, such as "12 / 40" or "12 of 40"; null when it is no share. */
  public @Nullable Share share(String field) {
    String text = form.optional(field);
    Matcher share = SHARE.matcher(text == null ? "" : text);
    return share.matches()
        ? new Share(Long.parseLong(share.group(1)), Long.parseLong(share.group(2)))
        : null;
  }

  /** So many of so many. */
  public record Share(long numerator, long denominator) {}

  /** A length of time such as "4 hours" or "PT4H", as the API takes it. */
  public @Nullable String time(String field) {
    JsonNode value = value(field);
    if (value == null) {
      return null;
    }
    try {
      return Duration.parse(value.asString()).toString();
    } catch (DateTimeParseException e) {
      throw InvalidInput.of(field, "give a time with its unit, such as 4 hours");
    }
  }

  /** A length of time as people type it. */
  public static String spoken(Duration time) {
    long seconds = time.toSeconds();
    return seconds % 86_400 == 0
        ? spoken(seconds / 86_400, "day")
        : seconds % 3_600 == 0
            ? spoken(seconds / 3_600, "hour")
            : seconds % 60 == 0 ? spoken(seconds / 60, "minute") : spoken(seconds, "second");
  }

  private static String spoken(long count, String unit) {
    return count + " " + unit + (count == 1 ? "" : "s");
  }

  /** A number, or a time such as "3 days" or "PT4H", as the API takes it. */
  public @Nullable JsonNode value(String field) {
    String text = form.optional(field);
    if (text == null) {
      return null;
    }
    Matcher time = TIME.matcher(text.toLowerCase(Locale.ROOT));
    if (time.matches()) {
      BigDecimal seconds =
          new BigDecimal(time.group(1))
              .multiply(
                  BigDecimal.valueOf(
                      switch (time.group(2).charAt(0)) {
                        case 'd' -> 86_400;
                        case 'h' -> 3_600;
                        case 'm' -> 60;
                        default -> 1;
                      }));
      return Json.mapper().valueToTree("PT" + seconds.stripTrailingZeros().toPlainString() + "S");
    }
    if (text.startsWith("P") || text.startsWith("p")) {
      return Json.mapper().valueToTree(text.toUpperCase(Locale.ROOT));
    }
    return Json.mapper().valueToTree(number(field));
  }
}
