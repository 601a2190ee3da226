package org.waymark.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * What is searched for. Case, accents and the order of the words make no difference; every word has
 * to begin a word of what is found, or stand somewhere within it.
 *
 * @param all folded, none of them empty
 */
record Words(List<String> all) {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  static Words of(String typed) {
    return new Words(split(typed));
  }

  boolean none() {
    return all.isEmpty();
  }

  /**
   * How well a thing fits; less is better, empty when it does not.
   *
   * <p>0: it is called exactly so. 1: its name begins so. 2: every word begins a word of its name.
   * 3: every word is within its name. 4: other words for it were needed.
   */
  OptionalInt rank(String name, String also) {
    List<String> called = split(name);
    if (called.equals(all)) {
      return OptionalInt.of(0);
    }
    String whole = String.join(" ", called);
    if (whole.startsWith(String.join(" ", all))) {
      return OptionalInt.of(1);
    }
    if (all.stream().allMatch(word -> called.stream().anyMatch(one -> one.startsWith(word)))) {
      return OptionalInt.of(2);
    }
    if (all.stream().allMatch(whole::contains)) {
      return OptionalInt.of(3);
    }
    String wider = whole + " " + String.join(" ", split(also));
    return all.stream().allMatch(wider::contains) ? OptionalInt.of(4) : OptionalInt.empty();
  }

  private static List<String> split(String text) {
    String folded =
        MARKS
            .matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
            .replaceAll("")
            .toLowerCase(Locale.ROOT);
    return Arrays.stream(BETWEEN.split(folded)).filter(word -> !word.isEmpty()).toList();
  }
}
