package org.waymark.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Something only its holder knows: a cookie, a token, a link. Made of 192 random bits, shown once,
 * kept only as its SHA-256; with that many bits a slow hash would protect nothing more.
 */
record Secret(String text) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 24;

  static Secret random(String prefix) {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new Secret(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  byte[] hash() {
    return hash(text);
  }

  static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Whether the other text is the same, in a time that does not tell how much of it is. */
  boolean is(String other) {
    return MessageDigest.isEqual(hash(), hash(other));
  }

  /** Never shows what it holds. */
  @Override
  public String toString() {
    return "Secret";
  }
}
