package org.waymark.coach;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** English numbers in words, and digits with their separators. */
final class NumberWords {
  private static final Map<String, Integer> SMALL = new HashMap<>();
  private static final Map<String, Long> BIG =
      Map.of("hundred", 100L, "thousand", 1_000L, "million", 1_000_000L, "billion", 1_000_000_000L);

  static {
    List<String> units =
        List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    for (int i = 0; i < units.size(); i++) {
      SMALL.put(units.get(i), i);
    }
    List<String> tens =
        List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    for (int i = 0; i < tens.size(); i++) {
      SMALL.put(tens.get(i), 20 + 10 * i);
    }
    SMALL.put("dozen", 12);
  }

  private NumberWords() {}

  /**
   * A number in words.
   *
   * @param last index of its last token
   */
  record Read(BigDecimal value, int last) {}

  /** The number that begins at this word, or null. */
  static @Nullable Read at(Tokens tokens, int first) {
    if (!SMALL.containsKey(tokens.at(first).text())
        || (tokens.at(first + 1).is("-")
            && !SMALL.containsKey(tokens.at(first + 2).text())
            && tokens.at(first).is("one"))) {
      return null;
    }
    long total = 0;
    long group = 0;
    int last = first;
    int previous = 1000;
    int at = first;
    while (at < tokens.size() && at - first < 12) {
      String word = tokens.at(at).text();
      @Nullable Integer small = SMALL.get(word);
      @Nullable Long big = BIG.get(word);
      if (small != null && (at == first || previous >= 20 && small < previous)) {
        group += small;
        previous = small >= 20 && small % 10 == 0 ? small : 1;
        last = at;
      } else if (big != null) {
        group = Math.max(1, group) * big;
        if (big > 100) {
          total += group;
          group = 0;
        }
        previous = 1000;
        last = at;
      } else if (!(word.equals("-") && SMALL.containsKey(tokens.at(at + 1).text()))) {
        break;
      }
      at++;
    }
    return new Read(BigDecimal.valueOf(total + group), last);
  }

  /** Digits with commas between thousands and a point, or a comma before a decimal part. */
  static @Nullable BigDecimal parse(String digits) {
    if (digits.isEmpty() || digits.length() > 18 || !Character.isDigit(digits.charAt(0))) {
      return null;
    }
    StringBuilder plain = new StringBuilder();
    boolean comma = digits.indexOf(',') >= 0;
    boolean thousands = comma && thousands(digits);
    int points = 0;
    for (int i = 0; i < digits.length(); i++) {
      char here = digits.charAt(i);
      if (here == ',' && thousands) {
        continue;
      }
      if (here == ',' || here == '.') {
        points++;
        plain.append('.');
      } else {
        int digit = Character.digit(here, 10);
        if (digit < 0) {
          return null;
        }
        plain.append((char) ('0' + digit));
      }
    }
    return points > 1 ? null : new BigDecimal(plain.toString());
  }

  private static boolean thousands(String digits) {
    int point = digits.indexOf('.');
    String whole = point < 0 ? digits : digits.substring(0, point);
    String[] groups = whole.split(",", -1);
    for (int i = 1; i < groups.length; i++) {
      if (groups[i].length() != 3) {
        return false;
      }
    }
    return groups.length > 1;
  }
}
