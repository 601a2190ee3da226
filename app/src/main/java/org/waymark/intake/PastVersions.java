package org.waymark.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.waymark.measure.fact.Fact;

/**
 * The versions of corrected interactions that count no more, and would again if what corrected them
 * were withdrawn. In each file day where a version lies, the highest revision of an import that
 * counts says whether the item is there. So a version that was passed over stays where it is, and
 * what goes before it says "gone" in that day.
 */
final class PastVersions {
  private final KeyTable keys;
  private final KeyIndex index;

  PastVersions(KeyTable keys, KeyIndex index) {
    this.keys = keys;
    this.index = index;
  }

  /** A correction, with the file day it leaves and the one it comes to, often the same. */
  record Move(KeyState state, Fact now, int from, int to) {}

  /** A version that arrives when a higher revision is held already. */
  record Late(KeyState state, KeyState.Version version, Fact fact) {}

  /**
   * That corrected items are gone from every other day they have lain in, not only from the last
   * one: should an import between be withdrawn, the version before it must not count again beside
   * the corrected one.
   */
  List<Fact> leave(List<Move> moves) {
    Map<Long, List<KeyTable.Past>> past = past(moves.stream().map(Move::state).toList());
    List<Fact> gone = new ArrayList<>();
    for (Move move : moves) {
      Set<Integer> others = new TreeSet<>();
      past.getOrDefault(move.state().keyNo, List.of())
          .forEach(version -> others.add(version.fileDay()));
      others.add(move.from());
      others.remove(move.to());
      Fact now = move.now();
      others.forEach(day -> gone.add(gone(now, now.revision(), now.importNo(), day)));
    }
    return gone;
  }

  /**
   * Keeps versions that came late, so that it makes no difference in which order revisions arrive:
   * should what is held be withdrawn, the version below it counts.
   *
   * @return the facts that say so
   */
  List<Fact> keep(List<Late> late) {
    Map<Long, List<KeyTable.Past>> past = past(late.stream().map(Late::state).toList());
    List<KeyTable.Superseded> kept = new ArrayList<>();
    Set<KeyState> held = new HashSet<>();
    List<Fact> facts = new ArrayList<>();
    for (Late one : late) {
      KeyState.Version version = one.version();
      List<KeyTable.Past> others =
          past.computeIfAbsent(one.state().keyNo, any -> new ArrayList<>());
      if (others.stream().anyMatch(other -> other.revision() == version.revision())) {
        continue; // it came before
      }
      kept.add(new KeyTable.Superseded(one.state().keyNo, version, version.revision()));
      held.add(one.state());
      facts.add(one.fact());
      KeyState.Version now = one.state().version;
      hide(one.fact(), new KeyTable.Past(now.revision(), now.importNumber(), now.fileDay()), facts);
      for (KeyTable.Past other : others) {
        hide(one.fact(), other, facts);
      }
      others.add(new KeyTable.Past(version.revision(), version.importNumber(), version.fileDay()));
    }
    keys.keep(kept);
    index.change(List.copyOf(held)); // what is to come back needs a row to come back to
    return facts;
  }

  /** Of two versions in different days, the higher says that the item is gone from the other's. */
  private static void hide(Fact version, KeyTable.Past other, List<Fact> facts) {
    int day = KeyState.fileDay(version);
    if (other.fileDay() == day) {
      return;
    }
    if (other.revision() > version.revision()) {
      facts.add(gone(version, other.revision(), other.importNumber(), day));
    } else {
      facts.add(gone(version, version.revision(), version.importNo(), other.fileDay()));
    }
  }

  private static Fact gone(Fact item, long revision, long importNumber, int day) {
    return Fact.gone(
        item.keyNo(),
        revision,
        importNumber,
        item.sourceNo(),
        item.kind(),
        item.itemId(),
        KeyState.date(day));
  }

  private Map<Long, List<KeyTable.Past>> past(Collection<KeyState> states) {
    return states.isEmpty()
        ? Map.of()
        : keys.past(states.stream().map(state -> state.keyNo).distinct().toList());
  }
}
