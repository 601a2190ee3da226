package org.waymark.paste.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.ModelAndView;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.paste.VivaFile;
import org.waymark.paste.VivaImport;
import org.waymark.paste.VivaPlan;
import org.waymark.paste.VivaRow;
import org.waymark.platform.InvalidInput;
import org.waymark.web.Choices;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.web.Option;

/**
 * Bringing over what Viva Goals exported: the file, what it would become and what is refused, and
 * all of it in one press. The file travels with the page, so nothing is kept until it is wanted.
 */
@Controller
class VivaPages {
  /** Largest file, in bytes. */
  private static final int LARGEST = 2 * 1024 * 1024;

  /** By this mark spreadsheets know that a file is UTF-8, and keep it so. */
  private static final String MARK = "\ufeff";

  private final VivaImport viva;
  private final Choices choices;
  private final Access access;

  VivaPages(VivaImport viva, Choices choices, Access access) {
    this.viva = viva;
    this.choices = choices;
    this.access = access;
  }

  @GetMapping("/goals/paste/viva")
  ModelAndView blank(Caller caller, Frame frame) {
    access.require(caller, Action.DRAFT_GOAL, null);
    return frame.show("paste/viva", nothing(Form.empty()));
  }

  @PostMapping("/goals/paste/viva")
  ModelAndView read(Caller caller, Frame frame, HttpServletRequest request) throws IOException {
    access.require(caller, Action.DRAFT_GOAL, null);
    MultipartFile file =
        request instanceof MultipartHttpServletRequest several ? several.getFile("file") : null;
    if (file == null || file.isEmpty() || file.getSize() > LARGEST) {
      String reason =
          file == null || file.isEmpty()
              ? frame.t().of("paste.viva.none")
              : frame.t().of("paste.viva.large", frame.w().bytes(LARGEST));
      return frame.refused("paste/viva", nothing(Form.empty().with("file", reason)));
    }
    try {
      return look(caller, frame, Form.of(Map.of("text", read(file.getBytes()))));
    } catch (CharacterCodingException other) {
      Form wrong = Form.empty().with("file", frame.t().of("paste.viva.encoding"));
      return frame.refused("paste/viva", nothing(wrong));
    }
  }

  /** Letters are never guessed: what is no UTF-8 is refused as a whole. */
  private static String read(byte[] file) throws CharacterCodingException {
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(file))
        .toString();
  }

  @PostMapping("/goals/paste/viva/goals")
  ModelAndView create(Caller caller, Frame frame, Form form) {
    access.require(caller, Action.DRAFT_GOAL, null);
    if (form.text("do").equals("look")) {
      return look(caller, frame, form);
    }
    try {
      VivaImport.Made made =
          viva.create(caller, form.text("text"), chosen(form), form.checked("over"));
      return frame.to(
          "/goals?state=draft",
          "paste.viva.said",
          made.goals(),
          made.keyResults(),
          made.checkIns());
    } catch (InvalidInput refused) {
      return frame.refused("paste/viva", page(caller, frame, form.with(refused)));
    }
  }

  /** The refused lines with their reasons, to be mended and brought again. */
  @PostMapping("/goals/paste/viva/refused")
  ResponseEntity<byte[]> refused(Caller caller, Form form) {
    access.require(caller, Action.DRAFT_GOAL, null);
    VivaPlan plan = viva.plan(caller, form.text("text"), Map.of(), form.checked("over"));
    StringBuilder csv = new StringBuilder(MARK).append("Reason,");
    csv.append(line(plan.header()));
    for (VivaFile.Refused one : plan.refused()) {
      csv.append(cell(one.reason())).append(',').append(line(one.cells()));
    }
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("refused.csv").build().toString())
        .body(csv.toString().getBytes(StandardCharsets.UTF_8));
  }

  private ModelAndView look(Caller caller, Frame frame, Form form) {
    try {
      return frame.show("paste/viva", page(caller, frame, form));
    } catch (InvalidInput noFile) {
      return frame.refused("paste/viva", nothing(Form.empty().with(noFile)));
    }
  }

  private static VivaPage nothing(Form form) {
    return new VivaPage(form, List.of(), List.of(), List.of(), 0, 0);
  }

  /** By the names of the periods, which stand in hidden fields beside what was chosen. */
  private static Map<String, String> chosen(Form form) {
    Map<String, String> chosen = new HashMap<>();
    for (int i = 0; form.values().containsKey("period" + i); i++) {
      chosen.put(form.text("period" + i), form.text("cycle" + i));
    }
    return chosen;
  }

  private VivaPage page(Caller caller, Frame frame, Form form) {
    VivaPlan plan = viva.plan(caller, form.text("text"), chosen(form), form.checked("over"));
    Map<String, List<String>> values = new LinkedHashMap<>();
    values.put("text", form.all("text"));
    values.put("over", form.all("over"));
    List<VivaPage.Period> periods = new ArrayList<>();
    for (int i = 0; i < plan.periods().size(); i++) {
      VivaPlan.Period period = plan.periods().get(i);
      values.put("period" + i, List.of(period.name()));
      values.put("cycle" + i, period.cycle() == null ? List.of() : List.of(period.cycle()));
      periods.add(
          new VivaPage.Period("cycle" + i, label(frame, period), cycles(caller, frame, period)));
    }
    Map<String, String> titles = new HashMap<>();
    plan.goals().forEach(goal -> titles.put(goal.row().id(), goal.row().title()));
    return new VivaPage(
        new Form(values, form.errors()),
        periods,
        plan.goals().stream().map(goal -> planned(frame, goal, titles)).toList(),
        plan.refused().stream()
            .map(one -> new VivaPage.Refused(one.line(), what(plan, one), one.reason()))
            .toList(),
        plan.keyResults(),
        plan.leftOut());
  }

  private static String label(Frame frame, VivaPlan.Period period) {
    String name = period.name().isEmpty() ? frame.t().of("paste.viva.period.none") : period.name();
    return frame.t().of("paste.viva.period", name);
  }

  private List<Option> cycles(Caller caller, Frame frame, VivaPlan.Period period) {
    List<Option> options = new ArrayList<>();
    if (period.canBeMade()
        && period.from() != null
        && period.to() != null
        && access.can(caller, Action.CHANGE_CYCLES, null)) {
      String days = frame.w().period(period.from(), period.to());
      options.add(new Option(VivaPlan.MAKE, frame.t().of("paste.viva.make", period.name(), days)));
    }
    options.addAll(choices.cycles());
    return options;
  }

  private static VivaPage.Planned planned(
      Frame frame, VivaPlan.PlannedGoal goal, Map<String, String> titles) {
    List<String> keyResults = new ArrayList<>();
    List<String> notes = new ArrayList<>(PastePages.notes(frame, goal.notes()));
    for (VivaPlan.PlannedKeyResult one : goal.keyResults()) {
      keyResults.add(said(frame, one));
      for (String note : PastePages.notes(frame, one.notes())) {
        notes.add(frame.t().of("paste.line.reason", one.row().line(), note));
      }
    }
    String owner = goal.owner();
    return new VivaPage.Planned(
        goal.row().line(),
        goal.row().title(),
        owner == null ? frame.t().of("paste.owner.me") : owner,
        goal.row().period(),
        goal.serves() == null ? "" : titles.getOrDefault(goal.serves(), ""),
        keyResults,
        notes);
  }

  private static String said(Frame frame, VivaPlan.PlannedKeyResult one) {
    VivaRow row = one.row();
    String unit = row.unit().isEmpty() ? "" : " " + row.unit();
    @Nullable BigDecimal target = row.target();
    if (target == null) {
      return frame.t().of("paste.viva.kr.done", one.name());
    }
    String to = frame.w().number(target) + unit;
    if (row.start() == null) {
      return frame.t().of("paste.viva.kr.to", one.name(), to);
    }
    String from = frame.w().number(row.start()) + unit;
    BigDecimal told = one.told();
    return told == null
        ? frame.t().of("paste.viva.kr", one.name(), from, to)
        : frame.t().of("paste.viva.kr.now", one.name(), from, to, frame.w().number(told) + unit);
  }

  private static String what(VivaPlan plan, VivaFile.Refused refused) {
    for (int i = 0; i < plan.header().size() && i < refused.cells().size(); i++) {
      if (plan.header().get(i).strip().equalsIgnoreCase("title")) {
        return refused.cells().get(i).strip();
      }
    }
    return "";
  }

  private static String line(List<String> cells) {
    return String.join(",", cells.stream().map(VivaPages::cell).toList()) + "\r\n";
  }

  /** Quoted, and never read as a formula by whoever opens it. */
  private static String cell(String text) {
    boolean formula = !text.isEmpty() && "=+-@\t".indexOf(text.charAt(0)) >= 0;
    String safe = formula && !text.matches("[+-]?[\\d.,]+%?") ? "'" + text : text;
    return "\"" + safe.replace("\"", "\"\"") + "\"";
  }
}
