package org.waymark.library.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.goals.Goal;
import org.waymark.goals.Goals;
import org.waymark.library.FromLibrary;
import org.waymark.library.Function;
import org.waymark.library.Industry;
import org.waymark.library.Library;
import org.waymark.library.LibraryEntry;
import org.waymark.platform.InvalidInput;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.web.Typed;
import org.waymark.workspace.Fields;

/** The library to look through, and goals made of its entries. */
@Controller
class LibraryPages {
  /** Cards on one page. */
  private static final int ON_A_PAGE = 20;

  private final Library library;
  private final FromLibrary from;
  private final Goals goals;
  private final LibraryChoices choices;
  private final EntryShown shown;
  private final Access access;

  LibraryPages(
      Library library,
      FromLibrary from,
      Goals goals,
      LibraryChoices choices,
      EntryShown shown,
      Access access) {
    this.library = library;
    this.from = from;
    this.goals = goals;
    this.choices = choices;
    this.shown = shown;
    this.access = access;
  }

  @GetMapping("/library")
  ModelAndView list(Caller caller, Frame frame, Form form) {
    access.require(caller, Action.READ, null);
    Fields fields = new Fields();
    @Nullable Function function =
        form.optional("function") == null
            ? null
            : fields.word("function", form.text("function"), Function.class);
    @Nullable Industry industry =
        form.optional("industry") == null
            ? null
            : fields.word("industry", form.text("industry"), Industry.class);
    fields.check();
    boolean mayChange = access.can(caller, Action.CHANGE_LIBRARY, null);
    boolean hidden = mayChange && form.checked("hidden");
    LibraryWords words = new LibraryWords(frame.t());
    List<LibraryEntry> found =
        library.list(caller, function, industry, hidden).stream()
            .filter(entry -> holds(entry, words, form.text("q")))
            .toList();
    int begin = from(form, found.size());
    int end = Math.min(found.size(), begin + ON_A_PAGE);
    String asked = asked(form);
    return frame.show(
        "library/list",
        new LibraryPage(
            found.subList(begin, end).stream()
                .map(entry -> words.card(entry, library.metric(entry).isPresent()))
                .toList(),
            found.size(),
            form,
            choices.functions(frame),
            choices.industries(frame),
            mayChange,
            access.can(caller, Action.DRAFT_GOAL, null),
            !asked.isEmpty(),
            hidden,
            asked.isEmpty() ? "/library" : "/library?" + asked,
            end < found.size() ? Integer.toString(end) : null));
  }

  @GetMapping("/library/{entry}")
  ModelAndView look(Caller caller, Frame frame, Form asked, @PathVariable("entry") String code) {
    return frame.show(
        "library/entry", shown.page(caller, frame, library.get(caller, code), asked, null));
  }

  @PostMapping("/library/{entry}/goals")
  ModelAndView write(Caller caller, Frame frame, Form form, @PathVariable("entry") String code) {
    access.require(caller, Action.DRAFT_GOAL, null);
    LibraryEntry entry = library.get(caller, code);
    try {
      Typed typed = new Typed(form);
      boolean bare = form.optional("target") == null && form.optional("change") == null;
      Goal goal =
          from.write(
              caller,
              entry,
              new FromLibrary.Wanted(
                  form.optional("statement"),
                  form.optional("why"),
                  form.optional("cycle"),
                  form.optional("unit"),
                  typed.value("baseline"),
                  typed.value("target"),
                  typed.number("change"),
                  form.checked("withProcess") ? form.text("process") : null,
                  typed.whole("actions")));
      return frame.to("/goals/" + goal.id(), bare ? "library.said.bare" : "library.said.written");
    } catch (InvalidInput refused) {
      return frame.refused(
          "library/entry", shown.page(caller, frame, entry, form, form.with(refused)));
    }
  }

  @GetMapping("/goals/{id}/drivers")
  ModelAndView drivers(Caller caller, Frame frame, @PathVariable UUID id) {
    access.require(caller, Action.DRAFT_GOAL, null);
    Goal goal = goals.get(caller, id);
    LibraryWords words = new LibraryWords(frame.t());
    return frame.show(
        "library/drivers",
        new DriversPage(
            goal,
            from.drivers(caller, goal.id()).stream()
                .map(
                    entry ->
                        new DriversPage.Offer(
                            entry.code(), entry.process(), words.counted(entry), entry.statement()))
                .toList(),
            "/goals/new?kind=process&drives="
                + goal.id()
                + "&cycle="
                + encoded(goal.cycle())
                + (goal.unit() == null ? "" : "&unit=" + encoded(goal.unit()))));
  }

  @PostMapping("/library/{entry}/driver")
  ModelAndView drive(Caller caller, Frame frame, Form form, @PathVariable("entry") String code) {
    access.require(caller, Action.DRAFT_GOAL, null);
    LibraryEntry entry = library.get(caller, code);
    UUID outcome = goal(form);
    from.drive(caller, entry, outcome);
    return frame.to("/goals/" + outcome, "library.said.driver");
  }

  private static UUID goal(Form form) {
    UUID goal = new Typed(form).id("goal");
    if (goal == null) {
      throw InvalidInput.of("goal", "name the goal that is to be driven");
    }
    return goal;
  }

  private static boolean holds(LibraryEntry entry, LibraryWords words, String asked) {
    String all =
        Stream.of(
                entry.statement(),
                entry.why() == null ? "" : entry.why(),
                entry.result(),
                entry.metric() == null ? "" : words.metric(entry.metric()),
                entry.process(),
                entry.done())
            .collect(Collectors.joining(" "))
            .toLowerCase(Locale.ROOT);
    return Stream.of(asked.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(all::contains);
  }

  private static int from(Form form, int size) {
    String cursor = form.text("cursor");
    int at = cursor.matches("\\d{1,6}") ? Integer.parseInt(cursor) : 0;
    return at < size ? at : 0;
  }

  private static String asked(Form form) {
    Map<String, String> asked = new LinkedHashMap<>();
    for (String field : List.of("function", "industry", "q", "hidden")) {
      if (form.optional(field) != null) {
        asked.put(field, form.text(field));
      }
    }
    return asked.entrySet().stream()
        .map(one -> one.getKey() + "=" + encoded(one.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
