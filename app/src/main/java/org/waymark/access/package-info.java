/**
 * Who is asking and what they may do: setup of a new server, sign-in, sessions, API tokens,
 * invitations, and the one question {@link org.waymark.access.Access#can can(caller, action,
 * object)} that every verb asks before it changes anything. Calls people, workspace and platform.
 *
 * <p>Controllers take a {@link org.waymark.access.Caller} as a parameter; a request without one is
 * answered 401 (API) or sent to sign in (pages) before it reaches them. What answers people who are
 * not signed in says so with {@link org.waymark.access.OpenToAll}. The API takes bearer tokens
 * only, pages take the session cookie only.
 *
 * <p><b>A new route needs one line</b> in {@code src/test/resources/access/routes.txt} (and one in
 * the test's {@code Things} when its address names a new kind of thing); {@code RouteMatrixTest}
 * tries each with another workspace's ids, too low a role, no login and a revoked token, and fails
 * for a route without a line. Read {@link org.waymark.access.Access} first.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"platform", "workspace", "people"})
package org.waymark.access;
