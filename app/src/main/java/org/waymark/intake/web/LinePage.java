package org.waymark.intake.web;

import org.waymark.intake.ImportRow;
import org.waymark.intake.Refusals;
import org.waymark.web.Form;

/** One refused line to be mended. */
public record LinePage(ImportRow row, Refusals.Refusal line, Form form) {}
