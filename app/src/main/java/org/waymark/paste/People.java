package org.waymark.paste;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.people.Member;

/** Finds who is meant by an address or a name. Nobody is guessed and nobody made up. */
record People(List<Member> members) {

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
        .filter(
            one ->
                Pattern.compile(
                        "(?<![\\p{L}\\d])"
                            + Pattern.quote(one.name().toLowerCase(Locale.ROOT))
                            + "(?![\\p{L}\\d])")
                    .matcher(lower)
                    .find())
        .map(one -> new Named(one.name(), Optional.of(one.email())))
        .findFirst();
  }

  /** The words without the name, where it only stands at their end: "(Ada Berg)", "– @Ada Berg". */
  static String without(String words, Named named) {
    Pattern end =
        Pattern.compile(
            "(?i)[\\s,;]*[(\\[–—\\-|]*\\s*(?:owner|responsible|by)?\\s*:?\\s*@?"
                + Pattern.quote(named.text())
                + "[)\\]]*\\s*$");
    String rest = end.matcher(words).replaceFirst("").strip();
    return rest.isEmpty() ? words : rest;
  }
}
