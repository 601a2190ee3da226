package org.waymark.goals;

import java.time.Instant;

/**
 * A limit that a goal went beyond, and why.
 *
 * @param crossed sub-area, at-once, objectives or key-results
 * @param most what the limit was then
 * @param by e-mail of whoever gave the reason
 */
public record FocusCrossing(String crossed, int most, String reason, String by, Instant at) {}
