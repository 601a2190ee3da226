package org.waymark.web.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.waymark.people.Member;
import org.waymark.web.Form;
import org.waymark.web.Option;

/**
 * Everybody in the workspace, with a form for one more.
 *
 * @param link the invitation just made; shown this once
 */
public record MemberListPage(
    List<Row> rows,
    Form form,
    boolean mayChange,
    List<Option> roles,
    List<Option> units,
    @Nullable Link link) {

  /** A member and the names of their units. */
  public record Row(Member member, List<String> units) {}

  /** What to hand on to whom, and until when it works. */
  public record Link(String name, String address, String until) {}
}
