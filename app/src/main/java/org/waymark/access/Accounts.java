package org.waymark.access;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.waymark.platform.Ids;

/**
 * Who can sign in. One account per e-mail address on the whole server; it may be a member of
 * several workspaces. Rows belong to no workspace and say nothing about any.
 */
@Component
class Accounts {

  private final JdbcClient lobby;
  private final JdbcClient jdbc;
  private final Passwords passwords;
  private final Clock clock;

  Accounts(
      @Qualifier("lobby") JdbcClient lobby, JdbcClient jdbc, Passwords passwords, Clock clock) {
    this.lobby = lobby;
    this.jdbc = jdbc;
    this.passwords = passwords;
    this.clock = clock;
  }

  record Account(UUID id, String email, String password) {}

  /** One of the workspaces an account is a member of. */
  public record Door(UUID workspace, String name) {}

  Optional<Account> byEmail(String email) {
    return lobby
        .sql("select id, email, password from account where email = :email")
        .param("email", email)
        .query(
            (row, number) ->
                new Account(
                    row.getObject("id", UUID.class),
                    row.getString("email"),
                    row.getString("password")))
        .optional();
  }

  /** Makes an account in the running transaction of a workspace. */
  UUID make(String email, String password) {
    UUID id = Ids.next();
    jdbc.sql(
            """
            insert into account (id, email, password, made_at, password_changed_at)
            values (:id, :email, :password, :now, :now)
            """)
        .param("id", id)
        .param("email", email)
        .param("password", passwords.hash(password))
        .param("now", now())
        .update();
    return id;
  }

  void changePassword(UUID id, String password) {
    lobby
        .sql("update account set password = :password, password_changed_at = :now where id = :id")
        .param("password", passwords.hash(password))
        .param("now", now())
        .param("id", id)
        .update();
  }

  /** The workspaces this account is a member of, by name. */
  List<Door> doors(UUID account) {
    return lobby
        .sql("select workspace_id, name from doors_of_account(:account)")
        .param("account", account)
        .query(
            (row, number) ->
                new Door(row.getObject("workspace_id", UUID.class), row.getString("name")))
        .list();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
