/**
 * The demonstration: one small fictional company with its people, goals and eighteen months of
 * customers, told from today. Everything comes in through the verbs and files that people use;
 * nothing is put into tables behind their back. It may call every feature; nobody calls it, and it
 * shows itself on the home page through {@link org.waymark.web.HomeNote}.
 *
 * <p>Read {@link org.waymark.demo.Demonstration} first for loading and removing, {@code Feeds} for
 * what the customers did, {@code StoryDays} for when. The story itself is told in docs/demo.md.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "workspace",
      "people",
      "schedules",
      "access",
      "metrics",
      "intake",
      "measurement",
      "goals",
      "guide",
      "library",
      "web"
    })
package org.waymark.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
