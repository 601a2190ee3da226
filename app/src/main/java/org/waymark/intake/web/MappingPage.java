package org.waymark.intake.web;

import org.waymark.intake.SavedMappings;
import org.waymark.web.Form;

/**
 * One saved mapping.
 *
 * @param maps what it makes of a line, in words
 * @param json the whole of it
 */
public record MappingPage(
    SavedMappings.Kept kept, String maps, String json, Form form, boolean mayChange) {}
