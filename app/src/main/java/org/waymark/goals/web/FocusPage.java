package org.waymark.goals.web;

import org.jspecify.annotations.Nullable;
import org.waymark.web.Form;

/**
 * The limits of a workspace, to be read or changed.
 *
 * @param theirs what somebody else has saved meanwhile, to be read beside one's own
 */
public record FocusPage(Form form, boolean mayChange, @Nullable Form theirs) {}
