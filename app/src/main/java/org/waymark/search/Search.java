package org.waymark.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.platform.InvalidInput;
import org.waymark.web.Finder;
import org.waymark.web.Texts;

/** Finds what this person may see by what it is called. */
@Component
public class Search {
  /** Most things in one answer. */
  public static final int MOST = 50;

  /** Longest text to search for, in characters. */
  static final int LONGEST = 200;

  private final List<Finder> finders;
  private final Access access;

  Search(List<Finder> finders, Access access) {
    this.finders = List.copyOf(finders);
    this.access = access;
  }

  /**
   * What was found.
   *
   * @param items best first
   * @param all how many fit, those left out of the items included
   */
  public record Found(List<Finder.Findable> items, int all) {
    public Found {
      items = List.copyOf(items);
    }
  }

  /**
   * The things whose name fits, best first; of equally good ones the shorter name first. Nothing
   * typed finds nothing.
   *
   * @throws InvalidInput naming {@code q} when it is too long
   */
  @Transactional(readOnly = true)
  public Found find(Caller caller, Texts texts, String typed) {
    access.require(caller, Action.READ, null);
    if (typed.length() > LONGEST) {
      throw InvalidInput.of(
          "q", "must be at most " + LONGEST + " characters, is " + typed.length());
    }
    Words words = Words.of(typed);
    if (words.none()) {
      return new Found(List.of(), 0);
    }
    List<Ranked> fitting = new ArrayList<>();
    for (Finder finder : finders) {
      for (Finder.Findable thing : finder.findable(caller, texts)) {
        words
            .rank(thing.name(), thing.also())
            .ifPresent(rank -> fitting.add(new Ranked(thing, rank)));
      }
    }
    fitting.sort(
        Comparator.comparingInt(Ranked::rank)
            .thenComparing(one -> one.thing().name().length())
            .thenComparing(one -> one.thing().name()));
    return new Found(fitting.stream().limit(MOST).map(Ranked::thing).toList(), fitting.size());
  }

  private record Ranked(Finder.Findable thing, int rank) {}
}
