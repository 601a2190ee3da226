package org.waymark.web;

import org.jspecify.annotations.Nullable;

/**
 * One choice of a select: what is sent and what is read.
 *
 * @param language the language of the label, where it is not the page's own: names are not
 *     translated
 */
public record Option(String value, String label, @Nullable String language) {
  public Option(String value, String label) {
    this(value, label, null);
  }
}
