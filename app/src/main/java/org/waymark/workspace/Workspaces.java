package org.waymark.workspace;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.platform.Actor;
import org.waymark.platform.Audit;
import org.waymark.platform.Conflict;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.Tenancy;

/** Opens workspaces and keeps what each has settled. Every verb works on the bound workspace. */
@Component
@Transactional
public class Workspaces {

  /** Longest mission or vision, in characters. */
  static final int LONGEST_PURPOSE = 1_000;

  private final JdbcClient jdbc;
  private final Tenancy tenancy;
  private final Turns turns;
  private final Audit audit;
  private final Areas areas;
  private final List<ZoneGuard> zoneGuards;
  private final Clock clock;

  Workspaces(
      JdbcClient jdbc,
      Tenancy tenancy,
      Turns turns,
      Audit audit,
      Areas areas,
      List<ZoneGuard> zoneGuards,
      Clock clock) {
    this.jdbc = jdbc;
    this.tenancy = tenancy;
    this.turns = turns;
    this.audit = audit;
    this.areas = areas;
    this.zoneGuards = zoneGuards;
    this.clock = clock;
  }

  /** What a new workspace starts with; absent fields take the usual: Monday, January, English. */
  public record NewWorkspace(
      @Nullable String name,
      @Nullable String zone,
      @Nullable String weekStart,
      @Nullable String fiscalYearStart,
      @Nullable String locale) {}

  /** What is to change; absent fields stay as they are. */
  public record WorkspaceChange(
      @Nullable String name,
      @Nullable String zone,
      @Nullable String weekStart,
      @Nullable String fiscalYearStart,
      @Nullable String locale,
      @Nullable String mission,
      @Nullable String vision) {

    /** What the organisation is for and where it wants to be; an empty text takes it away. */
    public static WorkspaceChange purpose(@Nullable String mission, @Nullable String vision) {
      return new WorkspaceChange(null, null, null, null, null, mission, vision);
    }
  }

  /**
   * Makes the bound id a workspace, with both catalogues of areas in it.
   *
   * @throws InvalidInput naming every field that is wrong
   */
  public WorkspaceSettings open(Actor by, NewWorkspace wanted) {
    Fields fields = new Fields();
    WorkspaceSettings opened = read(fields, tenancy.current(), wanted);
    fields.check();
    jdbc.sql(
            """
            insert into workspace (id, name, zone, week_start, fiscal_year_start, locale)
            values (:id, :name, :zone, :weekStart, :fiscalYearStart, :locale)
            """)
        .params(WorkspaceRow.of(opened))
        .update();
    areas.seed();
    audit.record(by, "workspace.opened", "workspace", opened.id().toString(), null, opened);
    return opened;
  }

  /** What a new workspace would settle; what is wrong with it is noted in the fields. */
  public static WorkspaceSettings read(Fields fields, UUID id, NewWorkspace wanted) {
    return new WorkspaceSettings(
        id,
        fields.name("name", wanted.name()),
        fields.zone("zone", wanted.zone()),
        wanted.weekStart() == null
            ? DayOfWeek.MONDAY
            : fields.word("weekStart", wanted.weekStart(), DayOfWeek.class),
        wanted.fiscalYearStart() == null
            ? Month.JANUARY
            : fields.word("fiscalYearStart", wanted.fiscalYearStart(), Month.class),
        wanted.locale() == null ? Locale.ENGLISH : locale(fields, wanted.locale()),
        "",
        "",
        1);
  }

  /** What holds now. */
  @Transactional(readOnly = true)
  public WorkspaceSettings current() {
    return jdbc.sql(
            """
            select id, name, zone, week_start, fiscal_year_start, locale, mission, vision, version
            from workspace where id = :id
            """)
        .param("id", tenancy.current())
        .query(WorkspaceRow::read)
        .single();
  }

  /** The business day it is now in the bound workspace. */
  @Transactional(readOnly = true)
  public LocalDate today() {
    return current().today(clock);
  }

  /**
   * Changes what is given, if nobody else was first.
   *
   * @param version the version the caller had before their eyes
   * @throws Conflict when it has changed since
   * @throws InvalidInput for a zone that can no longer change, or any field that makes no sense
   */
  public WorkspaceSettings change(Actor by, WorkspaceChange change, int version) {
    turns.take("workspace");
    WorkspaceSettings before = current();
    if (before.version() != version) {
      throw new Conflict("The workspace was changed by someone else since you read it.", before);
    }
    Fields fields = new Fields();
    WorkspaceSettings after =
        new WorkspaceSettings(
            before.id(),
            change.name() == null ? before.name() : fields.name("name", change.name()),
            change.zone() == null ? before.zone() : zone(fields, before.zone(), change.zone()),
            change.weekStart() == null
                ? before.weekStart()
                : fields.word("weekStart", change.weekStart(), DayOfWeek.class),
            change.fiscalYearStart() == null
                ? before.fiscalYearStart()
                : fields.word("fiscalYearStart", change.fiscalYearStart(), Month.class),
            change.locale() == null ? before.locale() : locale(fields, change.locale()),
            change.mission() == null ? before.mission() : text(fields, "mission", change.mission()),
            change.vision() == null ? before.vision() : text(fields, "vision", change.vision()),
            before.version() + 1);
    fields.check();
    jdbc.sql(
            """
            update workspace
            set name = :name, zone = :zone, week_start = :weekStart,
                fiscal_year_start = :fiscalYearStart, locale = :locale,
                mission = :mission, vision = :vision, version = version + 1
            where id = :id
            """)
        .params(WorkspaceRow.of(after))
        .update();
    audit.record(by, "workspace.changed", "workspace", after.id().toString(), before, after);
    return after;
  }

  private ZoneId zone(Fields fields, ZoneId before, String wanted) {
    ZoneId zone = fields.zone("zone", wanted);
    if (!zone.equals(before)) {
      zoneGuards.stream()
          .map(ZoneGuard::reasonToKeepZone)
          .flatMap(Optional::stream)
          .findFirst()
          .ifPresent(reason -> fields.refuse("zone", reason));
    }
    return zone;
  }

  private static String text(Fields fields, String field, String text) {
    String said = text.strip();
    if (said.length() > LONGEST_PURPOSE) {
      fields.refuse(
          field, "must be at most " + LONGEST_PURPOSE + " characters, is " + said.length());
    }
    if (said.indexOf(0) >= 0) {
      fields.refuse(field, "must not hold a NUL character");
    }
    return said;
  }

  private static Locale locale(Fields fields, String tag) {
    Locale locale = Locale.forLanguageTag(tag.strip());
    if (locale.getLanguage().isEmpty() || !tag.strip().equalsIgnoreCase(locale.toLanguageTag())) {
      fields.refuse("locale", "give a language tag such as en or en-GB");
    }
    return locale;
  }
}
