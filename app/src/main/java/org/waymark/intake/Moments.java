package org.waymark.intake;

import java.time.Instant;

/** Moments as facts keep them: microseconds since 1970, UTC. */
final class Moments {
  private Moments() {}

  static long micros(Instant moment) {
    return Math.addExact(
        Math.multiplyExact(moment.getEpochSecond(), 1_000_000L), moment.getNano() / 1000);
  }

  static Instant of(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000L);
  }
}
