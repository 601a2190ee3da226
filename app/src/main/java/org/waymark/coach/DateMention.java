package org.waymark.coach;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day or period that a text names.
 *
 * @param due whether something is due by, on or from it; false where it only says which things are
 *     meant
 * @param day its last day, null where the text does not say which year or which year begins when
 * @param first index of its first token
 * @param last index of its last token
 */
record DateMention(boolean due, @Nullable LocalDate day, int first, int last) {}
