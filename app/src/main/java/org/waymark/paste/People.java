package org.waymark.paste;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import org.waymark.people.Member;

/** Finds who is meant by an address or a name. Nobody is guessed and nobody made up. */
record People(List<Member> members) {

  private static final String AFTER = ")] \t\u00a0";
  private static final String LEADING = "([–—-|,; \t\u00a0";
  private static final List<String> ROLES = List.of("responsible", "owner", "by");

  People {
    members =
        members.stream()
            .filter(member -> member.state() != Member.State.LEFT)
            .sorted(Comparator.comparing((Member member) -> -member.name().length()))
            .toList();
  }

  /**
   * Who was found in some words.
   *
   * @param text as it stands there
   * @param email null when nobody here has this address or name
   */
  record Named(String text, Optional<String> email) {}

  /** The member with this address or this whole name, in any case. */
  Optional<String> called(String words) {
    String plain = words.strip();
    return members.stream()
        .filter(one -> one.email().equalsIgnoreCase(plain) || one.name().equalsIgnoreCase(plain))
        .map(Member::email)
        .findFirst();
  }

  /** The first address in a text, or else the first member whose whole name stands there. */
  Optional<Named> in(String text) {
    Matcher address = Rows.ADDRESS.matcher(text);
    if (address.find()) {
      return Optional.of(new Named(address.group(), called(address.group())));
    }
    String lower = text.toLowerCase(Locale.ROOT);
    return members.stream()
        .filter(one -> !one.name().isBlank() && one.name().strip().contains(" "))
        .filter(one -> standsIn(lower, one.name().toLowerCase(Locale.ROOT)))
        .map(one -> new Named(one.name(), Optional.of(one.email())))
        .findFirst();
  }

  private static boolean standsIn(String text, String name) {
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      if (isEdge(text, at - 1) && isEdge(text, at + name.length())) {
        return true;
      }
    }
    return false;
  }

  /** Whether no word goes on here. */
  private static boolean isEdge(String text, int at) {
    return at < 0 || at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
  }

  /**
   * The words without the name, where it only stands at their end: "(Ada Berg)", "– @Ada Berg".
   * Goes from the end to the beginning, once: a pattern would try each blank as a beginning.
   */
  static String without(String words, Named named) {
    int name = before(words, words.length(), AFTER) - named.text().length();
    if (name < 0 || !words.regionMatches(true, name, named.text(), 0, named.text().length())) {
      return words;
    }
    int end = before(words, name, "@: \t\u00a0");
    for (String role : ROLES) {
      int begins = end - role.length();
      if (begins >= 0
          && words.regionMatches(true, begins, role, 0, role.length())
          && isEdge(words, begins - 1)) {
        end = begins;
        break;
      }
    }
    String rest = words.substring(0, before(words, end, LEADING)).strip();
    return rest.isEmpty() ? words : rest;
  }

  /** Where the run of these characters begins that ends here. */
  private static int before(String words, int end, String run) {
    int at = end;
    while (at > 0 && run.indexOf(words.charAt(at - 1)) >= 0) {
      at--;
    }
    return at;
  }
}
