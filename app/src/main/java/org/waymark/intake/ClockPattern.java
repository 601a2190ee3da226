package org.waymark.intake;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The everyday date patterns (digits, separators, AM/PM), read without the general formatter, which
 * costs ten times as much and is most of the work of reading a file. Numbers between separators may
 * have fewer digits than the pattern; two-digit years, month names, offsets and zones are left to
 * the general formatter.
 */
final class ClockPattern {
  private record Part(char letter, int width, boolean open) {}

  private final Part[] parts;
  private final boolean clock12;

  private ClockPattern(Part[] parts, boolean clock12) {
    this.parts = parts;
    this.clock12 = clock12;
  }

  /** The pattern made ready, or null when it holds more than this class reads. */
  static @Nullable ClockPattern compile(String pattern) {
    List<Part> parts = new ArrayList<>();
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < pattern.length(); ) {
      char c = pattern.charAt(i);
      int end = i;
      while (end < pattern.length() && pattern.charAt(end) == c) {
        end++;
      }
      int width = end - i;
      if ("yuMdHhmsa".indexOf(c) >= 0) {
        char letter = c == 'u' ? 'y' : c;
        boolean fits =
            switch (letter) {
              case 'y' -> width == 4;
              case 'a' -> width == 1;
              default -> width <= 2;
            };
        if (!fits || letters.indexOf(String.valueOf(letter)) >= 0) {
          return null;
        }
        letters.append(letter);
        parts.add(new Part(letter, width, true));
        i = end;
      } else if (c == '\'') {
        if (i + 2 < pattern.length()
            && pattern.charAt(i + 2) == '\''
            && pattern.charAt(i + 1) != '\'') {
          parts.add(new Part(pattern.charAt(i + 1), 0, false));
          i += 3;
        } else {
          return null;
        }
      } else if (Character.isLetter(c) || "[]{}#".indexOf(c) >= 0) {
        return null;
      } else {
        parts.add(new Part(c, 0, false));
        i++;
      }
    }
    boolean clock12 = letters.indexOf("h") >= 0;
    boolean halves = letters.indexOf("a") >= 0;
    boolean date =
        letters.indexOf("y") >= 0 && letters.indexOf("M") >= 0 && letters.indexOf("d") >= 0;
    boolean hour24 = letters.indexOf("H") >= 0;
    boolean minute = letters.indexOf("m") >= 0;
    boolean order = (minute || letters.indexOf("s") < 0) && (hour24 || clock12 || !minute);
    if (!date || clock12 != halves || (clock12 && hour24) || !order) {
      return null;
    }
    Part[] made = new Part[parts.size()];
    for (int i = 0; i < made.length; i++) {
      Part part = parts.get(i);
      boolean followedByDigit =
          i + 1 < made.length && parts.get(i + 1).width > 0 && parts.get(i + 1).letter != 'a';
      boolean afterDigit = i > 0 && parts.get(i - 1).width > 0;
      made[i] =
          new Part(part.letter, part.width, part.letter != 'y' && !followedByDigit && !afterDigit);
    }
    return new ClockPattern(made, clock12);
  }

  /** The local time, or null when the text does not fit or names no existing date. */
  @Nullable LocalDateTime parse(String text) {
    int year = 0;
    int month = 0;
    int day = 0;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int half = -1;
    int at = 0;
    int length = text.length();
    for (Part part : parts) {
      if (part.width == 0) {
        if (at >= length || text.charAt(at) != part.letter) {
          return null;
        }
        at++;
        continue;
      }
      if (part.letter == 'a') {
        if (at + 2 > length || (text.charAt(at + 1) | 0x20) != 'm') {
          return null;
        }
        int first = text.charAt(at) | 0x20;
        half = first == 'a' ? 0 : first == 'p' ? 12 : -1;
        if (half < 0) {
          return null;
        }
        at += 2;
        continue;
      }
      int most = part.letter == 'y' ? 4 : part.open ? 2 : part.width;
      int value = 0;
      int digits = 0;
      while (digits < most && at < length) {
        int digit = text.charAt(at) - '0';
        if (digit < 0 || digit > 9) {
          break;
        }
        value = value * 10 + digit;
        digits++;
        at++;
      }
      if (digits == 0 || (!part.open && digits != most)) {
        return null;
      }
      switch (part.letter) {
        case 'y' -> year = value;
        case 'M' -> month = value;
        case 'd' -> day = value;
        case 'm' -> minute = value;
        case 's' -> second = value;
        default -> hour = value;
      }
    }
    if (at != length) {
      return null;
    }
    if (clock12) {
      if (hour < 1 || hour > 12) {
        return null;
      }
      hour = hour % 12 + half;
    }
    try {
      return LocalDateTime.of(year, month, day, hour, minute, second);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
