package org.waymark.web;

import java.util.List;

/**
 * How much a target asks of history, as one of five words that stand in a row. No colour of a
 * verdict: a word about a target is none about people.
 *
 * @param label what the row is about
 * @param words from the easiest to the hardest
 * @param here which of them it is, from 0
 */
public record Likelihood(String label, List<String> words, int here) {

  public Likelihood {
    words = List.copyOf(words);
    if (here < 0 || here >= words.size()) {
      throw new IllegalArgumentException("it is one of the words");
    }
  }
}
