package org.waymark.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.waymark.access.Caller;
import org.waymark.goals.Goals;
import org.waymark.intake.Imports;
import org.waymark.library.Library;
import org.waymark.library.LibraryEntry;
import org.waymark.metrics.Metrics;
import org.waymark.people.Members;
import org.waymark.people.Units;
import org.waymark.platform.Audit;
import org.waymark.platform.Tenancy;
import org.waymark.workspace.Cycles;
import org.waymark.workspace.WorkspaceSettings;
import org.waymark.workspace.Workspaces;

/**
 * Takes the demonstration out again: its files are withdrawn as people withdraw files, its people
 * leave, and everything that nobody needs is deleted.
 */
@Component
class Removing {
  private final DemonstrationTable table;
  private final Imports imports;
  private final Goals goals;
  private final Units units;
  private final Members members;
  private final Cycles cycles;
  private final Metrics metrics;
  private final Library library;
  private final Workspaces workspaces;
  private final Audit audit;
  private final Tenancy tenancy;

  Removing(
      DemonstrationTable table,
      Imports imports,
      Goals goals,
      Units units,
      Members members,
      Cycles cycles,
      Metrics metrics,
      Library library,
      Workspaces workspaces,
      Audit audit,
      Tenancy tenancy) {
    this.table = table;
    this.imports = imports;
    this.goals = goals;
    this.units = units;
    this.members = members;
    this.cycles = cycles;
    this.metrics = metrics;
    this.library = library;
    this.workspaces = workspaces;
    this.audit = audit;
    this.tenancy = tenancy;
  }

  /** What would stay, by name. A goal that the caller may not see is only counted as one. */
  List<Demonstration.Kept> kept(Caller caller, boolean withTouched) {
    List<Demonstration.Kept> kept = new ArrayList<>();
    for (DemonstrationTable.Thing thing : table.kept(withTouched)) {
      kept.add(new Demonstration.Kept(thing.kind(), thing.id(), name(caller, thing)));
    }
    for (LibraryEntry entry : entries(caller)) {
      if (entry.version() > 1) {
        kept.add(new Demonstration.Kept("library-entry", entry.code(), entry.statement()));
      }
    }
    return kept;
  }

  /** Entries of the library that are still there; what people changed has another version. */
  private List<LibraryEntry> entries(Caller caller) {
    return table.libraryEntries().stream()
        .flatMap(code -> library.find(caller, code).stream())
        .toList();
  }

  private String name(Caller caller, DemonstrationTable.Thing thing) {
    return switch (thing.kind()) {
      case "unit" -> units.get(UUID.fromString(thing.id())).name();
      case "member" -> members.get(UUID.fromString(thing.id())).name();
      case "cycle" -> cycles.get(UUID.fromString(thing.id())).name();
      case "goal" ->
          goals
              .find(caller, UUID.fromString(thing.id()))
              .map(goal -> goal.statement())
              .orElse(""); // a draft of somebody else
      default -> metrics.find(thing.id()).map(metric -> metric.label()).orElse(thing.id());
    };
  }

  /**
   * Removes everything that can go, one file after the other, the rest at once.
   *
   * @return what stays
   */
  List<Demonstration.Kept> remove(Caller by, boolean withTouched, Progress progress) {
    return tenancy.as(
        by.workspace(),
        () -> {
          List<UUID> files = tenancy.in(by.workspace(), table::imports);
          progress.of(files.size());
          for (UUID file : files) {
            tenancy.run(by.workspace(), () -> imports.withdraw(by, file));
            progress.step();
          }
          return tenancy.in(by.workspace(), () -> removeRest(by, withTouched));
        });
  }

  private List<Demonstration.Kept> removeRest(Caller by, boolean withTouched) {
    List<Demonstration.Kept> stays = kept(by, withTouched);
    for (Demonstration.Kept thing : stays) {
      if (thing.kind().equals("member")) {
        members.leave(by, UUID.fromString(thing.id()));
      }
    }
    WorkspaceSettings settings = workspaces.current();
    workspaces.change(
        by,
        Workspaces.WorkspaceChange.purpose(
            settings.mission().equals(Company.MISSION) ? "" : null,
            settings.vision().equals(Company.VISION) ? "" : null),
        settings.version());
    table.clear(withTouched);
    audit.record(
        by,
        "demonstration.removed",
        "workspace",
        by.workspace().toString(),
        null,
        Map.of("stayed", stays.size()));
    return stays;
  }
}
