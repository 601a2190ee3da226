/**
 * First use: from data that have just come in to a first goal with an honest baseline, proposed on
 * one screen and written down in one press. It puts together what intake, measurement and goals
 * know and holds nothing of its own; the guide asks it which numbers have data. Read {@link
 * org.waymark.firstuse.FirstGoal} first, then {@link org.waymark.firstuse.BeyondChance} for the
 * target it suggests.
 */
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "workspace",
      "people",
      "access",
      "metrics",
      "measurement",
      "intake",
      "goals",
      "web"
    })
@NullMarked
package org.waymark.firstuse;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
