package org.waymark.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.platform.Actor;
import org.waymark.platform.Audit;
import org.waymark.platform.Conflict;
import org.waymark.platform.Ids;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.NotFound;
import org.waymark.workspace.Code;
import org.waymark.workspace.Fields;
import org.waymark.workspace.Turns;
import org.waymark.workspace.Workspaces;

/**
 * The units of the bound workspace. What a unit is called, what kind it is and where it hangs are
 * versions that hold from a day on and are never overwritten, so that any past period is read with
 * the tree of its own time. Its id, its number and every code it ever had stay its own for good.
 */
@Component
@Transactional
public class Units {

  private final UnitTable table;
  private final Turns turns;
  private final Workspaces workspaces;
  private final Audit audit;

  Units(UnitTable table, Turns turns, Workspaces workspaces, Audit audit) {
    this.table = table;
    this.turns = turns;
    this.workspaces = workspaces;
    this.audit = audit;
  }

  /**
   * What is wanted of a new unit.
   *
   * @param code made of the name when absent
   * @param kind company, department or team
   * @param parent code of the unit above; absent at the top
   */
  public record NewUnit(
      @Nullable String code,
      @Nullable String name,
      @Nullable String kind,
      @Nullable String parent) {}

  /**
   * What is to change from a day on; null stays as it is.
   *
   * @param parent code of the unit it moves under; an empty text lifts it to the top
   * @param from the first day of the change, today when absent; later changes already known keep
   *     what they changed otherwise
   */
  public record UnitChange(
      @Nullable String code,
      @Nullable String name,
      @Nullable String kind,
      @Nullable String parent,
      @Nullable LocalDate from) {}

  /** All units as they stand on a day. */
  @Transactional(readOnly = true)
  public UnitTree tree(LocalDate at) {
    return new UnitTree(structure(), at);
  }

  /** All units as they stand on each of several days, read once for all of them. */
  @Transactional(readOnly = true)
  public Map<LocalDate, UnitTree> trees(Set<LocalDate> days) {
    Structure structure = structure();
    return days.stream()
        .collect(Collectors.toUnmodifiableMap(day -> day, day -> new UnitTree(structure, day)));
  }

  /** Every way in which the units have stood or will stand, by the first day of each. */
  @Transactional(readOnly = true)
  public SortedMap<LocalDate, UnitTree> everyTree() {
    Structure structure = structure();
    SortedMap<LocalDate, UnitTree> trees = new TreeMap<>();
    structure.changes().forEach(day -> trees.put(day, new UnitTree(structure, day)));
    return trees;
  }

  /** All units as they stand today. */
  @Transactional(readOnly = true)
  public UnitTree tree() {
    return tree(workspaces.today());
  }

  /** Numbers of the unit with this code and of everything below it on the day; empty if none. */
  @Transactional(readOnly = true)
  public Set<Integer> numbersWithin(String code, LocalDate at) {
    return tree(at).numbersWithin(code);
  }

  /** The permanent number of the unit that has this code or once had it. */
  @Transactional(readOnly = true)
  public Optional<Integer> numberOf(String code) {
    return table.numberOf(code);
  }

  /** By code first, else by name in any case, as things stand today. */
  @Transactional(readOnly = true)
  public Optional<Unit> byCodeOrName(String text) {
    return tree().byCodeOrName(text);
  }

  /**
   * A unit as it stands today.
   *
   * @throws NotFound when the workspace has none such
   */
  @Transactional(readOnly = true)
  public Unit get(UUID id) {
    return find(tree(), id);
  }

  /** Every version of a unit, oldest first: what held from which day, who said so and when. */
  @Transactional(readOnly = true)
  public List<UnitVersion> history(UUID id) {
    List<UnitVersion> versions = table.versionsOf(id);
    if (versions.isEmpty()) {
      throw new NotFound("unit");
    }
    return versions;
  }

  /**
   * Adds a unit. It counts as having been there since always, so that old data finds its place.
   *
   * @throws InvalidInput naming each field that is wrong: a code that is or was another unit's, a
   *     parent that does not exist
   */
  public Unit add(Actor by, NewUnit wanted) {
    turns.take("units");
    Fields fields = new Fields();
    String name = fields.name("name", wanted.name());
    String code = fields.code("code", wanted.code(), name);
    UnitKind kind = fields.word("kind", wanted.kind(), UnitKind.class);
    Structure structure = structure();
    UUID parent = structure.parent(fields, wanted.parent());
    structure.refuseTakenCode(fields, code, null);
    fields.check();
    return insert(by, structure, new UnitState(code, name, kind, parent, null));
  }

  /**
   * The unit with this code or name, made when there is none: under the given parent, or at the
   * top, with a code made of the name. For imports that meet a department for the first time.
   *
   * @param text a code or a name, as a file spells it
   * @param under code of the unit a new one is put under; null for the top
   * @throws InvalidInput naming {@code unit} when the text can be neither, {@code under} when there
   *     is no such unit
   */
  public Unit findOrCreate(Actor by, String text, @Nullable String under) {
    Optional<Unit> known = byCodeOrName(text);
    if (known.isPresent()) {
      return known.get();
    }
    turns.take("units");
    Optional<Unit> madeMeanwhile = byCodeOrName(text);
    if (madeMeanwhile.isPresent()) {
      return madeMeanwhile.get();
    }
    Fields fields = new Fields();
    String name = fields.name("unit", text);
    Structure structure = structure();
    UUID parent = null;
    if (under != null) {
      parent = structure.byCode(under).orElse(null);
      if (parent == null) {
        fields.refuse("under", "there is no unit with the code \"" + under + "\"");
      }
    }
    fields.check();
    UnitKind kind = structure.kindBelow(parent);
    String code = structure.freeCode(Code.ofName(name));
    return insert(by, structure, new UnitState(code, name, kind, parent, null));
  }

  /**
   * Renames, recodes or moves a unit from a day on, if nobody else was first.
   *
   * @param version the version the caller had before their eyes
   * @return the unit as it stands on that day
   * @throws Conflict when it has changed since
   * @throws InvalidInput naming each field that is wrong: a code that is or was another unit's, a
   *     parent that is the unit itself or below it on any day from then on
   */
  public Unit change(Actor by, UUID id, UnitChange change, int version) {
    turns.take("units");
    Unit before = unchangedSince(id, version);
    Fields fields = new Fields();
    LocalDate from = change.from() == null ? workspaces.today() : startOfChange(fields, change);
    Structure structure = structure();
    String name = change.name() == null ? null : fields.name("name", change.name());
    String code = change.code() == null ? null : fields.code("code", change.code(), before.name());
    UnitKind kind =
        change.kind() == null ? null : fields.word("kind", change.kind(), UnitKind.class);
    UUID parent = change.parent() == null ? null : structure.parent(fields, change.parent());
    if (code != null) {
      structure.refuseTakenCode(fields, code, id);
    }
    fields.check();
    return rewrite(
        by,
        "unit.changed",
        before,
        structure,
        from,
        state ->
            new UnitState(
                code == null ? state.code() : code,
                name == null ? state.name() : name,
                kind == null ? state.kind() : kind,
                change.parent() == null ? state.parent() : parent,
                state.closedFrom()));
  }

  /**
   * Closes a unit from a day on. It keeps its place in the tree, so that what it did before still
   * counts for the units above; nothing new can be put into it.
   *
   * @param version the version the caller had before their eyes
   * @param from the first day on which it no longer exists; null for today
   * @throws Conflict when it has changed since
   */
  public Unit close(Actor by, UUID id, int version, @Nullable LocalDate from) {
    turns.take("units");
    Unit before = unchangedSince(id, version);
    LocalDate day = from == null ? workspaces.today() : from;
    rewrite(
        by, "unit.closed", before, structure(), UnitVersion.ALWAYS, state -> state.closedFrom(day));
    return get(id);
  }

  /**
   * Opens a closed unit again, as if it had never been closed.
   *
   * @throws Conflict when it has changed since
   */
  public Unit reopen(Actor by, UUID id, int version) {
    turns.take("units");
    Unit before = unchangedSince(id, version);
    rewrite(
        by,
        "unit.reopened",
        before,
        structure(),
        UnitVersion.ALWAYS,
        state -> state.closedFrom(null));
    return get(id);
  }

  private Unit insert(Actor by, Structure structure, UnitState state) {
    UUID id = Ids.next();
    int number = structure.highestNumber() + 1;
    table.insert(id, number);
    table.addCode(state.code(), id);
    table.addVersion(id, 1, UnitVersion.ALWAYS, state, by.member());
    Unit added = get(id);
    audit.record(by, "unit.added", "unit", id.toString(), null, added);
    return added;
  }

  /** Adds one version for the day of the change and one for each later day that changed before. */
  private Unit rewrite(
      Actor by,
      String action,
      Unit before,
      Structure structure,
      LocalDate from,
      UnaryOperator<UnitState> change) {
    List<Structure.Step> steps = structure.rewrite(before.id(), from, change);
    structure.refuseCycles(steps, before.id());
    int version = before.version();
    for (Structure.Step step : steps) {
      table.addVersion(before.id(), ++version, step.from(), step.state(), by.member());
      table.addCode(step.state().code(), before.id());
    }
    Unit after = find(tree(from), before.id());
    audit.record(by, action, "unit", before.id().toString(), before, after);
    return after;
  }

  private Structure structure() {
    return new Structure(table.versions(), table.codes());
  }

  private Unit unchangedSince(UUID id, int version) {
    Unit unit = get(id);
    if (unit.version() != version) {
      throw new Conflict("The unit was changed by someone else since you read it.", unit);
    }
    return unit;
  }

  private static LocalDate startOfChange(Fields fields, UnitChange change) {
    return UnitVersion.ALWAYS.equals(change.from())
        ? UnitVersion.ALWAYS
        : fields.day("from", change.from());
  }

  private static Unit find(UnitTree tree, UUID id) {
    return tree.byId(id).orElseThrow(() -> new NotFound("unit"));
  }
}
