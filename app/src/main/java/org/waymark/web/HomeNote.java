package org.waymark.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waymark.access.Caller;

/**
 * Something to know about the workspace as a whole, with one thing to do about it: a bean of this
 * type can put a note on the home page.
 */
public interface HomeNote {

  /** What this person is to read, if anything. Asked once per showing, inside the workspace. */
  Optional<Note> note(Caller caller);

  /**
   * One note.
   *
   * @param key the texts are {@code <key>.text} and {@code <key>.action}
   * @param post where the action is sent; null when there is only a page to look at
   * @param page where there is more to read, as {@code <key>.more}
   */
  record Note(String key, @Nullable String post, String page) {}
}
