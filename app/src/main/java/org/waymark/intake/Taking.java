package org.waymark.intake;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.fact.About;
import org.waymark.measure.fact.Fact;

/**
 * Takes batches into what is held, within one transaction: decides for each interaction whether it
 * is new, a repeat, a correction or at odds with what is held, and passes the facts on. All of it
 * becomes true together when the transaction commits.
 */
final class Taking {
  /**
   * @param number the import's number
   * @param knownUs the revision of everything that brings none, and the moment until which sources
   *     are known
   */
  record Terms(long number, long knownUs, ZoneId zone) {}

  private final Terms terms;
  private final KeyTable keys;
  private final KeyIndex index;
  private final Book book;
  private final Book.UnitFinder units;
  private final FactSink sink;
  private final Counts counts;
  private final HeldFacts held;
  private final PastVersions past;
  private final TouchedDays touched = new TouchedDays();
  private final Map<String, Integer> sources;
  private final Map<Integer, SourceTally> bySource = new TreeMap<>();
  private long unread;

  Taking(
      Terms terms,
      KeyTable keys,
      KeyIndex index,
      Book book,
      Book.UnitFinder units,
      FactSink sink,
      HeldFacts held,
      Counts counts) {
    this.terms = terms;
    this.keys = keys;
    this.index = index;
    this.book = book;
    this.units = units;
    this.sink = sink;
    this.held = held;
    this.past = new PastVersions(keys, index);
    this.counts = counts;
    this.sources = new HashMap<>(book.sources());
  }

  /** Looks up what is held of some keys: file days with the keys that lie in them. */
  @FunctionalInterface
  interface HeldFacts {
    Map<Long, Fact> find(Map<LocalDate, Set<Long>> keysByDay);
  }

  /** A line that says something else than what is held in the same revision. */
  private record AtOdds(Ready one, KeyState state, Fact sent) {}

  /** An interaction with the numbers that stand for what it names. */
  private record Ready(Batch.Item item, int source, @Nullable Integer unit, UUID content) {}

  /**
   * Takes a batch; what is refused only now is added to its refusals.
   *
   * @return the refusals of the batch, those of reading it included
   */
  List<Batch.Refusal> take(Batch batch) {
    List<Batch.Refusal> refusals = new ArrayList<>(batch.refusals);
    unread += batch.refusals.size();
    List<Ready> ready = new ArrayList<>(batch.items.size());
    Map<UUID, KeyTable.Key> asked = LinkedHashMap.newLinkedHashMap(batch.items.size());
    Set<String> customers = new LinkedHashSet<>();
    for (Batch.Item item : batch.items) {
      try {
        Ready one = ready(item);
        ready.add(one);
        asked.putIfAbsent(
            item.identity(),
            new KeyTable.Key(item.identity(), one.source(), item.interaction().id()));
        String customer = item.interaction().customer();
        if (customer != null) {
          customers.add(customer);
        }
      } catch (Refused e) {
        refusals.add(refusal(item, e));
      }
    }
    Map<UUID, KeyState> states = index.find(asked.values());
    List<AtOdds> atOdds = new ArrayList<>();
    Map<String, Long> customerNumbers = book.customers(customers);
    long nextKey = keys.reserve("key", asked.size());
    List<Fact> facts = new ArrayList<>(ready.size());
    List<KeyState> fresh = new ArrayList<>();
    List<PastVersions.Move> moves = new ArrayList<>();
    List<PastVersions.Late> late = new ArrayList<>();
    List<KeyTable.Superseded> superseded = new ArrayList<>();
    for (Ready one : ready) {
      KeyState state = states.get(one.item().identity());
      try {
        if (state == null) {
          Fact fact = fact(one, nextKey, customerNumbers);
          state =
              new KeyState(
                  one.item().identity(),
                  one.source(),
                  fact.itemId(),
                  nextKey++,
                  KeyState.Place.NONE,
                  KeyState.version(fact, one.content()),
                  fact.revision());
          states.put(state.identity, state);
          state.decided = fact;
          fresh.add(state);
          facts.add(fact);
          touched.add(state.version.days());
          counts.accepted++;
          tally(one.source()).accepted++;
        } else {
          decide(one, state, customerNumbers, facts, moves, late, superseded, atOdds);
        }
      } catch (Refused e) {
        refusals.add(refusal(one.item(), e));
      }
    }
    explain(atOdds, refusals);
    index.add(fresh);
    index.change(states.values().stream().filter(state -> state.changed).toList());
    keys.keep(superseded);
    facts.addAll(past.leave(moves));
    facts.addAll(past.keep(late));
    if (!facts.isEmpty()) {
      sink.add(facts);
    }
    counts.add(batch.notes);
    counts.refused += refusals.size();
    counts.skipped += batch.skipped;
    counts.lines += batch.lines;
    return refusals;
  }

  /** The days that all batches so far have reached. */
  TouchedDays touched() {
    return touched;
  }

  /** Lines that were refused before it was known what they are about. */
  long unread() {
    return unread;
  }

  /** What became of each source that was named so far, by its number. */
  Map<Integer, SourceTally> bySource() {
    return bySource;
  }

  private SourceTally tally(int source) {
    return bySource.computeIfAbsent(source, any -> new SourceTally());
  }

  private Ready ready(Batch.Item item) {
    Interaction told = item.interaction();
    int source = sources.computeIfAbsent(told.source(), book::source);
    tally(source);
    Integer unit =
        told.unit() == null
            ? null
            : units.number(told.unit(), item.unknownUnit(), item.unitsUnder());
    return new Ready(item, source, unit, Content.under(item.content(), unit));
  }

  private void decide(
      Ready one,
      KeyState state,
      Map<String, Long> customers,
      List<Fact> facts,
      List<PastVersions.Move> moves,
      List<PastVersions.Late> late,
      List<KeyTable.Superseded> superseded,
      List<AtOdds> atOdds) {
    long revision = revision(one);
    KeyState.Version old = state.version;
    if (old.content().equals(one.content())) {
      if (revision > state.seenRevision) {
        state.seenRevision = revision;
        state.changed = true;
      }
      repeated(one);
      return;
    }
    if (revision < state.seenRevision) {
      if (revision < old.revision() && old.importNumber() != terms.number()) {
        Fact passed = fact(one, state.keyNo, customers);
        late.add(new PastVersions.Late(state, KeyState.version(passed, one.content()), passed));
      }
      repeated(one);
      return;
    }
    if (revision == state.seenRevision) {
      atOdds.add(new AtOdds(one, state, fact(one, state.keyNo, customers)));
      return;
    }
    Fact fact = fact(one, state.keyNo, customers);
    KeyState.Version now = KeyState.version(fact, one.content());
    moves.add(new PastVersions.Move(state, fact, old.fileDay(), now.fileDay()));
    if (old.importNumber() != terms.number()) {
      superseded.add(new KeyTable.Superseded(state.keyNo, old, state.seenRevision));
    }
    touched.add(old.days());
    touched.add(now.days());
    state.version = now;
    state.seenRevision = revision;
    state.changed = true;
    state.decided = fact;
    facts.add(fact);
    counts.corrected++;
    tally(one.source()).corrected++;
  }

  private void repeated(Ready one) {
    counts.repeated++;
    tally(one.source()).repeated++;
  }

  private void explain(List<AtOdds> atOdds, List<Batch.Refusal> refusals) {
    Map<LocalDate, Set<Long>> wanted = new HashMap<>();
    for (AtOdds odd : atOdds) {
      if (odd.state().decided == null && odd.state().version.importNumber() != terms.number()) {
        wanted
            .computeIfAbsent(KeyState.date(odd.state().version.fileDay()), any -> new TreeSet<>())
            .add(odd.state().keyNo);
      }
    }
    Map<Long, Fact> found = wanted.isEmpty() ? Map.of() : held.find(wanted);
    for (AtOdds odd : atOdds) {
      Fact before =
          odd.state().decided != null ? odd.state().decided : found.get(odd.state().keyNo);
      Long given = odd.one().item().interaction().revision();
      String differs =
          before == null
              ? "an earlier line of this import"
              : Differences.between(before, odd.sent());
      refusals.add(
          refusal(
              odd.one().item(),
              new Refused(
                  "revision",
                  (given == null
                          ? "the same moment already brought this id with other content ("
                          : given + " of this id is held with other content (")
                      + differs
                      + "): send a higher revision if this is the correction")));
    }
  }

  private long revision(Ready one) {
    Long given = one.item().interaction().revision();
    return given == null ? terms.knownUs() : given;
  }

  private Fact fact(Ready one, long keyNo, Map<String, Long> customers) {
    Interaction told = one.item().interaction();
    Interaction.About about = told.about();
    String customer = told.customer();
    return told.fact(keyNo, revision(one), terms.number(), one.source(), terms.zone())
        .customer(customer == null ? null : customers.get(customer))
        .unit(one.unit())
        .about(
            about == null
                ? null
                : new About(sources.computeIfAbsent(about.source(), book::source), about.id()))
        .build();
  }

  private Batch.Refusal refusal(Batch.Item item, Refused e) {
    Integer source = sources.get(item.interaction().source());
    if (source != null) {
      tally(source).refused++;
    }
    return new Batch.Refusal(
        item.line(), item.part(), item.original(), item.interaction().id(), e.field(), e.reason());
  }
}
