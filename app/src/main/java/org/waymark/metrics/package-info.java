/**
 * The catalogue: what each metric means, in which version. Shipped metrics come with the program
 * and are the same everywhere; a workspace adds its own by a small definition. A definition is
 * data, never SQL, and no version of it is ever altered. Calls access, people, workspace and
 * platform; the definitions themselves are those of the module measure. Read {@link
 * org.waymark.metrics.Metrics} first; {@code DefinitionFormat} is the JSON shape.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "workspace", "people", "access"})
package org.waymark.metrics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
