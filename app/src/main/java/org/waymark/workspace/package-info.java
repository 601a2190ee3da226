/**
 * The sealed world of one organisation: its settings (name, zone, week start, fiscal year), its
 * cycles and its areas. Calls only the platform; whoever may change what is decided above, in
 * access, before a verb of this package is called. Read {@link org.waymark.workspace.Workspaces}
 * first, then {@link org.waymark.workspace.Cycles} and {@link org.waymark.workspace.Areas}.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = "platform")
package org.waymark.workspace;
