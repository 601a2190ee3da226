package org.waymark.guide.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.access.Caller;
import org.waymark.goals.Goal;
import org.waymark.guide.AreaUses;
import org.waymark.guide.Guide;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.workspace.Area;
import org.waymark.workspace.Areas;
import org.waymark.workspace.Cursor;

/** The first step: areas as cards, each with who works there already. */
@Component
class AreaStep {
  private final Areas areas;
  private final AreaUses uses;
  private final GuideChoices choices;

  AreaStep(Areas areas, AreaUses uses, GuideChoices choices) {
    this.areas = areas;
    this.uses = uses;
    this.choices = choices;
  }

  /**
   * @param but the goal that this guide became earlier
   * @param entrance only while the guide is not there yet
   */
  AreaPage of(
      Caller caller,
      Frame frame,
      StepPage at,
      @Nullable UUID but,
      AreaPage.@Nullable Entrance entrance) {
    Form form = at.form();
    String cycle = form.text("cycle");
    Map<String, List<Goal>> working = uses.in(caller, cycle, but);
    List<AreaPage.Crowding> crowded =
        form.text("area").isEmpty()
            ? List.of()
            : uses.crowded(caller, form.text("area"), working).stream()
                .map(
                    goal ->
                        new AreaPage.Crowding(
                            goal.id(),
                            goal.statement(),
                            frame
                                .t()
                                .of("guide.drop.this", GuideChoices.shortened(goal.statement()))))
                .toList();
    return new AreaPage(
        at, choices.cycles(caller, frame, cycle), groups(frame, working), crowded, entrance);
  }

  /** Whether one more goal in the chosen area would crowd others, and nobody has said what then. */
  boolean asks(Caller caller, Guide guide) {
    Form form = guide.form();
    return !form.text("area").isEmpty()
        && form.text("drop").isEmpty()
        && !uses.crowded(
                caller, form.text("area"), uses.in(caller, form.text("cycle"), guide.goal()))
            .isEmpty();
  }

  private List<AreaPage.Group> groups(Frame frame, Map<String, List<Goal>> working) {
    List<Area> all = Cursor.everything("areas", areas::list);
    List<AreaPage.Group> groups = new ArrayList<>();
    for (Area.Catalogue catalogue : Area.Catalogue.values()) {
      List<Area> alone = new ArrayList<>();
      for (Area top : all) {
        if (top.catalogue() != catalogue || top.within() != null) {
          continue;
        }
        List<AreaPage.Card> cards = new ArrayList<>();
        below(frame, all, top, top, working, cards);
        if (cards.isEmpty()) {
          alone.add(top);
        } else {
          cards.addFirst(
              card(frame, top, frame.t().of("guide.area.whole", top.name()), "", working));
          groups.add(new AreaPage.Group(top.name(), cards));
        }
      }
      if (!alone.isEmpty()) {
        groups.add(
            new AreaPage.Group(
                frame.t().of("guide.catalogue." + catalogue.word()),
                alone.stream().map(one -> card(frame, one, one.name(), "", working)).toList()));
      }
    }
    return groups;
  }

  private void below(
      Frame frame,
      List<Area> all,
      Area top,
      Area area,
      Map<String, List<Goal>> working,
      List<AreaPage.Card> cards) {
    for (Area one : all) {
      if (Objects.equals(one.within(), area.code())) {
        cards.add(card(frame, one, one.name(), area == top ? "" : area.name(), working));
        below(frame, all, top, one, working, cards);
      }
    }
  }

  private AreaPage.Card card(
      Frame frame, Area area, String name, String within, Map<String, List<Goal>> working) {
    return new AreaPage.Card(
        area.code(),
        name,
        within,
        working.getOrDefault(area.code(), List.of()).stream()
            .map(
                goal ->
                    frame
                        .t()
                        .of(
                            "guide.area.who",
                            choices.member(goal.owner()),
                            GuideChoices.shortened(goal.statement())))
            .toList());
  }
}
