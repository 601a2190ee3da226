package org.waymark.coach;

/** What the team says it can do about the result: asked, never guessed from the text. */
public enum Control {
  CHANGE,
  INFLUENCE,
  WATCH
}
