package org.waymark.web.settings;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.access.Invitations;
import org.waymark.people.Member;
import org.waymark.people.Members;
import org.waymark.people.Role;
import org.waymark.people.Units;
import org.waymark.platform.Conflict;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.ServerAddress;
import org.waymark.platform.ShownOnce;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.web.Option;
import org.waymark.workspace.Cursor;

/**
 * The people of the workspace. Whoever adds one gets a link to hand on. The forms that make a link
 * carry no one-time key: the answers of such requests are kept for a week, and a link must not be.
 */
@Controller
class MemberPages {
  private final Members members;
  private final Invitations invitations;
  private final Units units;
  private final Access access;
  private final ServerAddress address;

  MemberPages(
      Members members, Invitations invitations, Units units, Access access, ServerAddress address) {
    this.members = members;
    this.invitations = invitations;
    this.units = units;
    this.access = access;
    this.address = address;
  }

  @GetMapping("/settings/members")
  ModelAndView list(Caller caller, Frame frame) {
    access.require(caller, Action.READ, null);
    return frame.show(
        "settings/members", page(caller, frame, Form.of(Map.of("role", "member")), null));
  }

  @PostMapping("/settings/members")
  @ShownOnce
  ModelAndView add(Caller caller, Frame frame, Form form, HttpServletRequest request) {
    access.require(caller, Action.CHANGE_MEMBERS, null);
    try {
      var wanted =
          new Members.NewMember(
              form.optional("email"), form.optional("name"), form.optional("role"), chosen(form));
      var link = link(frame, request, invitations.add(caller, wanted));
      return frame.show(
          "settings/members", page(caller, frame, Form.of(Map.of("role", "member")), link));
    } catch (InvalidInput refused) {
      return frame.refused("settings/members", page(caller, frame, form.with(refused), null));
    }
  }

  @PostMapping("/settings/members/{member}/invitation")
  @ShownOnce
  ModelAndView invite(
      Caller caller, Frame frame, HttpServletRequest request, @PathVariable("member") UUID id) {
    access.require(caller, Action.CHANGE_MEMBERS, null);
    var link = link(frame, request, invitations.invite(caller, id));
    return frame.show(
        "settings/members", page(caller, frame, Form.of(Map.of("role", "member")), link));
  }

  @GetMapping("/settings/members/{member}")
  ModelAndView member(Caller caller, Frame frame, @PathVariable("member") UUID id) {
    access.require(caller, Action.READ, null);
    var member = members.get(id);
    return frame.show("settings/member", memberPage(caller, frame, member, shown(member)));
  }

  @PostMapping("/settings/members/{member}")
  ModelAndView change(Caller caller, Frame frame, Form form, @PathVariable("member") UUID id) {
    access.require(caller, Action.CHANGE_MEMBERS, null);
    try {
      var change = new Members.MemberChange(form.text("name"), form.optional("role"), chosen(form));
      var changed = members.change(caller, id, change, form.version());
      return frame.to("/settings/members", "settings.member.changed", changed.name());
    } catch (InvalidInput refused) {
      return frame.refused(
          "settings/member", memberPage(caller, frame, members.get(id), form.with(refused)));
    } catch (Conflict lost) {
      var now = members.get(id);
      var values = new LinkedHashMap<>(form.values());
      values.put("version", List.of(Integer.toString(now.version())));
      var role = frame.t().of("settings.role." + now.role().word());
      var told =
          new Form(values, List.of())
              .with("", frame.t().of("settings.member.lost", now.name(), role));
      return frame.show(
          "settings/member", memberPage(caller, frame, now, told), HttpStatus.CONFLICT);
    }
  }

  @PostMapping("/settings/members/{member}/departure")
  ModelAndView leave(Caller caller, Frame frame, @PathVariable("member") UUID id) {
    access.require(caller, Action.CHANGE_MEMBERS, null);
    try {
      return frame.to(
          "/settings/members", "settings.member.left", members.leave(caller, id).name());
    } catch (InvalidInput lastOwner) {
      var member = members.get(id);
      return frame.refused(
          "settings/member", memberPage(caller, frame, member, shown(member).with(lastOwner)));
    }
  }

  private MemberListPage.Link link(Frame frame, HttpServletRequest request, Invitations.Sent sent) {
    return new MemberListPage.Link(
        sent.member().name(),
        address.of(request) + sent.invitation().path(),
        frame.w().instant(sent.invitation().expiresAt()));
  }

  private MemberListPage page(
      Caller caller, Frame frame, Form form, MemberListPage.@Nullable Link link) {
    var tree = units.tree();
    var rows =
        Cursor.everything("members", members::list).stream()
            .map(
                member ->
                    new MemberListPage.Row(
                        member,
                        member.units().stream()
                            .map(code -> tree.byCode(code).map(unit -> unit.name()).orElse(code))
                            .toList()))
            .toList();
    return new MemberListPage(
        rows,
        form,
        access.can(caller, Action.CHANGE_MEMBERS, null),
        roles(frame),
        unitOptions(),
        link);
  }

  private MemberPage memberPage(Caller caller, Frame frame, Member member, Form form) {
    return new MemberPage(
        member, form, access.can(caller, Action.CHANGE_MEMBERS, null), roles(frame), unitOptions());
  }

  private List<Option> unitOptions() {
    return units.tree().all().stream().map(unit -> new Option(unit.code(), unit.name())).toList();
  }

  private static List<Option> roles(Frame frame) {
    return Arrays.stream(Role.values())
        .map(role -> new Option(role.word(), frame.t().of("settings.role." + role.word())))
        .toList();
  }

  private static Form shown(Member member) {
    return new Form(
        Map.of(
            "name", List.of(member.name()),
            "role", List.of(member.role().word()),
            "units", member.units(),
            "version", List.of(Integer.toString(member.version()))),
        List.of());
  }

  private static List<String> chosen(Form form) {
    return form.all("units").stream().filter(code -> !code.isBlank()).toList();
  }
}
