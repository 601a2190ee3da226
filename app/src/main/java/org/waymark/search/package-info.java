/**
 * Finds goals, metrics, units, people and pages by what they are called. Each feature offers what
 * this person may see ({@link org.waymark.web.Finder}); here it is decided what fits and what comes
 * first. Called by nobody. Read {@link org.waymark.search.Search} first.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"platform", "workspace", "access", "web"})
@org.jspecify.annotations.NullMarked
package org.waymark.search;
