/**
 * The library of candidate goals: what has served others as a goal, by function and industry, wired
 * to the metric that shows it and paired with a process goal that drives it. What ships is data
 * ({@code library/entries.txt}, words in {@code messages/library.properties}); a workspace changes,
 * hides and adds. A band says how far people usually aim above their own baseline; it is no
 * benchmark. Read {@link org.waymark.library.Library} first, then {@link
 * org.waymark.library.FromLibrary}.
 */
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "workspace",
      "people",
      "access",
      "metrics",
      "measurement",
      "goals",
      "web"
    })
@NullMarked
package org.waymark.library;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
