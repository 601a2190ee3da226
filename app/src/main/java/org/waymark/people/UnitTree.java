package org.waymark.people;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.waymark.workspace.Code;

/**
 * All units of a workspace as they stood on one day, closed ones included at the place they had.
 * Immutable.
 */
public final class UnitTree {

  private final SequencedMap<UUID, Unit> byId = new LinkedHashMap<>();
  private final Map<Integer, Unit> byNumber = new HashMap<>();
  private final Map<String, UUID> codes;
  private final Map<String, Unit> byName = new HashMap<>();
  private final Map<UUID, List<Unit>> children = new HashMap<>();
  private final List<Unit> roots = new ArrayList<>();

  UnitTree(Structure structure, LocalDate day) {
    codes = structure.codes();
    for (UnitVersion version : structure.on(day)) {
      UUID parent = version.parent();
      Unit unit =
          new Unit(
              version.id(),
              version.number(),
              version.code(),
              version.name(),
              version.kind(),
              parent == null ? null : structure.on(day, parent).code(),
              version.from().equals(UnitVersion.ALWAYS) ? null : version.from(),
              version.closedFrom(),
              structure.versionOf(version.id()));
      byId.put(unit.id(), unit);
      byNumber.put(unit.number(), unit);
      byName.putIfAbsent(Code.key(unit.name()), unit);
      (parent == null ? roots : children.computeIfAbsent(parent, above -> new ArrayList<>()))
          .add(unit);
    }
  }

  /** The unit that has this code, or once had it; codes are never given to another unit. */
  public Optional<Unit> byCode(String code) {
    return Optional.ofNullable(codes.get(Code.key(code.strip()))).map(byId::get);
  }

  /** By code first, else by name in any case; of several with one name the oldest. */
  public Optional<Unit> byCodeOrName(String text) {
    Optional<Unit> coded = byCode(text);
    return coded.isPresent() ? coded : Optional.ofNullable(byName.get(Code.key(text.strip())));
  }

  /** The unit with this permanent id. */
  public Optional<Unit> byId(UUID id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The unit with this permanent number. */
  public Optional<Unit> byNumber(int number) {
    return Optional.ofNullable(byNumber.get(number));
  }

  /** Numbers of the unit and of everything below it; empty when no unit has the code. */
  public Set<Integer> numbersWithin(String code) {
    Set<Integer> within = new TreeSet<>();
    byCode(code).ifPresent(top -> collect(top, within));
    return within;
  }

  /** The units directly below, in the order they were made. */
  public List<Unit> childrenOf(Unit unit) {
    return List.copyOf(children.getOrDefault(unit.id(), List.of()));
  }

  /** The units with nothing above them, in the order they were made. */
  public List<Unit> roots() {
    return List.copyOf(roots);
  }

  /** Every unit, each after the one above it, siblings in the order they were made. */
  public List<Unit> all() {
    List<Unit> inOrder = new ArrayList<>(byId.size());
    Deque<Unit> waiting = new ArrayDeque<>(roots());
    while (!waiting.isEmpty()) {
      Unit next = waiting.pop();
      inOrder.add(next);
      childrenOf(next).reversed().forEach(waiting::push);
    }
    return inOrder;
  }

  /** From the top down to the unit itself, both included. */
  public List<Unit> pathTo(Unit unit) {
    List<Unit> path = new ArrayList<>();
    Optional<Unit> step = Optional.of(unit);
    while (step.isPresent()) {
      path.addFirst(step.get());
      step = Optional.ofNullable(step.get().parent()).flatMap(this::byCode);
    }
    return path;
  }

  private void collect(Unit top, Set<Integer> within) {
    within.add(top.number());
    childrenOf(top).forEach(below -> collect(below, within));
  }
}
