/**
 * The guide: ten steps on calm pages from an area to a published goal. What is answered is kept
 * step by step as it was typed, so that a draft may be as unfinished as its author; only publishing
 * reads it strictly and makes a goal with its key result, or changes the goal it made before. It
 * may call goals, firstuse (which numbers have data), coach, measurement, metrics, people,
 * workspace, access, web and platform; only the demonstration calls it. Read {@link
 * org.waymark.guide.Guides} first, then {@link org.waymark.guide.Publishing}.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "platform",
      "workspace",
      "people",
      "access",
      "metrics",
      "measurement",
      "coach",
      "goals",
      "firstuse",
      "web"
    })
@org.jspecify.annotations.NullMarked
package org.waymark.guide;
