/**
 * Real customer interactions come in here: sources, mappings, imports, refused lines. A line is
 * read strictly, mapped, and either becomes a fact in a Parquet file or is kept as a refusal with
 * its reason. One key index knows for every (source, id) what is held, so that a repeat changes
 * nothing and a correction changes exactly the days it belongs to. Calls platform, workspace,
 * people, access, metrics and the plain measure module; measurement reads what is held through
 * {@link org.waymark.intake.Facts}. Read {@link org.waymark.intake.Imports} first, then {@link
 * org.waymark.intake.Mapping} and {@link org.waymark.intake.Interaction}.
 */
@ApplicationModule(
    allowedDependencies = {"platform", "workspace", "people", "access", "metrics", "web"})
@NullMarked
package org.waymark.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
