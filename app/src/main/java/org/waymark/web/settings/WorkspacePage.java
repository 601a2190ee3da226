package org.waymark.web.settings;

import java.util.List;
import org.waymark.web.Fact;
import org.waymark.web.Form;
import org.waymark.web.Option;

/**
 * What the workspace has settled.
 *
 * @param facts as everybody may read it
 * @param form as an owner may change it
 * @param mayChange whether the reader is one
 */
public record WorkspacePage(
    List<Fact> facts,
    Form form,
    boolean mayChange,
    List<Option> zones,
    List<Option> days,
    List<Option> months,
    List<Option> locales) {}
