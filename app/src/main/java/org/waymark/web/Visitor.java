package org.waymark.web;

/**
 * Who is reading a page, as far as the frame needs to know.
 *
 * @param name of the person, or the e-mail address where there is none
 * @param workspace the name of the organisation
 * @param readsLog whether the log of what was done is open to them
 */
public record Visitor(String name, String workspace, boolean readsLog) {}
