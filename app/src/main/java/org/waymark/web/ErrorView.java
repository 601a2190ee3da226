package org.waymark.web;

import org.waymark.platform.Problem;

/** A problem and what to do next. */
public record ErrorView(Problem problem, String next) {}
