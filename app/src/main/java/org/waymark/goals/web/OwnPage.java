package org.waymark.goals.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.web.Fact;
import org.waymark.web.Form;

/**
 * What a workspace knows of the person who looks.
 *
 * @param facts name, role and units
 * @param said who said the hours and when; absent while nobody has
 * @param carried what they carry today
 * @param maySay whether they may say their hours
 */
public record OwnPage(
    List<Fact> facts, Form form, @Nullable String said, String carried, boolean maySay) {}
