package org.waymark.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * Figures and times as people write them: in their locale, in the workspace's zone, always with the
 * unit.
 *
 * <p>Units are those of readings: {@code percent} (0 to 100), {@code points}, {@code seconds},
 * {@code count}; any other unit is written after the number as it is. Measured values get one
 * decimal; values people typed are {@linkplain #exact exact}.
 */
public record Words(Locale locale, ZoneId zone) {
  private static final String SPACE = "\u00a0";
  private static final String MINUS = "\u2212";

  /** A measured value with its unit: "82.4 %", "39.8 points", "3.2 days", "8,312". */
  public String value(double value, String unit) {
    var scale = Scale.of(unit, Math.abs(value));
    return scale.label(number(value / scale.size(), scale.decimals(value)), this);
  }

  public String value(BigDecimal value, String unit) {
    return value(value.doubleValue(), unit);
  }

  /** A value a person typed, with every decimal they gave: "84.65 %", "4 hours". */
  public String exact(BigDecimal value, String unit) {
    var scale = Scale.of(unit, Math.abs(value.doubleValue()));
    var inUnit =
        value
            .divide(BigDecimal.valueOf(scale.size()), 6, RoundingMode.HALF_EVEN)
            .stripTrailingZeros();
    return scale.label(number(inUnit), this);
  }

  /**
   * A difference, always with its sign; a difference of shares is in percentage points: "+5.6 pp".
   */
  public String change(double change, String unit) {
    var scale = Scale.of(unit, Math.abs(change));
    var number = number(Math.abs(change) / scale.size(), scale.decimals(change));
    var signed = (change < 0 ? MINUS : change > 0 ? "+" : "±") + number;
    return unit.equals("percent") ? signed + SPACE + "pp" : scale.label(signed, this);
  }

  /** An interval, both ends in one unit: "37.2 to 42.4 points", "2.9 to 3.4 days". */
  public String interval(double low, double high, String unit) {
    var scale = Scale.of(unit, Math.max(Math.abs(low), Math.abs(high)));
    var from = number(low / scale.size(), scale.decimals(low));
    var to = number(high / scale.size(), scale.decimals(high));
    return scale.label(texts().of("web.interval", from, to), this);
  }

  public String interval(BigDecimal low, BigDecimal high, String unit) {
    return interval(low.doubleValue(), high.doubleValue(), unit);
  }

  /** How many answers or items a figure rests on: "n = 2,831". */
  public String n(long n) {
    return texts().of("web.n", count(n));
  }

  public String count(long count) {
    return number(BigDecimal.valueOf(count));
  }

  /** A share of one as percent: 0.824 is "82 %". For progress and scores drawn as bars. */
  public String share(double share) {
    return number(share * 100, 0) + SPACE + "%";
  }

  /** A number with all the decimals it has, grouped the locale's way, with a true minus sign. */
  public String number(BigDecimal number) {
    var format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(Math.max(0, number.stripTrailingZeros().scale()));
    return minus(format.format(number));
  }

  public String number(double number, int decimals) {
    var format = NumberFormat.getNumberInstance(locale);
    format.setRoundingMode(RoundingMode.HALF_EVEN);
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    var written = format.format(number);
    return minus(written.matches("-0[.,0]*") ? written.substring(1) : written);
  }

  public String duration(Duration duration) {
    return value(duration.toMillis() / 1000.0, "seconds");
  }

  /** A size of a file: "6.3 MB". */
  public String bytes(long bytes) {
    if (bytes < 1000) {
      return count(bytes) + SPACE + "B";
    }
    return bytes < 1_000_000
        ? number(bytes / 1e3, 0) + SPACE + "kB"
        : bytes < 1_000_000_000
            ? number(bytes / 1e6, 1) + SPACE + "MB"
            : number(bytes / 1e9, 1) + SPACE + "GB";
  }

  /** "12 Jan 2016". */
  public String date(LocalDate date) {
    return DateTimeFormatter.ofPattern("d MMM uuuu", locale).format(date);
  }

  /** "12 Jan 2016, 22:30" in the workspace's zone. */
  public String instant(Instant instant) {
    return DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", locale).format(instant.atZone(zone));
  }

  /** How many minutes from one instant until another, rounded up, at least one: "12 minutes". */
  public String minutesUntil(Instant now, Instant then) {
    var minutes = Math.max(1, Math.ceilDiv(Duration.between(now, then).toSeconds(), 60));
    return texts().of(minutes == 1 ? "web.unit.minutes.one" : "web.unit.minutes", count(minutes));
  }

  /** How long ago an instant was: "just now", "5 minutes ago", "3 hours ago", "12 days ago". */
  public String ago(Instant now, Instant then) {
    var minutes = Math.max(0, Duration.between(then, now).toMinutes());
    if (minutes < 1) {
      return texts().of("web.ago.now");
    }
    if (minutes < 120) {
      return ago("minutes", minutes);
    }
    return minutes < 48 * 60 ? ago("hours", minutes / 60) : ago("days", minutes / (24 * 60));
  }

  private String ago(String unit, long number) {
    return texts().of("web.ago." + unit + (number == 1 ? ".one" : ""), count(number));
  }

  /** For the datetime attribute of a time element. */
  public String machine(Instant instant) {
    return instant.toString();
  }

  /**
   * A period by its name where it has one: "Jan 2015", "2015", else "1 to 7 Jan 2015". Both days
   * inclusive.
   */
  public String period(LocalDate from, LocalDate to) {
    if (from.equals(to)) {
      return date(from);
    }
    var month = YearMonth.from(from);
    if (from.getDayOfMonth() == 1 && to.equals(month.atEndOfMonth())) {
      return DateTimeFormatter.ofPattern("MMM uuuu", locale).format(from);
    }
    if (from.getDayOfYear() == 1 && to.equals(from.withMonth(12).withDayOfMonth(31))) {
      return Integer.toString(from.getYear());
    }
    if (from.getDayOfMonth() == 1
        && from.getMonthValue() % 3 == 1
        && to.equals(month.plusMonths(2).atEndOfMonth())) {
      return texts()
          .of(
              "web.quarter",
              Integer.toString(from.getMonthValue() / 3 + 1),
              Integer.toString(from.getYear()));
    }
    var start =
        month.equals(YearMonth.from(to))
            ? Integer.toString(from.getDayOfMonth())
            : DateTimeFormatter.ofPattern(
                    from.getYear() == to.getYear() ? "d MMM" : "d MMM uuuu", locale)
                .format(from);
    return texts().of("web.interval", start, date(to));
  }

  public String day(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL_STANDALONE, locale);
  }

  public String month(Month month) {
    return month.getDisplayName(TextStyle.FULL_STANDALONE, locale);
  }

  /** A zone as people know it: "Europe/Berlin" becomes "Europe / Berlin". */
  public String zoneName() {
    return zone.getId().replace("/", " / ").replace('_', ' ');
  }

  Texts texts() {
    return new Texts(locale);
  }

  private static String minus(String written) {
    return written.replace("-", MINUS);
  }

  /** The size of one step of a unit as written: a duration of days is counted in 86,400 seconds. */
  record Scale(String word, double size) {
    static Scale of(String unit, double magnitude) {
      return switch (unit) {
        case "seconds" -> ofSeconds(magnitude);
        case "percent" -> new Scale("%", 1);
        // What a source counts in its quantity has no name; the metric's own name says it.
        case "count", "quantity", "rate" -> new Scale("", 1);
        default -> new Scale(unit, 1);
      };
    }

    private static Scale ofSeconds(double seconds) {
      if (seconds >= 2 * 86_400) {
        return new Scale("days", 86_400);
      }
      if (seconds >= 2 * 3_600) {
        return new Scale("hours", 3_600);
      }
      return seconds >= 120 ? new Scale("minutes", 60) : new Scale("seconds", 1);
    }

    int decimals(double value) {
      var shown = Math.abs(value / size);
      return word.isEmpty() && shown == Math.rint(shown) || shown >= 1000 ? 0 : 1;
    }

    String label(String number, Words words) {
      return switch (word) {
        case "" -> number;
        case "%" -> number + SPACE + "%";
        default -> {
          var key = "web.unit." + word + (number.equals("1") ? ".one" : "");
          yield words.texts().has(key) ? words.texts().of(key, number) : number + SPACE + word;
        }
      };
    }
  }
}
