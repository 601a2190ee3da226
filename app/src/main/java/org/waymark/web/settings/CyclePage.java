package org.waymark.web.settings;

import java.util.List;
import org.waymark.web.Form;
import org.waymark.web.Option;
import org.waymark.workspace.Cycle;

/** One cycle, to be renamed or moved. */
public record CyclePage(Cycle cycle, Form form, boolean mayChange, List<Option> cycles) {}
