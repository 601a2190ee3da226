package org.waymark.library.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.library.LibraryEntry;
import org.waymark.web.Form;
import org.waymark.web.Option;

/**
 * An entry to be written or changed.
 *
 * @param code of the entry that is changed; null for a new one
 * @param entry as it stands; null for a new one
 */
public record EntryFormPage(
    @Nullable String code,
    @Nullable LibraryEntry entry,
    Form form,
    List<Option> functions,
    List<Option> industries,
    List<Option> areas,
    List<Option> measures,
    List<Option> directions,
    List<Option> bands) {}
