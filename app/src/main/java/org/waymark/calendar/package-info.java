/**
 * Calendars: reviews of goals as iCalendar files (RFC 5545), one by one or as a feed under a secret
 * address. The text is written here, line by line; when a goal is looked at is known by goals, and
 * who holds an address by access. Called by nobody. Read {@link
 * org.waymark.calendar.ReviewCalendar} first.
 */
@ApplicationModule(allowedDependencies = {"platform", "workspace", "access", "goals", "web"})
@NullMarked
package org.waymark.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
