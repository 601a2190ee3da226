package org.waymark.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One sentence for the next page a person sees, after something they did: the key of its text, the
 * arguments, and where it can be undone. It travels in a short-lived cookie, because the server
 * keeps no state between two requests.
 */
record Notice(String key, @Nullable String undo, List<String> arguments) {
  static final String COOKIE = "waymark_notice";
  private static final String SEPARATOR = "\u001f";
  private static final Pattern ADDRESS = Pattern.compile("(/[A-Za-z0-9_-]+)+");
  private static final int LONGEST = 600;

  Notice {
    if (undo != null && !ADDRESS.matcher(undo).matches()) {
      throw new IllegalArgumentException("only at an address of ours: " + undo);
    }
  }

  Toast written(Texts texts) {
    return new Toast(texts.of(key, arguments.toArray()), undo);
  }

  String sealed() {
    var parts = new StringBuilder(key).append(SEPARATOR).append(undo == null ? "" : undo);
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
      if (parts.length < 2) {
        return null;
      }
      var undo = parts[1].isEmpty() ? null : parts[1];
      var notice = new Notice(parts[0], undo, Arrays.asList(parts).subList(2, parts.length));
      return texts.has(notice.key) ? notice : null;
    } catch (IllegalArgumentException notOurs) {
      return null;
    }
  }
}
