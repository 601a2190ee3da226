package org.waymark.intake.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.intake.ImportRow;
import org.waymark.intake.Sources;
import org.waymark.web.Form;

/** Sources and what arrived of late. */
public record DeskPage(
    List<Sources.Source> sources,
    List<ImportRow> imports,
    @Nullable String next,
    Form form,
    boolean mayImport) {}
