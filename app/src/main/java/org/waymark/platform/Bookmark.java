package org.waymark.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Function;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a list ended, as the opaque text that asks for the next one. It carries a
 * checksum over the name of its list, so that garbled text and the bookmark of another list are
 * refused: they would otherwise ask for a page that happens to be empty, and look like the end.
 */
public final class Bookmark {
  private Bookmark() {}

  /** The text for a place in a list. */
  public static String at(String list, Object place) {
    byte[] text = place.toString().getBytes(StandardCharsets.UTF_8);
    byte[] bytes =
        ByteBuffer.allocate(Integer.BYTES + text.length)
            .putInt(check(list, text))
            .put(text)
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * The place that a text stands for; null when there is none, which is the beginning.
   *
   * @param read understands what {@link #at} was given, as text
   * @throws InvalidInput when this list did not give the text out
   */
  public static <T> @Nullable T place(
      String list, @Nullable String cursor, Function<String, T> read) {
    if (cursor == null || cursor.isEmpty()) {
      return null;
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
      if (bytes.remaining() > Integer.BYTES) {
        int check = bytes.getInt();
        byte[] text = new byte[bytes.remaining()];
        bytes.get(text);
        if (check == check(list, text)) {
          return read.apply(new String(text, StandardCharsets.UTF_8));
        }
      }
    } catch (IllegalArgumentException e) {
      throw unknown();
    }
    throw unknown();
  }

  private static int check(String list, byte[] place) {
    CRC32 sum = new CRC32();
    sum.update(list.getBytes(StandardCharsets.UTF_8));
    sum.update(0);
    sum.update(place);
    return (int) sum.getValue();
  }

  private static InvalidInput unknown() {
    return InvalidInput.of("cursor", "is not one that this list gave out; start without it");
  }
}
