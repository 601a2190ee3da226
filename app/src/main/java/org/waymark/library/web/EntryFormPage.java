package org.waymark.library.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.library.LibraryEntry;
import org.waymark.web.Fact;
import org.waymark.web.Form;
import org.waymark.web.Option;

/**
 * An entry to be written or changed.
 *
 * @param code of the entry that is changed; null for a new one
 * @param entry as it stands; null for a new one
 * @param theirs what somebody else has saved meanwhile, to be read beside one's own words
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
    List<Option> bands,
    List<Fact> theirs) {

  /** The same with what somebody else has saved meanwhile. */
  EntryFormPage beside(List<Fact> saved) {
    return new EntryFormPage(
        code,
        entry,
        form,
        functions,
        industries,
        areas,
        measures,
        directions,
        bands,
        List.copyOf(saved));
  }
}
