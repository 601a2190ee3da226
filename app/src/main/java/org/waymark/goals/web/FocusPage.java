package org.waymark.goals.web;

import org.waymark.web.Form;

/** The limits of a workspace, to be read or changed. */
public record FocusPage(Form form, boolean mayChange) {}
