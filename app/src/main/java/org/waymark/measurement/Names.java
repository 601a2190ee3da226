package org.waymark.measurement;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Keeps names short enough for a key of the database. */
final class Names {
  private static final int LONGEST = 400;

  private Names() {}

  /** The name itself, or its beginning with a digest of the whole. */
  static String bounded(String name) {
    if (name.length() <= LONGEST) {
      return name;
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
      return name.substring(0, 200) + " … " + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("Every Java has SHA-256", missing);
    }
  }
}
