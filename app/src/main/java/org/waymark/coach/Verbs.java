package org.waymark.coach;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The forms of an English verb. Makes too many rather than too few; nobody writes the wrong ones.
 */
final class Verbs {
  private Verbs() {}

  static Set<String> forms(String verb) {
    int space = verb.indexOf(' ');
    String head = space < 0 ? verb : verb.substring(0, space);
    String rest = space < 0 ? "" : verb.substring(space);
    Set<String> all = new LinkedHashSet<>();
    all.add(verb);
    all.add(head + (head.matches(".*(s|x|z|ch|sh)$") ? "es" : "s") + rest);
    if (head.endsWith("e")) {
      String stem = head.substring(0, head.length() - 1);
      all.add(stem + "ing" + rest);
      all.add(head + "d" + rest);
    } else if (head.endsWith("y")
        && head.length() > 2
        && "aeiou".indexOf(head.charAt(head.length() - 2)) < 0) {
      String stem = head.substring(0, head.length() - 1);
      all.add(stem + "ies" + rest);
      all.add(stem + "ied" + rest);
      all.add(head + "ing" + rest);
    } else {
      char last = head.charAt(head.length() - 1);
      all.add(head + "ing" + rest);
      all.add(head + "ed" + rest);
      all.add(head + last + "ing" + rest);
      all.add(head + last + "ed" + rest);
    }
    return all;
  }
}
