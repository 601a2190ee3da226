package org.waymark.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.waymark.access.Caller;
import org.waymark.access.Invitations;
import org.waymark.access.Via;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measurement.Measurement;
import org.waymark.measurement.ReadingQuery;
import org.waymark.metrics.Metrics;
import org.waymark.people.Member;
import org.waymark.people.Members;
import org.waymark.people.Units;
import org.waymark.platform.Json;
import org.waymark.platform.Tenancy;
import org.waymark.schedules.Schedules;
import org.waymark.workspace.Cycle;
import org.waymark.workspace.Cycles;
import org.waymark.workspace.WorkspaceSettings;
import org.waymark.workspace.Workspaces;

/**
 * Sets the company up in a workspace: who it is, what its customers did, what its people set out to
 * do. In this order, because a goal is measured the moment it is written.
 */
@Component
class Loading {
  private static final Logger LOG = LoggerFactory.getLogger(Loading.class);

  private final Workspaces workspaces;
  private final Cycles cycles;
  private final Units units;
  private final Schedules schedules;
  private final Members members;
  private final Invitations invitations;
  private final Metrics metrics;
  private final Measurement measurement;
  private final Deliveries deliveries;
  private final Stage stage;
  private final DemonstrationTable table;
  private final Tenancy tenancy;
  private final Clock clock;

  Loading(
      Workspaces workspaces,
      Cycles cycles,
      Units units,
      Schedules schedules,
      Members members,
      Invitations invitations,
      Metrics metrics,
      Measurement measurement,
      Deliveries deliveries,
      Stage stage,
      DemonstrationTable table,
      Tenancy tenancy,
      Clock clock) {
    this.workspaces = workspaces;
    this.cycles = cycles;
    this.units = units;
    this.schedules = schedules;
    this.members = members;
    this.invitations = invitations;
    this.metrics = metrics;
    this.measurement = measurement;
    this.deliveries = deliveries;
    this.stage = stage;
    this.table = table;
    this.tenancy = tenancy;
    this.clock = clock;
  }

  /**
   * Loads everything; the demonstration has been begun.
   *
   * @param by an owner, in whose name the company is set up
   * @param passwords of people who are to sign in, by their first names; all others have no way in
   * @param progress is told of every step
   */
  void load(
      Caller by, long seed, LocalDate today, Map<String, String> passwords, Progress progress) {
    tenancy.as(
        by.workspace(),
        () -> {
          StoryDays days = new StoryDays(today);
          progress.of(12);
          WorkspaceSettings settings = workspaces.current();
          Map<String, Caller> cast = new HashMap<>();
          tenancy.run(by.workspace(), () -> setUp(by, days));
          Company.PEOPLE.forEach(
              person -> cast.put(person.key(), join(by, person, passwords.get(person.key()))));
          Script script = Scripts.of(days);
          Stage.Play play = new Stage.Play(days, settings.zone(), cast);
          Feeds feeds = Feeds.of(days, seed);
          Instant begun = clock.instant();
          deliveries.bring(by, settings.zone(), feeds.before(), progress::step);
          Instant past = clock.instant();
          script.between(null, days.lastWeek()).forEach(scene -> stage.play(play, scene));
          Instant played = clock.instant();
          deliveries.bring(by, settings.zone(), feeds.after(), progress::step);
          Instant arrived = clock.instant();
          script.between(days.lastWeek(), null).forEach(scene -> stage.play(play, scene));
          LOG.info(
              "The example data is there: files took {} and {} ms, goals {} and {} ms.",
              Duration.between(begun, past).toMillis(),
              Duration.between(played, arrived).toMillis(),
              Duration.between(past, played).toMillis(),
              Duration.between(arrived, clock.instant()).toMillis());
          tenancy.run(by.workspace(), () -> table.loaded(clock.instant()));
          return true;
        });
  }

  private void setUp(Caller by, StoryDays days) {
    WorkspaceSettings settings = workspaces.current();
    workspaces.change(
        by,
        Workspaces.WorkspaceChange.purpose(
            settings.mission().isEmpty() ? Company.MISSION : null,
            settings.vision().isEmpty() ? Company.VISION : null),
        settings.version());
    for (Company.Part part : Company.PARTS) {
      var added =
          units.add(by, new Units.NewUnit(part.code(), part.name(), part.kind(), part.parent()));
      table.made("unit", added.id().toString());
    }
    schedules.add(by, Company.hours(settings.zone(), days.first()));
    year(by, days);
    for (String definition : Company.METRICS) {
      table.made("metric", metrics.define(by, Json.mapper().readTree(definition)).key());
    }
  }

  /** Makes someone a member; whoever has no password cannot sign in, and is there all the same. */
  private Caller join(Caller by, Company.Person person, @Nullable String password) {
    if (person.email().equals(by.email())) {
      Member self = members.get(by.member());
      members.change(
          by,
          self.id(),
          new Members.MemberChange(null, null, List.of(person.unit())),
          self.version());
      return by;
    }
    Members.NewMember wanted =
        new Members.NewMember(
            person.email(), person.name(), person.role().word(), List.of(person.unit()));
    UUID id =
        password == null
            ? tenancy.in(by.workspace(), () -> member(by, wanted))
            : signingIn(by, wanted, password);
    return new Caller(by.workspace(), id, person.email(), person.role(), Via.SERVER);
  }

  private UUID member(Caller by, Members.NewMember wanted) {
    UUID id = members.add(by, wanted).id();
    members.join(by, id, null);
    table.made("member", id.toString());
    return id;
  }

  private UUID signingIn(Caller by, Members.NewMember wanted, String password) {
    Invitations.Sent sent =
        tenancy.in(
            by.workspace(),
            () -> {
              Invitations.Sent made = invitations.add(by, wanted);
              table.made("member", made.member().id().toString());
              return made;
            });
    String secret = sent.invitation().path().replaceFirst(".*secret=", "");
    invitations.accept(secret, password, "127.0.0.1");
    return sent.member().id();
  }

  private void year(Caller by, StoryDays days) {
    String name = days.year().getYear() + "/" + (days.yearEnd().getYear() % 100);
    cycle(by, "year", "Year " + name, days.year(), days.yearEnd(), null);
    for (int quarter = 1; quarter <= 4; quarter++) {
      cycle(
          by,
          "q" + quarter,
          "Quarter %d of %s".formatted(quarter, name),
          days.quarter(quarter),
          days.quarterEnd(quarter),
          "year");
    }
  }

  private void cycle(
      Caller by, String code, String name, LocalDate from, LocalDate to, @Nullable String within) {
    Cycle added = cycles.add(by, new Cycles.NewCycle(code, name, from, to, within));
    table.made("cycle", added.id().toString());
  }

  /** Asks every metric once, so that whoever looks first does not wait. */
  void measure(UUID workspace) {
    tenancy.as(
        workspace,
        () -> {
          for (MetricDefinition metric : metrics.all()) {
            measurement.readings(
                ReadingQuery.pooled(metric.key(), null, measurement.shown(metric)));
            measurement.readings(
                ReadingQuery.pooled(metric.key(), null, measurement.latest(metric)));
          }
          return true;
        });
  }
}
