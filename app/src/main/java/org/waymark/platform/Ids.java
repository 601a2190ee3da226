package org.waymark.platform;

import java.security.SecureRandom;
import java.util.UUID;

/** New identifiers: UUIDs of version 7, which sort by the millisecond they were made in. */
public final class Ids {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  public static UUID next() {
    long milliseconds = System.currentTimeMillis();
    long high = (milliseconds << 16) | 0x7000L | (RANDOM.nextLong() & 0x0FFFL);
    long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
