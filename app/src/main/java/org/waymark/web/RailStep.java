package org.waymark.web;

import org.jspecify.annotations.Nullable;

/**
 * One step of a rail beside a long form.
 *
 * @param address where it leads; null while it cannot be reached yet
 * @param here whether it is the one in focus
 */
public record RailStep(String label, @Nullable String address, boolean done, boolean here) {}
