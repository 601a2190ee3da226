package org.waymark.intake.web;

import org.jspecify.annotations.Nullable;
import org.waymark.intake.Uploads;
import org.waymark.web.Form;

/**
 * Where a first file is dropped.
 *
 * @param waiting a file that was dropped and not brought in yet
 * @param holdsAnything whether there are data to make a goal of
 */
public record FirstDropPage(Form form, Uploads.@Nullable Waiting waiting, boolean holdsAnything) {}
