package org.waymark.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.waymark.platform.InvalidInput;
import org.waymark.workspace.Code;
import org.waymark.workspace.Fields;

/**
 * The units over all time: answers how a unit stood on a day, and whether a change would leave a
 * tree on every day.
 */
final class Structure {

  /** One version to be written. */
  record Step(LocalDate from, UnitState state) {}

  private final Map<UUID, NavigableMap<LocalDate, UnitVersion>> units = new HashMap<>();
  private final Map<String, UUID> codes;

  /**
   * @param versions all of them, earlier versions of a unit before later ones
   * @param codes every code ever given, as {@link Code#key}
   */
  Structure(Collection<UnitVersion> versions, Map<String, UUID> codes) {
    this.codes = codes;
    for (UnitVersion version : versions) {
      units.computeIfAbsent(version.id(), id -> new TreeMap<>()).put(version.from(), version);
    }
  }

  /** Each unit's state on a day, oldest unit first. */
  List<UnitVersion> on(LocalDate day) {
    return units.keySet().stream()
        .map(id -> on(day, id))
        .sorted(Comparator.comparingInt(UnitVersion::number))
        .toList();
  }

  /** The days from which any unit stood differently, {@link UnitVersion#ALWAYS} included. */
  Set<LocalDate> changes() {
    Set<LocalDate> days = new TreeSet<>(Set.of(UnitVersion.ALWAYS));
    units.values().forEach(timeline -> days.addAll(timeline.keySet()));
    return days;
  }

  /** The unit's state on a day. */
  UnitVersion on(LocalDate day, UUID id) {
    Map.Entry<LocalDate, UnitVersion> held = timeline(id).floorEntry(day);
    if (held == null) {
      throw new IllegalArgumentException("unit " + id + " is not yet there on " + day);
    }
    return held.getValue();
  }

  /** How often a unit has been changed, its making included. */
  int versionOf(UUID id) {
    return timeline(id).values().stream().mapToInt(UnitVersion::version).max().orElseThrow();
  }

  /** Every code ever given, as {@link Code#key}, with the unit it belongs to. */
  Map<String, UUID> codes() {
    return codes;
  }

  Optional<UUID> byCode(String code) {
    return Optional.ofNullable(codes.get(Code.key(code.strip())));
  }

  int highestNumber() {
    return units.values().stream()
        .mapToInt(timeline -> timeline.firstEntry().getValue().number())
        .max()
        .orElse(0);
  }

  /** The unit a request names as parent; null for the top. */
  @Nullable UUID parent(Fields fields, @Nullable String code) {
    if (code == null || code.isBlank()) {
      return null;
    }
    Optional<UUID> parent = byCode(code);
    if (parent.isEmpty()) {
      fields.refuse("parent", "there is no unit with this code");
      return null;
    }
    if (latest(parent.get()).closedFrom() != null) {
      fields.refuse("parent", "this unit is closed");
    }
    return parent.get();
  }

  void refuseTakenCode(Fields fields, String code, @Nullable UUID self) {
    if (byCode(code).filter(other -> !other.equals(self)).isPresent()) {
      fields.refuse("code", "another unit has or once had this code");
    }
  }

  /** A code nobody has had: the one wished for, or with the first number that makes it new. */
  String freeCode(String wished) {
    String base = wished.isEmpty() ? "unit" : wished;
    String code = base;
    for (int next = 2; codes.containsKey(Code.key(code)); next++) {
      String suffix = "-" + next;
      code = base.substring(0, Math.min(base.length(), Code.LONGEST - suffix.length())) + suffix;
    }
    return code;
  }

  /** What a unit found in data most likely is: a department under a company, else a team. */
  UnitKind kindBelow(@Nullable UUID parent) {
    if (parent == null) {
      return UnitKind.DEPARTMENT;
    }
    return switch (latest(parent).kind()) {
      case COMPANY -> UnitKind.DEPARTMENT;
      case DEPARTMENT, TEAM -> UnitKind.TEAM;
    };
  }

  /**
   * The versions a change from a day on needs: one for that day, one for every later day on which
   * the unit is already known to change.
   */
  List<Step> rewrite(UUID id, LocalDate from, UnaryOperator<UnitState> change) {
    NavigableMap<LocalDate, UnitVersion> timeline = timeline(id);
    List<Step> steps = new ArrayList<>();
    steps.add(new Step(from, change.apply(on(from, id).state())));
    timeline
        .tailMap(from, false)
        .forEach((day, version) -> steps.add(new Step(day, change.apply(version.state()))));
    return steps;
  }

  /** Refuses steps after which, on some day, the unit would be above itself. */
  void refuseCycles(List<Step> steps, UUID id) {
    NavigableMap<LocalDate, UnitState> changed = new TreeMap<>();
    steps.forEach(step -> changed.put(step.from(), step.state()));
    Set<LocalDate> days = new TreeSet<>(changed.keySet());
    units.values().forEach(timeline -> days.addAll(timeline.keySet()));
    for (LocalDate day : days) {
      if (day.isBefore(changed.firstKey())) {
        continue;
      }
      Set<UUID> above = new HashSet<>();
      UUID next = changed.floorEntry(day).getValue().parent();
      while (next != null && above.add(next)) {
        if (next.equals(id)) {
          throw InvalidInput.of("parent", "a unit cannot be under itself, not even on " + day);
        }
        next = on(day, next).parent();
      }
    }
  }

  private UnitVersion latest(UUID id) {
    return timeline(id).lastEntry().getValue();
  }

  private NavigableMap<LocalDate, UnitVersion> timeline(UUID id) {
    NavigableMap<LocalDate, UnitVersion> timeline = units.get(id);
    if (timeline == null) {
      throw new IllegalArgumentException("no unit " + id);
    }
    return timeline;
  }
}
