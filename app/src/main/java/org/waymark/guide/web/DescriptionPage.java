package org.waymark.guide.web;

import java.util.List;
import org.waymark.web.Option;

/** The second step, with what the coach says of the words as they were kept. */
public record DescriptionPage(
    StepPage at, Coached coached, List<Option> kinds, List<Option> ambitions, boolean finer) {}
