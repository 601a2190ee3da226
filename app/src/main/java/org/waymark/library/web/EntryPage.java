package org.waymark.library.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.library.LibraryEntry;
import org.waymark.web.Fact;
import org.waymark.web.Form;
import org.waymark.web.Option;

/**
 * One entry whole, and the form that makes goals of it.
 *
 * @param start what the workspace's own data say of where the way would begin
 * @param measured whether the key result measures itself here
 * @param points whether a level is asked for; else a change in percent
 * @param full the address of the full form of a goal with these words
 */
public record EntryPage(
    LibraryEntry entry,
    LibraryPage.Card card,
    List<Fact> facts,
    String start,
    boolean measured,
    boolean points,
    Form form,
    List<Option> cycles,
    List<Option> units,
    boolean mayDraft,
    boolean mayChange,
    @Nullable String full) {}
