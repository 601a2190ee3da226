package org.waymark.goals.web;

import java.util.List;
import org.waymark.web.Form;
import org.waymark.web.Option;

/** A goal to be closed: its scores as they would be kept, how it ended, and what was learned. */
public record ClosePage(GoalPage goal, Form form, List<Option> outcomes) {}
