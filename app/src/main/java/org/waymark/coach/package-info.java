/**
 * The coach of goal texts: rules that read a statement as it is typed and say, with the words
 * marked, what somebody who has to judge it later would miss. No network, no model, no clock: the
 * same text in the same cycle gets the same answer. Words of a language are data ({@code
 * coach/en.txt}); rules that need none run in every language. The findings are never added up to a
 * score. Calls metrics, workspace, access, web and platform. Read {@link org.waymark.coach.Coach}
 * first, then any rule, then {@code Understood} for what a rule may ask about a statement.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"platform", "workspace", "access", "metrics", "web"})
@org.jspecify.annotations.NullMarked
package org.waymark.coach;
