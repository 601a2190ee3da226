package org.waymark.web;

/** A term and what is so: one line of a definition list. */
public record Fact(String term, String says) {}
