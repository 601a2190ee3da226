package org.waymark.goals.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.goals.Workload;
import org.waymark.goals.Workloads;
import org.waymark.measurement.Period;
import org.waymark.people.Member;
import org.waymark.people.Members;
import org.waymark.people.Unit;
import org.waymark.people.Units;
import org.waymark.platform.InvalidInput;
import org.waymark.web.Fact;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.web.Typed;

/** One's own settings: how many hours a week there are for goals. */
@Controller
class OwnPages {
  private final Workloads workloads;
  private final Members members;
  private final Units units;
  private final Access access;

  OwnPages(Workloads workloads, Members members, Units units, Access access) {
    this.workloads = workloads;
    this.members = members;
    this.units = units;
    this.access = access;
  }

  @GetMapping("/settings/own")
  ModelAndView own(Caller caller, Frame frame) {
    access.require(caller, Action.READ, null);
    Workloads.Said said = workloads.said(caller.email()).orElse(null);
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    shown.put("available", said == null ? null : plain(said.available()));
    return frame.show("goals/own", page(caller, frame, Form.of(shown)));
  }

  @PostMapping("/settings/own")
  ModelAndView say(Caller caller, Frame frame, Form form) {
    try {
      workloads.say(caller, caller.email(), new Typed(form).number("available"));
      return frame.to("/settings/own", "guide.said.hours");
    } catch (InvalidInput refused) {
      return frame.refused("goals/own", page(caller, frame, form.with(refused)));
    }
  }

  private OwnPage page(Caller caller, Frame frame, Form form) {
    Member member = members.get(caller.member());
    var tree = units.tree();
    List<String> belongs =
        member.units().stream()
            .map(code -> tree.byCode(code).map(Unit::name).orElse(code))
            .toList();
    List<Fact> facts =
        List.of(
            new Fact(frame.t().of("settings.member.name"), member.called()),
            new Fact(
                frame.t().of("settings.member.role"),
                frame.t().of("settings.role." + member.role().word())),
            new Fact(
                frame.t().of("settings.member.units"),
                belongs.isEmpty()
                    ? frame.t().of("settings.own.nowhere")
                    : String.join(", ", belongs)));
    LocalDate today = frame.now().atZone(frame.w().zone()).toLocalDate();
    Workload load =
        workloads.ofPerson(member.email(), new Period(today, today), null).orElseThrow();
    return new OwnPage(
        facts,
        form,
        workloads
            .said(member.email())
            .map(
                said ->
                    frame
                        .t()
                        .of(
                            "settings.own.said",
                            members.byEmail(said.by()).map(Member::called).orElse(said.by()),
                            frame.w().date(said.at().atZone(frame.w().zone()).toLocalDate())))
            .orElse(null),
        frame
            .t()
            .of(
                "settings.own.carried",
                frame.w().number(load.hours()),
                load.goals(),
                load.silent()),
        workloads.maySay(caller, member.email()));
  }

  private static String plain(BigDecimal hours) {
    return hours.stripTrailingZeros().toPlainString();
  }
}
