package org.waymark.guide.web;

import java.util.List;
import org.waymark.web.Option;

/** A step whose form offers something to choose, or nothing but a field. */
public record ChoicePage(StepPage at, List<Option> options, Coached coached) {}
