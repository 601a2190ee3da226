package org.waymark.web.settings;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.people.Member;
import org.waymark.people.Members;
import org.waymark.web.Finder;
import org.waymark.web.Texts;
import org.waymark.workspace.Area;
import org.waymark.workspace.Areas;
import org.waymark.workspace.Cursor;
import org.waymark.workspace.Cycle;
import org.waymark.workspace.Cycles;

/** People, cycles and, for whoever may change them, areas. */
@Component
class SettingsFinder implements Finder {
  private final Members members;
  private final Cycles cycles;
  private final Areas areas;
  private final Access access;

  SettingsFinder(Members members, Cycles cycles, Areas areas, Access access) {
    this.members = members;
    this.cycles = cycles;
    this.areas = areas;
    this.access = access;
  }

  @Override
  public List<Findable> findable(Caller caller, Texts texts) {
    Stream<Findable> people =
        Cursor.everything("members", members::list).stream()
            .filter(member -> member.state() != Member.State.LEFT)
            .map(SettingsFinder::person);
    Stream<Findable> periods =
        Cursor.everything("cycles", cycles::list).stream().map(SettingsFinder::cycle);
    Stream<Findable> subjects =
        access.can(caller, Action.CHANGE_AREAS, null)
            ? Cursor.everything("areas", areas::list).stream().map(SettingsFinder::area)
            : Stream.empty();
    return Stream.of(people, periods, subjects).flatMap(one -> one).toList();
  }

  private static Findable person(Member member) {
    return new Findable(
        "member",
        member.called(),
        member.email(),
        member.email(),
        "/settings/members/" + member.id());
  }

  private static Findable cycle(Cycle cycle) {
    return new Findable(
        "cycle", cycle.name(), cycle.code(), cycle.code(), "/settings/cycles/" + cycle.id());
  }

  private static Findable area(Area area) {
    return new Findable(
        "area", area.name(), area.code(), area.code(), "/settings/areas/" + area.id());
  }
}
