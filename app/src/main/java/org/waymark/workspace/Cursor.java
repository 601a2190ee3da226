package org.waymark.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.waymark.platform.Bookmark;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.Page;

/**
 * Where a list goes on and how much of it is wanted. Lists are sorted by id, which is the order in
 * which things were made.
 *
 * @param list names the list, so that no other list's cursor is taken for one of this
 * @param after id of the last thing already shown; null at the beginning
 * @param limit most things on the page, 1 to {@value #MOST}
 */
public record Cursor(String list, @Nullable UUID after, int limit) {

  /** Most things on one page. */
  public static final int MOST = 500;

  /** Things on a page when nobody says how many. */
  public static final int USUAL = 100;

  /**
   * Reads the request's {@code cursor} and {@code limit}.
   *
   * @throws InvalidInput naming the one that makes no sense
   */
  public static Cursor of(String list, @Nullable String cursor, @Nullable Integer limit) {
    int wanted = limit == null ? USUAL : limit;
    if (wanted < 1 || wanted > MOST) {
      throw InvalidInput.of("limit", "must be between 1 and " + MOST);
    }
    return new Cursor(list, Bookmark.place(list, cursor, UUID::fromString), wanted);
  }

  /** The beginning of a list, as much as one page holds. */
  public static Cursor most(String list) {
    return new Cursor(list, null, MOST);
  }

  /** Every thing of a list, however many pages it has. */
  public static <T> List<T> everything(String list, Function<Cursor, Page<T>> pages) {
    List<T> all = new ArrayList<>();
    Page<T> page = pages.apply(most(list));
    all.addAll(page.items());
    while (page.next() != null) {
      page = pages.apply(of(list, page.next(), MOST));
      all.addAll(page.items());
    }
    return all;
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
    return new Page<>(shown, Bookmark.at(list, id.apply(shown.getLast())));
  }
}
