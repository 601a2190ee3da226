package org.waymark.web.account;

import java.util.List;
import org.waymark.web.Form;
import org.waymark.web.Option;

/** The form of the first setup. */
public record SetupPage(Form form, List<Option> zones, List<Option> days) {}
