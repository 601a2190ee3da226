package org.waymark.search.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.web.Finder;
import org.waymark.web.Form;

/**
 * What was searched and what was found, or the places to go to while nothing is searched.
 *
 * @param says how much was found, in words; null while nothing is searched
 * @param items best first
 */
public record SearchPage(Form form, @Nullable String says, List<Finder.Findable> items) {}
