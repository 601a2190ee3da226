/**
 * When units work: their weekly hours, the holidays they keep, from which day on; and by which of
 * them an interaction is timed. A schedule holds for its unit and everything below it that has none
 * of its own, as the tree stood when the interaction started. Calls access, people, workspace and
 * platform, its pages web. Read {@link org.waymark.schedules.Schedules} first, then {@link
 * org.waymark.schedules.Timetables}; the clock itself is in the module measure.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"platform", "workspace", "people", "access", "web"})
@org.jspecify.annotations.NullMarked
package org.waymark.schedules;
