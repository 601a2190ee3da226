package org.waymark.workspace;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The short name by which units, cycles and areas are called in addresses, files and requests: 1 to
 * {@value #LONGEST} letters, digits, dots, hyphens and underscores of ASCII, starting with a letter
 * or digit. Case is kept for the eye, but two codes that differ only in case are the same.
 */
public final class Code {

  public static final int LONGEST = 64;

  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  private Code() {}

  /** Whether the text can serve as a code. */
  public static boolean isOne(String text) {
    return text.length() <= LONGEST && SHAPE.matcher(text).matches();
  }

  /** What two codes have in common when they are the same. */
  public static String key(String code) {
    return code.toLowerCase(Locale.ROOT);
  }

  /**
   * A code made of a name: "Straße &amp; Grün" becomes "strasse-grun". Empty when the name has no
   * letter or digit that ASCII knows.
   */
  public static String ofName(String name) {
    String plain =
        Normalizer.normalize(name.replace("ß", "ss").replace("ẞ", "SS"), Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT);
    String slug = plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return slug.length() <= LONGEST ? slug : slug.substring(0, LONGEST).replaceAll("-$", "");
  }
}
