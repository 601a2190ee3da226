package org.waymark.access;

/** Through which door a caller came. */
public enum Via {
  /** Signed in to the pages. */
  SESSION,
  /** An API token. */
  TOKEN,
  /** The server itself: setup, a folder it watches, a job that was due. */
  SERVER
}
