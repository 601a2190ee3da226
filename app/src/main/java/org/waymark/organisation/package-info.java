/**
 * The API of an organisation: its workspace, units, schedules, members, cycles, areas, tokens and
 * audit, as the pages and programs change them. No rules of its own: each handler asks access,
 * calls one verb of workspace, people or access, and answers with the whole thing. Stands above
 * those three because it asks who may; read {@link org.waymark.organisation.UnitsApi} first.
 *
 * <p>Settled here for all of them: a code that is taken is 422 naming {@code code}; an editable
 * thing wants its {@code version} back, in the body or as {@code If-Match}, without it is 422 and
 * an old one 409 with the current state; in a path a thing goes by its id or by its code (members
 * by e-mail address).
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"platform", "workspace", "people", "access", "schedules"})
package org.waymark.organisation;
