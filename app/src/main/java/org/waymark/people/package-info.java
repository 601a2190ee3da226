/**
 * Who belongs to a workspace: its units (company, departments, teams) as a tree that remembers how
 * it stood on any day, and its members with their roles. Calls workspace and platform. Read {@link
 * org.waymark.people.Units} and {@link org.waymark.people.UnitTree} first, then {@link
 * org.waymark.people.Members}.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "workspace"})
package org.waymark.people;
