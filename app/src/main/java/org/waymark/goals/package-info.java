/**
 * Goals: what an organisation wants to reach, the key results that measure it, the steps that lead
 * there, and who agreed to it. A key result is a number with a baseline, a target, a due date and a
 * metric; this module asks `measurement` for readings, turns them into progress and a score, and
 * keeps every version and every measurement.
 *
 * <p>It may call measurement, metrics, people, workspace, access, web and platform; nobody below
 * knows it. Read {@link org.waymark.goals.Goals} first for the verbs, {@link
 * org.waymark.goals.Progress} for what the numbers mean.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "platform",
      "workspace",
      "people",
      "access",
      "metrics",
      "measurement",
      "web"
    })
@org.jspecify.annotations.NullMarked
package org.waymark.goals;
