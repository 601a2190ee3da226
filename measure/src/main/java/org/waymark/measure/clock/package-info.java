/**
 * When people work: weekly hours in a time zone, days on which nobody works, and the clock that
 * runs only then. Read {@code Schedule} first, then {@code BusinessClock}; {@code Hours} tells
 * which schedule an item is timed by.
 */
@org.jspecify.annotations.NullMarked
package org.waymark.measure.clock;
