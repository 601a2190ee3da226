package org.waymark.workspace;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.Page;

/**
 * Where a list goes on and how much of it is wanted. Lists are sorted by id, which is the order in
 * which things were made.
 *
 * @param after id of the last thing already shown; null at the beginning
 * @param limit most things on the page, 1 to {@value #MOST}
 */
public record Cursor(@Nullable UUID after, int limit) {

  /** Most things on one page. */
  public static final int MOST = 500;

  /** Things on a page when nobody says how many. */
  public static final int USUAL = 100;

  /**
   * Reads the request's {@code cursor} and {@code limit}.
   *
   * @throws InvalidInput naming the one that makes no sense
   */
  public static Cursor of(@Nullable String cursor, @Nullable Integer limit) {
    int wanted = limit == null ? USUAL : limit;
    if (wanted < 1 || wanted > MOST) {
      throw InvalidInput.of("limit", "must be between 1 and " + MOST);
    }
    return new Cursor(cursor == null || cursor.isEmpty() ? null : decode(cursor), wanted);
  }

  /** How many rows to read: one more than wanted tells whether there is a next page. */
  public int rows() {
    return limit + 1;
  }

  /** Makes a page of the rows read. */
  public <T> Page<T> page(List<T> rows, Function<T, UUID> id) {
    if (rows.size() <= limit) {
      return Page.all(rows);
    }
    List<T> shown = rows.subList(0, limit);
    return new Page<>(shown, encode(id.apply(shown.getLast())));
  }

  private static String encode(UUID id) {
    ByteBuffer bytes = ByteBuffer.allocate(16);
    bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
  }

  private static UUID decode(String cursor) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
      if (bytes.remaining() == 16) {
        return new UUID(bytes.getLong(), bytes.getLong());
      }
    } catch (IllegalArgumentException e) {
      throw unknown();
    }
    throw unknown();
  }

  private static InvalidInput unknown() {
    return InvalidInput.of("cursor", "is not one this list gave out; start without it");
  }
}
