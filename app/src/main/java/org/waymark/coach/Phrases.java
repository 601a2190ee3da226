package org.waymark.coach;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A set of words and phrases that is looked up token by token, so that the longest one wins and no
 * text can make the search slow. Hyphens between words make no difference.
 *
 * @param <T> what a phrase stands for
 */
final class Phrases<T> {
  /**
   * A phrase found.
   *
   * @param first index of its first token
   * @param end index after its last token
   */
  record Found<T>(int first, int end, T value) {}

  private static final class Node<T> {
    final Map<String, Node<T>> next = new HashMap<>();
    @Nullable T value;
  }

  private final Node<T> root = new Node<>();

  /** A set of phrases that stand for themselves. */
  static Phrases<String> of(Collection<String> phrases) {
    Phrases<String> all = new Phrases<>();
    phrases.forEach(phrase -> all.add(phrase, phrase));
    return all;
  }

  void add(String phrase, T value) {
    Node<T> node = root;
    Tokens tokens = Tokens.of(phrase);
    for (int i = 0; i < tokens.size(); i++) {
      if (!tokens.at(i).is("-")) {
        node = node.next.computeIfAbsent(tokens.at(i).text(), word -> new Node<>());
      }
    }
    if (node != root && node.value == null) {
      node.value = value;
    }
  }

  /** The longest phrase that begins at this token, or null. */
  @Nullable Found<T> at(Tokens tokens, int first) {
    Node<T> node = root;
    @Nullable Found<T> longest = null;
    for (int i = first; i < tokens.size(); i++) {
      if (i > first && tokens.at(i).is("-") && tokens.glued(i)) {
        continue;
      }
      @Nullable Node<T> next = node.next.get(tokens.at(i).text());
      if (next == null) {
        break;
      }
      node = next;
      if (node.value != null) {
        longest = new Found<>(first, i + 1, node.value);
      }
    }
    return longest;
  }

  boolean startsAt(Tokens tokens, int first) {
    return at(tokens, first) != null;
  }

  /** All phrases between two tokens, from left to right, none within another. */
  List<Found<T>> in(Tokens tokens, int from, int to) {
    List<Found<T>> all = new ArrayList<>();
    int at = from;
    while (at < to) {
      @Nullable Found<T> found = at(tokens, at);
      if (found == null) {
        at++;
      } else {
        all.add(found);
        at = found.end();
      }
    }
    return all;
  }
}
