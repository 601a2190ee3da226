package org.waymark.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.people.Role;
import org.waymark.platform.Audit;
import org.waymark.platform.Ids;
import org.waymark.platform.Tenancy;

/**
 * The secret address under which a member's calendar fetches when their goals are looked at. Each
 * member has at most one; a new one takes the place of the former. The secret is shown once and
 * kept as a hash. It is found by that hash, so how long the answer takes tells nothing about how
 * much of a guess was right; and it opens nothing but the calendar, with the rights of a viewer.
 */
@Component
public class CalendarLinks {
  private final JdbcClient jdbc;
  private final JdbcClient lobby;
  private final Tenancy tenancy;
  private final Access access;
  private final Audit audit;
  private final Clock clock;

  CalendarLinks(
      JdbcClient jdbc,
      @Qualifier("lobby") JdbcClient lobby,
      Tenancy tenancy,
      Access access,
      Audit audit,
      Clock clock) {
    this.jdbc = jdbc;
    this.lobby = lobby;
    this.tenancy = tenancy;
    this.access = access;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * An address in force.
   *
   * @param fetchedOn the last UTC day on which a calendar fetched it; absent while none has
   */
  public record Link(Instant madeAt, @Nullable LocalDate fetchedOn) {}

  /**
   * An address just made.
   *
   * @param secret shown this once and kept nowhere
   */
  public record Made(Link link, String secret) {

    /** Never shows the secret. */
    @Override
    public String toString() {
      return "Made[" + link + "]";
    }
  }

  /**
   * Whose calendar an address is.
   *
   * @param caller the member, as a viewer
   */
  public record Opened(UUID link, Caller caller) {}

  /** The caller's address, if there is one. */
  @Transactional(readOnly = true)
  public Optional<Link> of(Caller caller) {
    return jdbc.sql(
            "select made_at, fetched_on from calendar_link where member_id = :member and revoked_at is null")
        .param("member", caller.member())
        .query(CalendarLinks::link)
        .optional();
  }

  /** Makes an address for the caller; the one before stops working. */
  @Transactional
  public Made make(Caller caller) {
    access.require(caller, Action.MAKE_CALENDAR, null);
    Instant now = clock.instant();
    revoke(caller.member(), now);
    Secret secret = Secret.random("");
    UUID id = Ids.next();
    jdbc.sql(
            """
            insert into calendar_link (workspace_id, id, member_id, hash, made_at)
            values (:workspace, :id, :member, :hash, :now)
            """)
        .param("workspace", caller.workspace())
        .param("id", id)
        .param("member", caller.member())
        .param("hash", secret.hash())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
    audit.record(caller, "calendar.made", "calendar", id.toString(), null, null);
    return new Made(new Link(now, null), secret.text());
  }

  /**
   * Revokes the caller's address; nothing is fetched from it from the next request on. Where there
   * is none, nothing changes.
   */
  @Transactional
  public void revoke(Caller caller) {
    access.require(caller, Action.MAKE_CALENDAR, null);
    revoke(caller.member(), clock.instant())
        .ifPresent(
            id -> audit.record(caller, "calendar.revoked", "calendar", id.toString(), null, null));
  }

  private Optional<UUID> revoke(UUID member, Instant now) {
    return jdbc.sql(
            """
            update calendar_link set revoked_at = :now, revoked_by = :member
            where member_id = :member and revoked_at is null returning id
            """)
        .param("member", member)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(UUID.class)
        .optional();
  }

  /** Whose calendar a secret is; nothing when it is unknown, revoked, or its member has left. */
  public Optional<Opened> open(String secret) {
    record Door(Opened opened, @Nullable LocalDate fetchedOn) {}
    Optional<Door> door =
        lobby
            .sql("select * from door_of_calendar(:hash)")
            .param("hash", Secret.hash(secret))
            .query(
                (row, number) ->
                    new Door(
                        new Opened(
                            row.getObject("link_id", UUID.class),
                            new Caller(
                                row.getObject("workspace_id", UUID.class),
                                row.getObject("member_id", UUID.class),
                                row.getString("email"),
                                Role.VIEWER,
                                Via.TOKEN)),
                        row.getObject("fetched_on", LocalDate.class)))
            .optional();
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    door.filter(found -> !today.equals(found.fetchedOn()))
        .ifPresent(found -> fetched(found.opened(), today));
    return door.map(Door::opened);
  }

  private void fetched(Opened opened, LocalDate day) {
    tenancy.run(
        opened.caller().workspace(),
        () ->
            jdbc.sql("update calendar_link set fetched_on = :day where id = :id")
                .param("day", day)
                .param("id", opened.link())
                .update());
  }

  private static Link link(ResultSet row, int number) throws SQLException {
    return new Link(
        row.getObject("made_at", OffsetDateTime.class).toInstant(),
        row.getObject("fetched_on", LocalDate.class));
  }
}
