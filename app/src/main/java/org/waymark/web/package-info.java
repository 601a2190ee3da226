/**
 * The frame every page stands in: layout, parts, texts, figures in words, forms, charts, and the
 * pages that belong to no feature (first setup, sign-in, organisation, tokens, home, errors). No
 * business.
 *
 * <p>Read first: {@link org.waymark.web.Frame}, then {@code jte/organisation/units.jte} as the page
 * to copy.
 *
 * <h2>How a feature makes its pages</h2>
 *
 * <ol>
 *   <li><b>Controller</b> {@code org.waymark.<feature>.web.<Feature>Pages}, a plain
 *       {@code @Controller}. Handlers take {@code Caller caller, Frame frame} and, for a POST,
 *       {@code Form form} as arguments, call one verb, and answer {@code
 *       frame.show("<feature>/<page>", page)} where {@code page} is a public record of the package.
 *   <li><b>Template</b> {@code src/main/jte/<feature>/<page>.jte}:
 *       <pre>
 *   {@literal @}param org.waymark.web.Frame f
 *   {@literal @}param org.waymark.goals.web.GoalListPage page
 *   {@literal @}template.frame(f = f, title = f.t().of("goals.list.title"), nav = "goals", content = {@literal @}`
 *     ...
 *   `)
 *       </pre>
 *       The template always receives {@code f} (the frame) and {@code page} (your record). The
 *       parts in {@code jte/part} are told in {@code docs/pages.md}. Style with the classes of
 *       {@code static/css} (one file per component; add yours as {@code <feature>.css}, it is
 *       joined in by name). No {@code style=""}, no inline script: the policy blocks both.
 *   <li><b>Texts</b> {@code src/main/resources/messages/<feature>.properties}, UTF-8, keys start
 *       with the file's name: {@code goals.list.title = Goals}. {@code f.t().of(key, args...)}.
 *       Typographic apostrophe ’ only (the plain one is syntax); plurals by {@code {0,choice,0#no
 *       goals|1#one goal|1<{0} goals}}. A missing key is an error, and a test finds it before a
 *       person does.
 *   <li><b>Figures</b> through {@code f.w()} ({@link org.waymark.web.Words}) only: values with
 *       their unit, intervals, n, durations, dates and instants in the workspace's zone.
 *   <li><b>Forms</b> post to the address that shows them or a sub-resource of it ({@code POST
 *       /goals/{id}/closure}), wrapped in {@code @template.part.form}, which writes the one-time
 *       key. The controller tries one verb:
 *       <pre>
 *   try {
 *     var goal = goals.draft(caller, ...form.text("statement")...);
 *     return frame.to("/goals/" + goal.id(), "goals.drafted");   // 303 with a notice on the next page
 *   } catch (InvalidInput refused) {
 *     return frame.refused("goals/new", newPage(frame, form.with(refused)));   // 422, everything typed is kept
 *   }
 *       </pre>
 *       Fields take the {@code Form}: they show what was typed and the reason beside the field;
 *       {@code part.errors} on top takes the focus and links to them. A first showing uses {@code
 *       Form.empty()} or {@code Form.of(map)}.
 *   <li><b>Addresses</b>: {@code /} (today), {@code /goals}, {@code /metrics}, {@code /data} (data
 *       desk) and {@code /organisation} are the five places of the navigation. Everything works
 *       without scripts; {@code data-refresh="seconds"} with an {@code id} on an element makes
 *       {@code waymark.js} fetch the page again and exchange just that element (progress of an
 *       import).
 *   <li><b>Charts</b>: build a {@link org.waymark.web.LineChart}, show it with
 *       {@code @template.part.chart}.
 *   <li><b>First steps</b>: a bean of {@link org.waymark.web.FirstStep} puts your step on the home
 *       page of a new workspace.
 *   <li><b>Proof</b>: a browser test that extends {@code org.waymark.browser.BrowserTest} and calls
 *       {@code visit(path)}: policy violations, console errors and requests to other hosts fail it;
 *       {@code inspect("name")} runs axe in light, dark and at 320 px, and keeps screenshots when
 *       run with {@code -Dwaymark.screenshots=true}.
 * </ol>
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"platform", "workspace", "people", "access"})
@org.jspecify.annotations.NullMarked
package org.waymark.web;
