package org.waymark.measurement.web;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The arithmetic of a metric, as it is set on a page: fractions with one line above the other. Made
 * from the formula in words, {@code 100 × (promoters − detractors) ÷ answers}, in which a semicolon
 * parts several and a colon names one.
 *
 * @param text the whole in one line, for those who listen
 */
public record Formula(String text, List<Line> lines) {
  private static final Pattern NAME = Pattern.compile("([^:×÷]+):\\s*(.*)");
  private static final Pattern FACTOR = Pattern.compile("(\\d+)\\s*×\\s*(.*)");

  public Formula {
    lines = List.copyOf(lines);
  }

  /**
   * One of them.
   *
   * @param name what it gives, where there are several
   * @param factor what the fraction is multiplied by; null without one
   * @param over what stands above the line, or the whole when there is no fraction
   * @param under what stands below the line; null when there is no fraction
   */
  public record Line(
      @Nullable String name, @Nullable String factor, String over, @Nullable String under) {}

  static Formula of(String text) {
    return new Formula(text, Arrays.stream(text.split(";")).map(Formula::line).toList());
  }

  private static Line line(String text) {
    Matcher named = NAME.matcher(text.strip());
    String name = named.matches() ? named.group(1) : null;
    String rest = named.matches() ? named.group(2) : text.strip();
    String[] parts = rest.split("÷");
    if (parts.length != 2) {
      return new Line(name, null, rest, null);
    }
    Matcher multiplied = FACTOR.matcher(parts[0].strip());
    boolean factor = multiplied.matches();
    return new Line(
        name,
        factor ? multiplied.group(1) : null,
        bare(factor ? multiplied.group(2) : parts[0]),
        bare(parts[1]));
  }

  /** Without the brackets that the line of a fraction makes needless. */
  private static String bare(String text) {
    String part = text.strip();
    return part.matches("\\([^()]*\\)") ? part.substring(1, part.length() - 1) : part;
  }
}
