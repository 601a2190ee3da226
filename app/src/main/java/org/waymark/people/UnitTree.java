package org.waymark.people;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.waymark.workspace.Code;

/**
 * All units of a workspace as they stood on one day, closed ones included at the place they had.
 * Immutable.
 */
public final class UnitTree {

  private final SequencedMap<Integer, Unit> byNumber = new LinkedHashMap<>();
  private final Map<String, Integer> numbers;
  private final Map<String, Unit> byName = new HashMap<>();
  private final Map<@Nullable Integer, List<Unit>> children = new HashMap<>();

  /**
   * @param units each unit's state on the day, parents by code
   * @param codes every code a unit ever had, as {@link Code#key}, with the number of that unit
   */
  UnitTree(Collection<Unit> units, Map<String, Integer> codes) {
    numbers = Map.copyOf(codes);
    for (Unit unit : units) {
      byNumber.put(unit.number(), unit);
      byName.putIfAbsent(Code.key(unit.name().strip()), unit);
    }
    for (Unit unit : units) {
      children.computeIfAbsent(parentNumber(unit), above -> new ArrayList<>()).add(unit);
    }
  }

  /** The unit that has this code, or once had it; codes are never given to another unit. */
  public Optional<Unit> byCode(String code) {
    return Optional.ofNullable(numbers.get(Code.key(code))).map(byNumber::get);
  }

  /** By code first, else by name in any case; of several with one name the oldest. */
  public Optional<Unit> byCodeOrName(String text) {
    Optional<Unit> coded = byCode(text.strip());
    return coded.isPresent() ? coded : Optional.ofNullable(byName.get(Code.key(text.strip())));
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
    return List.copyOf(children.getOrDefault(unit.number(), List.of()));
  }

  /** The units with nothing above them, in the order they were made. */
  public List<Unit> roots() {
    return List.copyOf(children.getOrDefault(null, List.of()));
  }

  /** Every unit, each after the one above it, siblings in the order they were made. */
  public List<Unit> all() {
    List<Unit> inOrder = new ArrayList<>(byNumber.size());
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

  private @Nullable Integer parentNumber(Unit unit) {
    return unit.parent() == null ? null : numbers.get(Code.key(unit.parent()));
  }
}
