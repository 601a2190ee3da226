/**
 * Goals out of a text that somebody already has: an outline with bullets, numbers or "KR1:", rows
 * of a spreadsheet, one sentence. It reads objectives and key results from the lines, lets the
 * coach recognise metric, levels and dates in them, and writes all of them down at once as drafts.
 * Read {@link org.waymark.paste.Outline} first, then {@link org.waymark.paste.Recognition}.
 */
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "workspace",
      "people",
      "access",
      "metrics",
      "measurement",
      "coach",
      "goals",
      "web"
    })
@NullMarked
package org.waymark.paste;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
