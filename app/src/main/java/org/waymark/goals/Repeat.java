package org.waymark.goals;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How often something comes back: every so many days, weeks or months. Each time is counted from
 * the first, so that the last day of a month stays the last day.
 */
public record Repeat(int count, Unit unit) {
  private static final Pattern CODE = Pattern.compile("P([1-9][0-9]{0,2})([DWM])");

  /** What is counted. */
  public enum Unit {
    D,
    W,
    M
  }

  public Repeat {
    if (count < 1 || count > 999) {
      throw new IllegalArgumentException("comes back every 1 to 999 days, weeks or months");
    }
  }

  /** Reads an ISO 8601 period of one unit: P90D, P2W, P3M. */
  public static Optional<Repeat> of(@Nullable String code) {
    Matcher period = CODE.matcher(code == null ? "" : code.strip());
    return period.matches()
        ? Optional.of(new Repeat(Integer.parseInt(period.group(1)), Unit.valueOf(period.group(2))))
        : Optional.empty();
  }

  public String code() {
    return "P" + count + unit;
  }

  /** The day of the first time, of the second, and so on. */
  LocalDate nth(LocalDate first, long times) {
    return switch (unit) {
      case D -> first.plusDays(times * count);
      case W -> first.plusWeeks(times * count);
      case M -> first.plusMonths(times * count);
    };
  }
}
