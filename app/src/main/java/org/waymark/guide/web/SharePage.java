package org.waymark.guide.web;

import java.util.List;
import org.waymark.web.Option;

/** The ninth step: who can be asked, by name and as a unit. */
public record SharePage(StepPage at, List<Option> people, List<Option> units) {}
