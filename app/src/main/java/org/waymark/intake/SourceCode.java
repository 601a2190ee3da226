package org.waymark.intake;

import java.util.regex.Pattern;

/** The code that names a source. */
final class SourceCode {
  private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._:-]{0,79}");

  private SourceCode() {}

  static String check(String code) {
    if (!CODE.matcher(code).matches()) {
      throw new Refused(
          "source",
          Refused.quote(code)
              + " is not a code: use letters, digits, dot, dash, colon and underscore, at most 80");
    }
    return code;
  }
}
