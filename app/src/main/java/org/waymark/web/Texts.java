package org.waymark.web;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * Every word a person reads, in their language. A key begins with the bundle that holds it: {@code
 * goals.list.title} is in {@code messages/goals.properties}.
 *
 * @param locale the language of the texts
 */
public record Texts(Locale locale) {
  /** Those the product speaks, the usual one first. */
  public static final List<Locale> LOCALES =
      List.of(Locale.UK, Locale.US, Locale.CANADA, Locale.ENGLISH);

  /**
   * The text of a key with its arguments put in. Numbers given as arguments are written the
   * locale's way; dates and measured values go through {@link Words} first.
   *
   * @throws MissingResourceException when there is no such text
   */
  public String of(String key, Object... arguments) {
    var pattern = bundle(key).getString(key);
    return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
  }

  /**
   * Whether there is a text of this key: for states and codes that may have a word of their own.
   */
  public boolean has(String key) {
    try {
      return bundle(key).containsKey(key);
    } catch (MissingResourceException nothing) {
      return false;
    }
  }

  private ResourceBundle bundle(String key) {
    var dot = key.indexOf('.');
    var name = dot < 0 ? key : key.substring(0, dot);
    return ResourceBundle.getBundle("messages." + name, locale, NO_FALLBACK);
  }

  /**
   * Without this, a server started in Germany would look for German texts before the default ones.
   */
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
}
