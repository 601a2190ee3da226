package org.waymark.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts tries to sign in. A try is counted before the password is looked at, so that many at once
 * get no further than one after another; a good one is not held against anybody.
 */
@Component
class Tries {

  /** Tries on one account within {@link #WINDOW}, whether or not the account exists. */
  static final int PER_ACCOUNT = 10;

  /** Failed tries from one address within {@link #WINDOW}; many people can share one. */
  static final int PER_ADDRESS = 100;

  static final Duration WINDOW = Duration.ofMinutes(15);

  private final JdbcClient lobby;
  private final Clock clock;

  Tries(@Qualifier("lobby") JdbcClient lobby, Clock clock) {
    this.lobby = lobby;
    this.clock = clock;
  }

  /** Counts one try; when there were too many, the moment from which another is heard. */
  Optional<Instant> count(String email, String address) {
    Optional<Instant> ofAddress = countFrom(address);
    return ofAddress.isPresent() ? ofAddress : countOn(email);
  }

  /** Counts one try for its address alone. */
  Optional<Instant> countFrom(String address) {
    return count("address " + address, PER_ADDRESS);
  }

  /** Counts one try for the account alone. */
  Optional<Instant> countOn(String email) {
    return count("account " + email, PER_ACCOUNT);
  }

  /**
   * After a good sign-in takes the account's count back, and the one try from the address's, so
   * that a whole office can sign in through one address in the morning.
   */
  void forgive(String email, String address) {
    lobby
        .sql("delete from sign_in_tries where subject = :subject")
        .param("subject", Secret.hash("account " + email))
        .update();
    lobby
        .sql("update sign_in_tries set tries = tries - 1 where subject = :subject and tries > 0")
        .param("subject", Secret.hash("address " + address))
        .update();
  }

  private Optional<Instant> count(String subject, int most) {
    Instant now = clock.instant();
    record Counted(int tries, Instant since) {}
    Counted counted =
        lobby
            .sql(
                """
                insert into sign_in_tries as t (subject, tries, since) values (:subject, 1, :now)
                on conflict (subject) do update set
                  tries = case when t.since < :windowStart then 1 else t.tries + 1 end,
                  since = case when t.since < :windowStart then :now else t.since end
                returning tries, since
                """)
            .param("subject", Secret.hash(subject))
            .param("now", utc(now))
            .param("windowStart", utc(now.minus(WINDOW)))
            .query(
                (row, number) ->
                    new Counted(
                        row.getInt("tries"),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
            .single();
    return counted.tries() > most ? Optional.of(counted.since().plus(WINDOW)) : Optional.empty();
  }

  /** Forgets what no longer counts. */
  void forget() {
    lobby
        .sql("delete from sign_in_tries where since < :windowStart")
        .param("windowStart", utc(clock.instant().minus(WINDOW)))
        .update();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
