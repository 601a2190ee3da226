package org.waymark.web.settings;

import java.util.List;
import org.waymark.web.Form;
import org.waymark.web.Option;
import org.waymark.workspace.Area;

/**
 * One area, to be renamed, moved or removed.
 *
 * @param places the areas it can be a part of
 */
public record AreaPage(Area area, Form form, List<Option> places) {}
