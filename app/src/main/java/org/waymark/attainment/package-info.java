/**
 * Will it be reached? Listens to goals for key results that were measured, says where each will be
 * if nothing changes, keeps every such word, and scores them once their goals have closed. Goals
 * never call it: they ask whoever is there through {@link org.waymark.goals.Foretelling}. The
 * formulas are in `measure`. Read {@link org.waymark.attainment.Forecasts} first, then {@link
 * org.waymark.attainment.Calibration}.
 */
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "workspace",
      "people",
      "access",
      "measurement",
      "goals",
      "web"
    })
@NullMarked
package org.waymark.attainment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
