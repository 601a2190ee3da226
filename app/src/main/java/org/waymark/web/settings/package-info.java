/**
 * Settings of a workspace: what it has settled, who is in it, areas, cycles, tokens, and the log of
 * what was done. Read WorkspacePages first.
 */
@org.jspecify.annotations.NullMarked
package org.waymark.web.settings;
