package org.waymark.workspace;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.platform.Actor;
import org.waymark.platform.Audit;
import org.waymark.platform.Conflict;
import org.waymark.platform.Ids;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.NotFound;
import org.waymark.platform.Page;

/**
 * The cycles of the bound workspace: long-, medium- and short-term are cycles inside cycles, and a
 * cycle lies wholly within the one that contains it.
 */
@Component
@Transactional
public class Cycles {

  private final CycleTable table;
  private final Turns turns;
  private final Audit audit;

  Cycles(CycleTable table, Turns turns, Audit audit) {
    this.table = table;
    this.turns = turns;
    this.audit = audit;
  }

  /**
   * What is wanted of a new cycle.
   *
   * @param code made of the name when absent
   * @param within code of the containing cycle; absent at the top
   */
  public record NewCycle(
      @Nullable String code,
      @Nullable String name,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable String within) {}

  /**
   * What is to change; null stays as it is.
   *
   * @param within code of the new containing cycle; an empty text lifts the cycle to the top
   */
  public record CycleChange(
      @Nullable String code,
      @Nullable String name,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable String within) {}

  /**
   * Adds a cycle.
   *
   * @throws InvalidInput naming each field that is wrong: a code already taken, an end before the
   *     start, days outside the containing cycle
   */
  public Cycle add(Actor by, NewCycle wanted) {
    turns.take("cycles");
    Fields fields = new Fields();
    String name = fields.name("name", wanted.name());
    String code = fields.code("code", wanted.code(), name);
    LocalDate from = fields.day("from", wanted.from());
    LocalDate to = fields.day("to", wanted.to());
    fields.check();
    Optional<Cycle> parent = parent(fields, wanted.within());
    check(fields, null, code, from, to, parent);
    Cycle added =
        new Cycle(Ids.next(), code, name, from, to, parent.map(Cycle::code).orElse(null), 1);
    table.insert(added, parent.map(Cycle::id).orElse(null));
    audit.record(by, "cycle.added", "cycle", added.id().toString(), null, added);
    return added;
  }

  /**
   * Changes what is given, if nobody else was first.
   *
   * @param version the version the caller had before their eyes
   * @throws Conflict when it has changed since
   * @throws InvalidInput as {@link #add}, and when a cycle inside this one would stick out
   */
  public Cycle change(Actor by, UUID id, CycleChange change, int version) {
    turns.take("cycles");
    Cycle before = get(id);
    if (before.version() != version) {
      throw new Conflict("The cycle was changed by someone else since you read it.", before);
    }
    Fields fields = new Fields();
    String name = change.name() == null ? before.name() : fields.name("name", change.name());
    String code = change.code() == null ? before.code() : fields.code("code", change.code(), name);
    LocalDate from = change.from() == null ? before.from() : fields.day("from", change.from());
    LocalDate to = change.to() == null ? before.to() : fields.day("to", change.to());
    fields.check();
    Optional<Cycle> parent =
        parent(fields, change.within() == null ? before.within() : change.within());
    check(fields, before, code, from, to, parent);
    Cycle after =
        new Cycle(id, code, name, from, to, parent.map(Cycle::code).orElse(null), version + 1);
    table.update(after, parent.map(Cycle::id).orElse(null));
    audit.record(by, "cycle.changed", "cycle", id.toString(), before, after);
    return after;
  }

  /**
   * Removes a cycle that nothing uses.
   *
   * @throws Conflict when something does
   */
  public void remove(Actor by, UUID id) {
    Cycle before = get(id);
    try {
      table.delete(id);
    } catch (DataIntegrityViolationException e) {
      throw new Conflict(
          "The cycle has goals or cycles in it; move or remove those first.", before);
    }
    audit.record(by, "cycle.removed", "cycle", id.toString(), before, null);
  }

  /** The cycle with this code, in any case. */
  @Transactional(readOnly = true)
  public Optional<Cycle> byCode(String code) {
    return table.byCode(code);
  }

  /**
   * The cycle with this id.
   *
   * @throws NotFound when the workspace has none such
   */
  @Transactional(readOnly = true)
  public Cycle get(UUID id) {
    return table.byId(id).orElseThrow(() -> new NotFound("cycle"));
  }

  /** All cycles, page by page, in the order they were made. */
  @Transactional(readOnly = true)
  public Page<Cycle> list(Cursor cursor) {
    return cursor.page(table.list(cursor), Cycle::id);
  }

  private Optional<Cycle> parent(Fields fields, @Nullable String code) {
    if (code == null || code.isBlank()) {
      return Optional.empty();
    }
    Optional<Cycle> parent = table.byCode(code.strip());
    if (parent.isEmpty()) {
      fields.refuse("within", "there is no cycle with this code");
    }
    return parent;
  }

  private void check(
      Fields fields,
      @Nullable Cycle before,
      String code,
      LocalDate from,
      LocalDate to,
      Optional<Cycle> parent) {
    UUID self = before == null ? null : before.id();
    if (table.byCode(code).filter(other -> !other.id().equals(self)).isPresent()) {
      fields.refuse("code", "another cycle has this code");
    }
    if (to.isBefore(from)) {
      fields.refuse("to", "must not be before from");
    }
    parent.ifPresent(above -> mustLieWithin(fields, above, from, to));
    if (before != null) {
      if (parent.isPresent() && table.idsUpFrom(parent.get().id()).contains(before.id())) {
        fields.refuse("within", "a cycle cannot lie within itself");
      }
      List<Cycle> inside = table.directlyWithin(before.id());
      inside.stream()
          .filter(below -> below.from().isBefore(from))
          .findFirst()
          .ifPresent(below -> fields.refuse("from", stuckOut(below)));
      inside.stream()
          .filter(below -> below.to().isAfter(to))
          .findFirst()
          .ifPresent(below -> fields.refuse("to", stuckOut(below)));
    }
    fields.check();
  }

  private static void mustLieWithin(Fields fields, Cycle above, LocalDate from, LocalDate to) {
    String bounds = above.code() + ", which runs from " + above.from() + " to " + above.to();
    if (!above.contains(from)) {
      fields.refuse("from", "must lie within " + bounds);
    }
    if (!above.contains(to)) {
      fields.refuse("to", "must lie within " + bounds);
    }
  }

  private static String stuckOut(Cycle below) {
    return "cycle "
        + below.code()
        + " ("
        + below.from()
        + " to "
        + below.to()
        + ") would stick out";
  }
}
