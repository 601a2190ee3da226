package org.waymark.goals.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.goals.Goal;
import org.waymark.goals.Step;
import org.waymark.web.Form;
import org.waymark.web.Option;

/**
 * A step that needs another look: one to be written down, or one to be done with its evidence.
 *
 * @param step the step to be done; absent for one to be written down
 */
public record StepPage(Goal goal, @Nullable Step step, Form form, List<Option> members) {}
