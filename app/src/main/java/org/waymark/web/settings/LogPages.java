package org.waymark.web.settings;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.AuditTrail;
import org.waymark.access.Caller;
import org.waymark.people.Member;
import org.waymark.people.Members;
import org.waymark.platform.InvalidInput;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.web.Option;
import org.waymark.workspace.Cursor;
import tools.jackson.databind.JsonNode;

/** The audit log: who did what, when and through what, with filters that live in the address. */
@Controller
class LogPages {
  private static final List<String> FILTERS = List.of("member", "kind", "from", "to");

  /** Fields that change with every change and tell nothing. */
  private static final List<String> SILENT = List.of("version", "updatedAt");

  /** What a thing is called, in the order in which its fields are asked. */
  private static final List<String> NAMES =
      List.of(
          "name",
          "statement",
          "title",
          "email",
          "fileName",
          "source",
          "key",
          "code",
          "unit",
          "from");

  /** Longest value shown, in characters. */
  private static final int LONGEST = 200;

  private final AuditTrail trail;
  private final Members members;
  private final Access access;

  LogPages(AuditTrail trail, Members members, Access access) {
    this.trail = trail;
    this.members = members;
    this.access = access;
  }

  @GetMapping("/settings/log")
  ModelAndView log(
      Caller caller,
      Frame frame,
      @RequestParam Map<String, String> asked,
      @RequestParam @Nullable String cursor) {
    access.require(caller, Action.READ_AUDIT, null);
    var form =
        Form.of(
            FILTERS.stream()
                .collect(Collectors.toMap(name -> name, name -> asked.getOrDefault(name, ""))));
    try {
      var page = trail.list(caller, filter(frame, form), Cursor.of("audit", cursor, 50));
      return frame.show("settings/log", page(caller, frame, form, page.items(), page.next()));
    } catch (InvalidInput unreadable) {
      return frame.refused(
          "settings/log", page(caller, frame, form.with(unreadable), List.of(), null));
    }
  }

  private static AuditTrail.Filter filter(Frame frame, Form form) {
    var to = day(form, "to");
    return new AuditTrail.Filter(
        form.optional("member"),
        null,
        form.optional("kind"),
        null,
        start(frame, day(form, "from")),
        start(frame, to == null ? null : to.plusDays(1)));
  }

  private static @Nullable Instant start(Frame frame, @Nullable LocalDate day) {
    return day == null ? null : day.atStartOfDay(frame.w().zone()).toInstant();
  }

  private static @Nullable LocalDate day(Form form, String field) {
    var text = form.optional(field);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException unreadable) {
      throw InvalidInput.of(field, "give a day as year-month-day, such as 2026-12-31");
    }
  }

  private LogPage page(
      Caller caller,
      Frame frame,
      Form form,
      List<AuditTrail.Entry> entries,
      @Nullable String next) {
    var all = Cursor.everything("members", members::list);
    var names = all.stream().collect(Collectors.toMap(Member::email, Member::called));
    var rows = entries.stream().map(entry -> row(frame, names, entry)).toList();
    var people = all.stream().map(one -> new Option(one.email(), one.called())).toList();
    var kinds =
        trail.kinds(caller).stream().map(kind -> new Option(kind, word(frame, kind))).toList();
    var query =
        FILTERS.stream()
            .filter(name -> form.optional(name) != null)
            .map(name -> name + "=" + URLEncoder.encode(form.text(name), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return new LogPage(
        rows,
        form,
        people,
        kinds,
        !query.isEmpty(),
        next,
        query.isEmpty() ? "/settings/log" : "/settings/log?" + query);
  }

  private static LogPage.Row row(Frame frame, Map<String, String> names, AuditTrail.Entry entry) {
    var who =
        entry.member() == null
            ? frame.t().of("settings.log.server")
            : names.getOrDefault(entry.member(), entry.member());
    return new LogPage.Row(
        frame.w().machine(entry.at()),
        frame.w().instant(entry.at()),
        who,
        frame.t().of("settings.log.through." + entry.through()),
        what(frame, entry.action()),
        subject(entry),
        address(entry),
        changes(entry));
  }

  /** In words; a kind of change without words of its own keeps its name. */
  private static String what(Frame frame, String action) {
    var key = "settings.log.did." + action;
    return frame.t().has(key) ? frame.t().of(key) : action;
  }

  private static String word(Frame frame, String kind) {
    var key = "settings.log.kind." + kind;
    return frame.t().has(key) ? frame.t().of(key) : kind;
  }

  private static String subject(AuditTrail.Entry entry) {
    return Stream.of(entry.after(), entry.before())
        .filter(Objects::nonNull)
        .flatMap(thing -> NAMES.stream().map(thing::path))
        .filter(name -> name.isString() && !name.asString().isBlank())
        .map(name -> shortened(name.asString()))
        .findFirst()
        .orElse(entry.about() == null ? entry.objectId() : shortened(entry.about()));
  }

  private static @Nullable String address(AuditTrail.Entry entry) {
    var id = entry.objectId();
    return switch (entry.objectKind()) {
      case "goal" -> "/goals/" + id;
      case "unit" -> "/organisation/units/" + id;
      case "member" -> "/settings/members/" + id;
      case "cycle" -> entry.after() == null ? null : "/settings/cycles/" + id;
      case "schedule" -> entry.after() == null ? null : "/settings/schedules/" + id;
      case "area" -> entry.after() == null ? null : "/settings/areas/" + id;
      case "import" -> "/data/imports/" + id;
      case "metric" -> "/metrics/" + id;
      case "workspace" -> "/settings";
      default -> null;
    };
  }

  private static List<LogPage.Change> changes(AuditTrail.Entry entry) {
    var fields = new TreeSet<String>();
    Stream.of(entry.before(), entry.after())
        .filter(Objects::nonNull)
        .forEach(thing -> fields.addAll(thing.propertyNames()));
    var changes = new ArrayList<LogPage.Change>();
    for (var field : fields) {
      var before = value(entry.before(), field);
      var after = value(entry.after(), field);
      if (!Objects.equals(before, after) && !SILENT.contains(field)) {
        changes.add(new LogPage.Change(field, before, after));
      }
    }
    return changes;
  }

  private static @Nullable String value(@Nullable JsonNode thing, String field) {
    var value = thing == null ? null : thing.get(field);
    if (value == null || value.isNull()) {
      return null;
    }
    return shortened(value.isString() ? value.asString() : value.toString());
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST / 2)) + "…";
  }
}
