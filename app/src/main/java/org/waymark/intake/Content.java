package org.waymark.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.fact.Pause;

/**
 * What an interaction says, as 128 bits: two of the same (source, id) are a repeat exactly when
 * these are equal. Source, id and revision stay out. Not for use by two threads.
 */
final class Content {
  private final MessageDigest digest;
  private byte[] bytes = new byte[512];
  private int length;

  Content() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /**
   * What it says under a unit as it was understood: the same line under a unit that has come to
   * exist since is a correction.
   *
   * @param content what it says, its unit left out
   */
  static UUID under(UUID content, @Nullable Integer unitNumber) {
    if (unitNumber == null) {
      return content;
    }
    long unit = scattered(unitNumber + 1L);
    return new UUID(
        content.getMostSignificantBits() ^ unit,
        content.getLeastSignificantBits() ^ scattered(unit));
  }

  /** One number for another, without pattern, and only zero for zero (SplitMix64's last steps). */
  private static long scattered(long number) {
    long mixed = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  /** Which interaction it is: 128 bits that stand for its source and id. */
  UUID identity(String source, String id) {
    length = 0;
    text(source);
    text(id);
    return hash();
  }

  /** What an interaction says, its unit left out. */
  UUID of(Interaction item) {
    length = 0;
    text(item.kind().code());
    moment(item.startedAt());
    moment(item.respondedAt());
    moment(item.finishedAt());
    moment(item.reopenedAt());
    moment(item.dueAt());
    text(item.customer());
    text(item.channel());
    text(item.product());
    text(item.region());
    text(item.topic());
    text(item.touchpoint());
    text(item.question());
    Interaction.About about = item.about();
    text(about == null ? null : about.source());
    text(about == null ? null : about.id());
    Scale scale = item.scale();
    text(scale == null ? null : scale.code());
    number(scale == null ? null : scale.min());
    number(scale == null ? null : scale.max());
    number(scale == null ? null : scale.top());
    number(item.score());
    number(item.weight());
    text(item.handledBy());
    number(item.contacts() == null ? null : item.contacts().longValue());
    number(item.complaint() == null ? null : item.complaint() ? 1L : 0L);
    number(item.quantity());
    text(item.status());
    text(item.attributes().json());
    Interaction.Tally tally = item.tally();
    text(tally == null ? null : tally.metric());
    number(tally == null ? null : tally.numerator());
    number(tally == null ? null : tally.denominator());
    for (Pause pause : item.pauses()) {
      number(pause.fromUs());
      number(pause.toUs());
    }
    return hash();
  }

  private UUID hash() {
    digest.update(bytes, 0, length);
    ByteBuffer hash = ByteBuffer.wrap(digest.digest());
    return new UUID(hash.getLong(), hash.getLong());
  }

  private void moment(@Nullable Instant moment) {
    number(moment == null ? null : Moments.micros(moment));
  }

  private void number(@Nullable Long value) {
    room(9);
    if (value == null) {
      bytes[length++] = 0;
      return;
    }
    bytes[length++] = 1;
    for (int shift = 56; shift >= 0; shift -= 8) {
      bytes[length++] = (byte) (value >>> shift);
    }
  }

  private void text(@Nullable String value) {
    if (value == null) {
      number(null);
      return;
    }
    byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
    number((long) encoded.length);
    room(encoded.length);
    System.arraycopy(encoded, 0, bytes, length, encoded.length);
    length += encoded.length;
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
