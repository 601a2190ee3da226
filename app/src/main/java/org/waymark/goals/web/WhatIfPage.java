package org.waymark.goals.web;

import org.waymark.goals.Goal;
import org.waymark.goals.KeyResultView;
import org.waymark.goals.OutlookSaid;
import org.waymark.web.Form;

/**
 * A key result with its target or its day moved in thought.
 *
 * @param aim what it asks for now
 * @param form the target and the day that are thought of
 */
public record WhatIfPage(
    Goal goal, KeyResultView keyResult, String aim, Form form, OutlookSaid said) {}
