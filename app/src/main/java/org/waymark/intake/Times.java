package org.waymark.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the moments of a file. Local times are of one zone: a time that occurs twice takes the
 * earlier offset and is counted, one that does not exist is refused, a date alone is the start of
 * that local day. Without patterns the ISO forms are read ({@code 2016-05-04}, {@code 2016-05-04
 * 14:30}, {@code 2016-05-04T14:30:00Z}; days and months may have one digit). Moments are kept in
 * whole microseconds.
 */
final class Times {
  /** Years outside are taken for slips of the pen or stand-ins for "never". */
  static final int FIRST_YEAR = 1900;

  static final int LAST_YEAR = 2199;

  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4,9})-(\\d{1,2})-(\\d{1,2})(?:[Tt ](\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?\\s*(Z|z|[+-]\\d{2}:?\\d{2})?)?");
  private static final Pattern SLASHED = Pattern.compile("\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{2,4}.*");

  private final ZoneRules rules;
  private final ZoneId zone;
  private final List<ClockPattern> quick = new ArrayList<>();
  private final List<DateTimeFormatter> thorough = new ArrayList<>();
  private final List<String> patterns;
  private final boolean offsetRequired;
  private final int[] offsetOfDay =
      new int[366 * 90]; // by days since 1970; 0 not known yet, else offset + OFFSET_BASE
  private static final int OFFSET_BASE = 1_000_000;
  private static final int SHIFTING = -1; // the zone changes its offset on this day

  /** The zone of local times. */
  ZoneId zone() {
    return zone;
  }

  private Times(ZoneId zone, List<String> patterns, boolean offsetRequired) {
    this.zone = zone;
    this.rules = zone.getRules();
    this.patterns = patterns;
    this.offsetRequired = offsetRequired;
    for (String pattern : patterns) {
      ClockPattern clock = ClockPattern.compile(pattern);
      if (clock != null) {
        quick.add(clock);
      } else {
        thorough.add(formatter(pattern));
      }
    }
  }

  static Times of(ZoneId zone, List<String> patterns) {
    return new Times(zone, patterns, false);
  }

  /** The API's own form: RFC 3339, offset included. */
  static Times rfc3339() {
    return new Times(ZoneOffset.UTC, List.of(), true);
  }

  /**
   * @throws Refused when the pattern is not one of {@link DateTimeFormatter}
   */
  static void checkPattern(String pattern) {
    if (ClockPattern.compile(pattern) == null) {
      formatter(pattern);
    }
  }

  Instant read(String field, String text, Notes notes) {
    for (ClockPattern clock : quick) {
      LocalDateTime local = clock.parse(text);
      if (local != null) {
        return instant(field, text, local, notes);
      }
    }
    for (DateTimeFormatter formatter : thorough) {
      try {
        TemporalAccessor parsed =
            formatter.parseBest(
                text,
                ZonedDateTime::from,
                OffsetDateTime::from,
                LocalDateTime::from,
                LocalDate::from);
        return switch (parsed) {
          case ZonedDateTime moment -> inYears(field, text, moment.toInstant(), moment.getYear());
          case OffsetDateTime moment -> inYears(field, text, moment.toInstant(), moment.getYear());
          case LocalDateTime local -> instant(field, text, local, notes);
          default -> startOfDay(field, text, LocalDate.from(parsed));
        };
      } catch (DateTimeException e) {
        continue; // the next pattern may fit
      }
    }
    if (patterns.isEmpty()) {
      return iso(field, text, notes);
    }
    throw new Refused(
        field,
        Refused.quote(text)
            + " does not read as "
            + String.join(" or ", patterns)
            + ": correct it, or change formats.instant");
  }

  private Instant iso(String field, String text, Notes notes) {
    Matcher parts = ISO.matcher(text);
    if (!parts.matches()) {
      throw new Refused(
          field,
          SLASHED.matcher(text).matches() && !offsetRequired
              ? Refused.quote(text)
                  + " is ambiguous (day or month first?): say which in formats.instant, for example MM/dd/yyyy or dd/MM/yyyy"
              : Refused.quote(text)
                  + (offsetRequired
                      ? " is not an RFC 3339 instant: write it like 2026-03-06T16:30:00Z"
                      : " is not a date or time: write it like 2026-03-06T16:30:00, or give its pattern in formats.instant"));
    }
    if (offsetRequired && parts.group(8) == null) {
      throw new Refused(
          field, Refused.quote(text) + " has no offset: write it like 2026-03-06T16:30:00Z");
    }
    int year = number(parts, 1);
    yearCheck(field, text, year);
    try {
      LocalDate date = LocalDate.of(year, number(parts, 2), number(parts, 3));
      if (parts.group(4) == null) {
        return startOfDay(field, text, date);
      }
      int nanos =
          parts.group(7) == null
              ? 0
              : Integer.parseInt((parts.group(7) + "00000000").substring(0, 9));
      LocalDateTime local =
          date.atTime(
              number(parts, 4),
              number(parts, 5),
              parts.group(6) == null ? 0 : number(parts, 6),
              nanos);
      String offset = parts.group(8);
      return offset == null
          ? instant(field, text, local, notes)
          : local
              .toInstant(ZoneOffset.of(offset.toUpperCase(Locale.ROOT)))
              .truncatedTo(ChronoUnit.MICROS);
    } catch (DateTimeException e) {
      throw new Refused(field, Refused.quote(text) + " is not a date that exists: correct it");
    }
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }

  private Instant startOfDay(String field, String text, LocalDate date) {
    yearCheck(field, text, date.getYear());
    return date.atStartOfDay(zone).toInstant();
  }

  private Instant instant(String field, String text, LocalDateTime local, Notes notes) {
    yearCheck(field, text, local.getYear());
    long day = local.toLocalDate().toEpochDay();
    if (day >= 0 && day < offsetOfDay.length) {
      int known = offsetOfDay[(int) day];
      if (known == 0) {
        known = offsetOfDay[(int) day] = steadyOffset(local.toLocalDate());
      }
      if (known != SHIFTING) {
        return Instant.ofEpochSecond(
            day * 86_400 + local.toLocalTime().toSecondOfDay() - (known - OFFSET_BASE),
            local.getNano() / 1000 * 1000L);
      }
    }
    List<ZoneOffset> offsets = rules.getValidOffsets(local);
    if (offsets.isEmpty()) {
      ZoneOffsetTransition gap = rules.getTransition(local);
      throw new Refused(
          field,
          Refused.quote(text)
              + " does not exist in "
              + zone
              + " (clocks went from "
              + gap.getDateTimeBefore().toLocalTime()
              + " to "
              + gap.getDateTimeAfter().toLocalTime()
              + "): correct it, or check the mapping's zone");
    }
    if (offsets.size() > 1) {
      notes.ambiguousTimes++;
    }
    return local.toInstant(offsets.getFirst()).truncatedTo(ChronoUnit.MICROS);
  }

  private int steadyOffset(LocalDate day) {
    Instant before = day.atStartOfDay().minusDays(1).toInstant(ZoneOffset.UTC);
    Instant after = day.atStartOfDay().plusDays(2).toInstant(ZoneOffset.UTC);
    ZoneOffset offset = rules.getOffset(before);
    ZoneOffsetTransition next = rules.nextTransition(before);
    boolean steady = next == null || !next.getInstant().isBefore(after);
    return steady ? offset.getTotalSeconds() + OFFSET_BASE : SHIFTING;
  }

  private static Instant inYears(String field, String text, Instant moment, int year) {
    yearCheck(field, text, year);
    return moment.truncatedTo(ChronoUnit.MICROS);
  }

  private static void yearCheck(String field, String text, int year) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new Refused(
          field,
          Refused.quote(text)
              + " is in the year "
              + year
              + ", outside "
              + FIRST_YEAR
              + " to "
              + LAST_YEAR
              + ": correct it, or list it under \"missing\" when it stands for no date");
    }
  }

  private static DateTimeFormatter formatter(String pattern) {
    try {
      return new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern(pattern)
          .toFormatter(Locale.ENGLISH);
    } catch (IllegalArgumentException e) {
      throw new Refused(
          "formats.instant",
          Refused.quote(pattern)
              + " is not a date pattern: use letters such as yyyy-MM-dd HH:mm:ss or MM/dd/yyyy hh:mm:ss a");
    }
  }
}
