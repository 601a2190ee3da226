package org.waymark.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One sentence for the next page a person sees, after something they did: the key of its text and
 * the arguments. It travels in a short-lived cookie, because the server keeps no state between two
 * requests.
 */
record Notice(String key, List<String> arguments) {
  static final String COOKIE = "waymark_notice";
  private static final String SEPARATOR = "\u001f";
  private static final int LONGEST = 600;

  String written(Texts texts) {
    return texts.of(key, arguments.toArray());
  }

  String sealed() {
    var parts = new StringBuilder(key);
    arguments.forEach(argument -> parts.append(SEPARATOR).append(argument.replace(SEPARATOR, " ")));
    var text = parts.length() > LONGEST ? parts.substring(0, LONGEST) : parts.toString();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads a cookie back; anything that is not a notice of ours is no notice. */
  static @Nullable Notice of(String cookie, Texts texts) {
    try {
      var parts =
          new String(Base64.getUrlDecoder().decode(cookie), StandardCharsets.UTF_8)
              .split(SEPARATOR, -1);
      var notice = new Notice(parts[0], Arrays.asList(parts).subList(1, parts.length));
      return texts.has(notice.key) ? notice : null;
    } catch (IllegalArgumentException notOurs) {
      return null;
    }
  }
}
