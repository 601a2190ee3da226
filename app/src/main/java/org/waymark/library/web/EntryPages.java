package org.waymark.library.web;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
import org.waymark.library.Function;
import org.waymark.library.Industry;
import org.waymark.library.Library;
import org.waymark.library.LibraryEntry;
import org.waymark.platform.Conflict;
import org.waymark.platform.InvalidInput;
import org.waymark.web.Choices;
import org.waymark.web.Fact;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.web.Option;
import org.waymark.web.Typed;

/** Entries of the library as forms: adding one's own, changing any, hiding and showing again. */
@Controller
class EntryPages {
  private final Library library;
  private final LibraryChoices choices;
  private final Choices organisation;
  private final Access access;

  EntryPages(Library library, LibraryChoices choices, Choices organisation, Access access) {
    this.library = library;
    this.choices = choices;
    this.organisation = organisation;
    this.access = access;
  }

  @GetMapping("/library/new")
  ModelAndView blank(Caller caller, Frame frame) {
    access.require(caller, Action.CHANGE_LIBRARY, null);
    Form first =
        Form.of(
            Map.of(
                "direction",
                "increase",
                "band",
                "percent",
                "low",
                "10",
                "high",
                "20",
                "actions",
                "8"));
    return frame.show("library/form", page(caller, frame, null, first));
  }

  @PostMapping("/library")
  ModelAndView add(Caller caller, Frame frame, Form form) {
    access.require(caller, Action.CHANGE_LIBRARY, null);
    try {
      LibraryEntry added = library.add(caller, words(form));
      return frame.to("/library/" + added.code(), "library.said.added");
    } catch (InvalidInput refused) {
      return frame.refused("library/form", page(caller, frame, null, form.with(refused)));
    }
  }

  @GetMapping("/library/{entry}/edit")
  ModelAndView edit(Caller caller, Frame frame, @PathVariable("entry") String code) {
    access.require(caller, Action.CHANGE_LIBRARY, null);
    LibraryEntry entry = library.get(caller, code);
    return frame.show("library/form", page(caller, frame, code, shown(entry)));
  }

  @PostMapping("/library/{entry}/edit")
  ModelAndView change(Caller caller, Frame frame, Form form, @PathVariable("entry") String code) {
    access.require(caller, Action.CHANGE_LIBRARY, null);
    try {
      library.change(caller, code, words(form), form.version());
      return frame.to("/library/" + code, "library.said.changed");
    } catch (InvalidInput refused) {
      return frame.refused("library/form", page(caller, frame, code, form.with(refused)));
    } catch (Conflict lost) {
      Map<String, List<String>> mine = new LinkedHashMap<>(form.values());
      mine.put("version", List.of(Integer.toString(library.get(caller, code).version())));
      Form again = new Form(mine, List.of()).with("", frame.t().of("library.conflict"));
      EntryFormPage page = page(caller, frame, code, again);
      List<Fact> theirs = EntryShown.written(frame, library.get(caller, code));
      return frame.show("library/form", page.beside(theirs), HttpStatus.CONFLICT);
    }
  }

  @PostMapping("/library/{entry}/hiding")
  ModelAndView hide(Caller caller, Frame frame, @PathVariable("entry") String code) {
    library.hide(caller, code, true);
    return frame.toUndoable("/library", "/library/" + code + "/showing", "library.said.hidden");
  }

  @PostMapping("/library/{entry}/showing")
  ModelAndView show(Caller caller, Frame frame, @PathVariable("entry") String code) {
    library.hide(caller, code, false);
    return frame.to("/library/" + code, "library.said.shown");
  }

  @PostMapping("/library/{entry}/removal")
  ModelAndView remove(Caller caller, Frame frame, Form form, @PathVariable("entry") String code) {
    access.require(caller, Action.CHANGE_LIBRARY, null);
    boolean shipped = library.get(caller, code).shipped();
    library.remove(caller, code, form.version());
    String undo = "/library/" + code + "/restoration";
    return shipped
        ? frame.toUndoable("/library/" + code, undo, "library.said.reset")
        : frame.toUndoable("/library", undo, "library.said.removed");
  }

  @PostMapping("/library/{entry}/restoration")
  ModelAndView restore(Caller caller, Frame frame, @PathVariable("entry") String code) {
    library.restore(caller, code);
    return frame.to("/library/" + code, "library.said.restored");
  }

  private EntryFormPage page(Caller caller, Frame frame, @Nullable String code, Form form) {
    List<String> known =
        Stream.concat(
                library.list(caller, null, null, false).stream(),
                library.list(caller, null, null, true).stream())
            .filter(entry -> entry.metric() != null)
            .map(entry -> entry.metric() + " " + entry.statistic())
            .distinct()
            .toList();
    return new EntryFormPage(
        code,
        code == null ? null : library.get(caller, code),
        form,
        choices.functions(frame),
        choices.industries(frame),
        organisation.areas(),
        choices.measures(frame, known),
        words(frame, "library.direction.", "increase", "decrease"),
        words(frame, "library.bandkind.", "percent", "points"),
        List.of());
  }

  private static List<Option> words(Frame frame, String key, String... codes) {
    return Stream.of(codes).map(code -> new Option(code, frame.t().of(key + code))).toList();
  }

  private static Library.EntryWords words(Form form) {
    Typed typed = new Typed(form);
    String measure = form.optional("metric");
    String[] parts = measure == null ? new String[0] : measure.split(" ", 2);
    BigDecimal low = typed.number("low");
    BigDecimal high = typed.number("high");
    return new Library.EntryWords(
        null,
        form.all("functions"),
        form.all("industries"),
        form.optional("area"),
        form.optional("statement"),
        form.optional("why"),
        form.optional("result"),
        parts.length == 0 ? null : parts[0],
        parts.length < 2 ? null : parts[1],
        form.optional("direction"),
        form.optional("band"),
        low,
        high,
        form.optional("process"),
        form.optional("done"),
        typed.whole("actions"));
  }

  private static Form shown(LibraryEntry entry) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("statement", entry.statement());
    values.put("why", entry.why());
    values.put("area", entry.area());
    values.put("result", entry.result());
    values.put("metric", entry.metric() == null ? null : entry.metric() + " " + entry.statistic());
    values.put("direction", entry.up() ? "increase" : "decrease");
    values.put("band", entry.band().kind().code());
    values.put("low", entry.band().low().toPlainString());
    values.put("high", entry.band().high().toPlainString());
    values.put("process", entry.process());
    values.put("done", entry.done());
    values.put("actions", entry.actions());
    values.put("version", entry.version());
    Map<String, List<String>> all = new LinkedHashMap<>(Form.of(values).values());
    all.put("functions", entry.functions().stream().sorted().map(Function::code).toList());
    all.put("industries", entry.industries().stream().sorted().map(Industry::code).toList());
    return new Form(all, List.of());
  }
}
