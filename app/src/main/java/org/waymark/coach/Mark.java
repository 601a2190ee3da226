package org.waymark.coach;

import org.jspecify.annotations.Nullable;

/**
 * One of the five SMART marks.
 *
 * @param met null when the text cannot tell, so that somebody has to be asked
 * @param words which of the texts says why
 */
public record Mark(@Nullable Boolean met, String words) {

  /** Key of the text that says why. */
  public String text() {
    return "coach.smart." + words;
  }
}
