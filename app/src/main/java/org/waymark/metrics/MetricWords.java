package org.waymark.metrics;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * What a metric means, in one language.
 *
 * @param label its name
 * @param definition what it counts, for somebody who has never heard of it
 * @param formula the arithmetic in words
 * @param interval where the interval comes from and what it leaves out
 * @param pitfalls how people have misled themselves with it
 */
public record MetricWords(
    String label, String definition, String formula, String interval, List<String> pitfalls) {

  private static final String BUNDLE = "messages/metrics";
  private static final ResourceBundle.Control EXACT_LANGUAGE =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  public MetricWords {
    pitfalls = List.copyOf(pitfalls);
  }

  /** The shipped words of a metric, or null when it is the workspace's own. */
  static @Nullable MetricWords shipped(String key, Locale locale) {
    ResourceBundle bundle = bundle(locale);
    String prefix = "metrics." + key + ".";
    if (!bundle.containsKey(prefix + "label")) {
      return null;
    }
    List<String> pitfalls = new ArrayList<>();
    for (int i = 1; bundle.containsKey(prefix + "pitfall." + i); i++) {
      pitfalls.add(bundle.getString(prefix + "pitfall." + i));
    }
    return new MetricWords(
        bundle.getString(prefix + "label"),
        bundle.getString(prefix + "definition"),
        bundle.getString(prefix + "formula"),
        bundle.getString(prefix + "interval"),
        pitfalls);
  }

  /**
   * A text of the metrics' bundle.
   *
   * @throws MissingResourceException when there is no such text, which is a defect
   */
  public static String say(Locale locale, String name, Object... arguments) {
    String pattern = bundle(locale).getString(name);
    return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
  }

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(BUNDLE, locale, EXACT_LANGUAGE);
  }
}
