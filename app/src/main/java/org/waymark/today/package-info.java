/**
 * Today: where a member arrives. What they owe, what changed since they last looked, and how their
 * goals stand, put together from goals and intake, which know nothing of it. Its only own fact is
 * when each member last looked. Read {@link org.waymark.today.Today} first.
 */
@ApplicationModule(
    allowedDependencies = {"platform", "workspace", "people", "access", "goals", "intake", "web"})
@NullMarked
package org.waymark.today;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
