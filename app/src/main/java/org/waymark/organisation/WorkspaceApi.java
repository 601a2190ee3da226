package org.waymark.organisation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.workspace.Fields;
import org.waymark.workspace.WorkspaceSettings;
import org.waymark.workspace.Workspaces;

/** {@code /api/v1/workspace}: what the caller's organisation has settled. */
@RestController
@RequestMapping("/api/v1/workspace")
class WorkspaceApi {

  private final Workspaces workspaces;
  private final Access access;

  WorkspaceApi(Workspaces workspaces, Access access) {
    this.workspaces = workspaces;
    this.access = access;
  }

  /**
   * The settings in words.
   *
   * @param weekStart such as monday
   * @param fiscalYearStart such as january
   * @param mission what the organisation is for; empty until it has been said
   * @param vision where it wants to be, undated; empty until it has been said
   */
  record Settings(
      UUID id,
      String name,
      String zone,
      String weekStart,
      String fiscalYearStart,
      String locale,
      String mission,
      String vision,
      int version) {

    static Settings of(WorkspaceSettings settings) {
      return new Settings(
          settings.id(),
          settings.name(),
          settings.zone().getId(),
          Fields.word(settings.weekStart()),
          Fields.word(settings.fiscalYearStart()),
          settings.locale().toLanguageTag(),
          settings.mission(),
          settings.vision(),
          settings.version());
    }
  }

  @Schema(name = "WorkspaceChange")
  record Change(
      @Nullable String name,
      @Nullable String zone,
      @Nullable String weekStart,
      @Nullable String fiscalYearStart,
      @Nullable String locale,
      @Nullable String mission,
      @Nullable String vision,
      @Nullable Integer version) {}

  @GetMapping
  ResponseEntity<Settings> current(Caller caller) {
    access.require(caller, Action.READ, null);
    WorkspaceSettings current = workspaces.current();
    return Answers.versioned(Settings.of(current), current.version());
  }

  @PatchMapping
  ResponseEntity<Settings> change(
      @RequestBody Change change,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      Caller caller) {
    access.require(caller, Action.CHANGE_WORKSPACE, null);
    WorkspaceSettings changed =
        workspaces.change(
            caller,
            new Workspaces.WorkspaceChange(
                change.name(),
                change.zone(),
                change.weekStart(),
                change.fiscalYearStart(),
                change.locale(),
                change.mission(),
                change.vision()),
            Answers.version(change.version(), ifMatch));
    return Answers.versioned(Settings.of(changed), changed.version());
  }
}
