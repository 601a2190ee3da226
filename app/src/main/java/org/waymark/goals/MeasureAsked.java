package org.waymark.goals;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.web.Form;

/**
 * What a new goal is to be measured by, as the page of a metric sends it along: {@code
 * metric=nps&statistic=score&unit=shop&channel=email}. It travels in addresses and in one hidden
 * field, and is believed only as far as the catalogue knows it.
 *
 * @param parts dimension to values, any of which will do; without the unit
 */
public record MeasureAsked(
    String metric,
    @Nullable String statistic,
    @Nullable String unit,
    Map<String, List<String>> parts) {

  /** Reads the parameters of an address; null when they name no metric. */
  public static @Nullable MeasureAsked of(Form asked) {
    String metric = asked.optional("metric");
    if (metric == null) {
      return null;
    }
    Map<String, List<String>> parts = new LinkedHashMap<>();
    asked
        .values()
        .forEach(
            (name, values) -> {
              List<String> given = values.stream().filter(value -> !value.isBlank()).toList();
              if (isDimension(name) && !given.isEmpty()) {
                parts.put(name, given);
              }
            });
    return new MeasureAsked(metric, asked.optional("statistic"), asked.optional("unit"), parts);
  }

  /** Reads what {@link #query} wrote. */
  public static @Nullable MeasureAsked ofQuery(String query) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String pair : query.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        values
            .computeIfAbsent(decoded(pair.substring(0, equals)), name -> new ArrayList<>())
            .add(decoded(pair.substring(equals + 1)));
      }
    }
    return of(new Form(values, List.of()));
  }

  /** As {@link #ofQuery} reads it. */
  public String query() {
    List<String> pairs = new ArrayList<>();
    pairs.add(pair("metric", metric));
    if (statistic != null) {
      pairs.add(pair("statistic", statistic));
    }
    if (unit != null) {
      pairs.add(pair("unit", unit));
    }
    parts.forEach((name, values) -> values.forEach(value -> pairs.add(pair(name, value))));
    return String.join("&", pairs);
  }

  private static boolean isDimension(String name) {
    return switch (name) {
      case "channel", "product", "region", "topic", "question", "touchpoint", "kind" -> true;
      default -> name.startsWith("attribute.");
    };
  }

  private static String pair(String name, String value) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8)
        + "="
        + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      return text;
    }
  }
}
