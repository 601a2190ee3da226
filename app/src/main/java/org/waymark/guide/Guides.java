package org.waymark.guide;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.platform.Audit;
import org.waymark.platform.Conflict;
import org.waymark.platform.Ids;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.NotFound;

/**
 * Goals on their way: begun, answered step by step, put aside and resumed. Nothing that is typed is
 * refused for being wrong, only for being too long; {@link Publishing} is where it has to be right.
 */
@Component
@Transactional
public class Guides {
  /** Characters of one field; a draft holds notes, no books. */
  private static final int LONGEST = 10_000;

  private final GuideTable table;
  private final Access access;
  private final Audit audit;
  private final Clock clock;

  Guides(GuideTable table, Access access, Audit audit, Clock clock) {
    this.table = table;
    this.access = access;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Begins a goal with what is known already.
   *
   * @param typed fields of any steps; what no step asks for is left out
   */
  public Guide begin(Caller caller, Map<String, List<String>> typed) {
    access.require(caller, Action.DRAFT_GOAL, null);
    UUID id = Ids.next();
    table.add(caller.workspace(), id, caller.member(), clock.instant());
    for (GuideStep step : GuideStep.values()) {
      write(caller, get(caller, id), step, typed);
    }
    Guide begun = get(caller, id);
    audit.record(caller, "guide.begun", "guide", id.toString(), null, null);
    return begun;
  }

  /**
   * A guide of the caller's own.
   *
   * @throws NotFound when there is none
   */
  @Transactional(readOnly = true)
  public Guide get(Caller caller, UUID id) {
    return table
        .find(id)
        .filter(guide -> guide.visibleTo(caller))
        .orElseThrow(() -> new NotFound("guide"));
  }

  /** What the caller has begun and neither published nor put aside, the latest first. */
  @Transactional(readOnly = true)
  public List<Guide> open(Caller caller) {
    return table.open(caller.member());
  }

  /**
   * Keeps what was typed for a step. The same again is no new version.
   *
   * @param version of the step's answer that was before the person's eyes; 0 for none
   * @throws Conflict when the step has been answered otherwise meanwhile, in another tab or on
   *     another device
   */
  public Answer keep(
      Caller caller, UUID id, GuideStep step, Map<String, List<String>> typed, int version) {
    if (!kept(caller, held(caller, id), step, typed, version)) {
      throw new Conflict("This step was answered otherwise meanwhile.", null);
    }
    return get(caller, id).answer(step);
  }

  /**
   * What became of several steps that were kept at once.
   *
   * @param seen the version of each step's answer that is before the person's eyes now
   * @param lost the steps that they answered and somebody else meanwhile too; of those nothing is
   *     kept
   */
  public record Kept(Map<GuideStep, Integer> seen, Set<GuideStep> lost) {}

  /**
   * Keeps what was typed for several steps at once. A step that still says what it said when it was
   * read is left alone, whatever has become of it.
   *
   * @param versions of each step's answer that was before the person's eyes
   */
  public Kept keep(
      Caller caller, UUID id, Map<String, List<String>> typed, Map<GuideStep, Integer> versions) {
    Guide guide = held(caller, id);
    Set<GuideStep> lost = EnumSet.noneOf(GuideStep.class);
    Set<GuideStep> kept = EnumSet.noneOf(GuideStep.class);
    versions.forEach(
        (step, version) -> {
          if (kept(caller, guide, step, typed, version)) {
            kept.add(step);
          } else if (!table.at(id, step, version).equals(Answer.of(step, typed))) {
            lost.add(step);
          }
        });
    Map<GuideStep, Integer> seen = new EnumMap<>(versions);
    Guide now = get(caller, id);
    kept.forEach(step -> seen.put(step, now.answer(step).version()));
    return new Kept(seen, lost);
  }

  /** Keeps these fields wherever they belong, whatever was there; the rest of a step stays. */
  public void fill(Caller caller, UUID id, Map<String, List<String>> known) {
    refill(caller, held(caller, id), known, Set.of());
  }

  /**
   * The steps that were answered since the guide wrote or read its goal: what stands there is the
   * author's and nobody else's.
   */
  Set<GuideStep> touched(Guide guide) {
    Instant read = table.read(guide.id()).orElse(null);
    Set<GuideStep> touched = EnumSet.noneOf(GuideStep.class);
    guide
        .answers()
        .forEach(
            (step, answer) -> {
              if (read != null && answer.at().isAfter(read)) {
                touched.add(step);
              }
            });
    return touched;
  }

  /** Keeps what the goal says in every step but these, also in a guide that is published. */
  void refill(Caller caller, Guide guide, Map<String, List<String>> known, Set<GuideStep> but) {
    for (GuideStep step : GuideStep.values()) {
      if (!but.contains(step) && step.fields().stream().anyMatch(known::containsKey)) {
        Map<String, List<String>> all = new LinkedHashMap<>(guide.answer(step).fields());
        all.putAll(known);
        write(caller, guide, step, all);
      }
    }
  }

  /**
   * Keeps these steps once more as they are, so that they count as answered after what was read.
   */
  void stand(Caller caller, Guide guide, Set<GuideStep> steps) {
    for (GuideStep step : steps) {
      Answer now = guide.answer(step);
      table.keep(
          caller.workspace(),
          guide.id(),
          step,
          new Answer(now.version() + 1, clock.instant(), now.fields()));
    }
  }

  /** Puts a guide aside; it is kept and can be resumed. */
  public void putAside(Caller caller, UUID id) {
    Guide guide = held(caller, id);
    turned(caller, guide, Turn.Verb.PUT_ASIDE, guide.turn());
    audit.record(caller, "guide.put-aside", "guide", id.toString(), null, null);
  }

  /** Goes on with one that was put aside. */
  public void resume(Caller caller, UUID id) {
    Guide guide = get(caller, id);
    table.hold(id);
    Turn turn = guide.turn();
    if (turn == null || turn.verb() != Turn.Verb.PUT_ASIDE) {
      throw new Conflict("It was not put aside.", null);
    }
    turned(caller, guide, Turn.Verb.RESUMED, turn);
    audit.record(caller, "guide.resumed", "guide", id.toString(), null, null);
  }

  /** The guide, locked until the transaction ends, if it is still being written. */
  Guide held(Caller caller, UUID id) {
    if (!table.hold(id)) {
      throw new NotFound("guide");
    }
    Guide guide = get(caller, id);
    access.require(caller, Action.DRAFT_GOAL, null);
    if (!guide.open()) {
      throw new Conflict("This is published or put aside; take it up again first.", null);
    }
    return guide;
  }

  /** The caller's guide that became this goal, if they used one. */
  @Nullable Guide of(Caller caller, UUID goal) {
    return table.of(caller.member(), goal).orElse(null);
  }

  /** Adds a turn, which keeps the goal of the one before it. */
  private void turned(Caller caller, Guide guide, Turn.Verb verb, @Nullable Turn before) {
    turned(
        caller,
        guide,
        verb,
        before == null ? null : before.goal(),
        before == null ? null : before.goalVersion(),
        before == null ? null : before.keyResult(),
        before == null ? null : before.keyResultVersion());
  }

  void turned(
      Caller caller,
      Guide guide,
      Turn.Verb verb,
      @Nullable UUID goal,
      @Nullable Integer goalVersion,
      @Nullable UUID keyResult,
      @Nullable Integer keyResultVersion) {
    Turn before = guide.turn();
    table.turn(
        caller.workspace(),
        guide.id(),
        new Turn(
            before == null ? 1 : before.number() + 1,
            verb,
            clock.instant(),
            goal,
            goalVersion,
            keyResult,
            keyResultVersion));
  }

  /** False when the step has been answered otherwise since the version that was read. */
  private boolean kept(
      Caller caller, Guide guide, GuideStep step, Map<String, List<String>> typed, int version) {
    Answer now = guide.answer(step);
    if (now.version() != version && !now.fields().equals(Answer.of(step, typed))) {
      return false;
    }
    write(caller, guide, step, typed);
    return true;
  }

  private void write(Caller caller, Guide guide, GuideStep step, Map<String, List<String>> typed) {
    Map<String, List<String>> fields = Answer.of(step, typed);
    Answer now = guide.answer(step);
    if (now.fields().equals(fields)) {
      return;
    }
    fields.forEach(
        (field, said) -> {
          if (said.stream().mapToInt(String::length).sum() > LONGEST) {
            throw InvalidInput.of(field, "must be at most " + LONGEST + " characters");
          }
        });
    table.keep(
        caller.workspace(),
        guide.id(),
        step,
        new Answer(now.version() + 1, clock.instant(), fields));
  }
}
