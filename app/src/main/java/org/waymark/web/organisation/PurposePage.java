package org.waymark.web.organisation;

import org.waymark.web.Form;

/** What the organisation is for and where it wants to be, to be written down. */
public record PurposePage(Form form) {}
