package org.waymark.library;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.text.Collator;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.Statistic;
import org.waymark.metrics.Metrics;
import org.waymark.platform.Audit;
import org.waymark.platform.Conflict;
import org.waymark.platform.NotFound;
import org.waymark.web.Texts;
import org.waymark.workspace.Area;
import org.waymark.workspace.Areas;
import org.waymark.workspace.Code;
import org.waymark.workspace.Fields;
import org.waymark.workspace.Turns;
import org.waymark.workspace.Workspaces;

/**
 * What ships, with what the workspace made of it. Changing or hiding an entry that ships keeps it
 * as it is for everybody else; an entry is never lost: it is hidden, or taken back and can be
 * restored.
 */
@Component
@Transactional
public class Library {
  static final int LONGEST_STATEMENT = 2000;
  static final int LONGEST_TEXT = 10_000;

  /** Addresses of pages of their own. */
  private static final Set<String> RESERVED = Set.of("new");

  /** The code of an entry whose statement has no letter that a code can have. */
  private static final String NAMELESS = "entry";

  private final LibraryTable table;
  private final Areas areas;
  private final Metrics metrics;
  private final Workspaces workspaces;
  private final Turns turns;
  private final Access access;
  private final Audit audit;

  Library(
      LibraryTable table,
      Areas areas,
      Metrics metrics,
      Workspaces workspaces,
      Turns turns,
      Access access,
      Audit audit) {
    this.table = table;
    this.areas = areas;
    this.metrics = metrics;
    this.workspaces = workspaces;
    this.turns = turns;
    this.access = access;
    this.audit = audit;
  }

  /**
   * An entry in the words of whoever writes it.
   *
   * @param industries left out or empty when it fits any
   * @param direction increase or decrease
   * @param band percent (of the baseline) or points
   */
  @Schema(name = "LibraryEntryWords")
  public record EntryWords(
      @Nullable String code,
      @Nullable List<String> functions,
      @Nullable List<String> industries,
      @Nullable String area,
      @Nullable String statement,
      @Nullable String why,
      @Nullable String result,
      @Nullable String metric,
      @Nullable String statistic,
      @Nullable String direction,
      @Nullable String band,
      @Nullable BigDecimal low,
      @Nullable BigDecimal high,
      @Nullable String process,
      @Nullable String done,
      @Nullable Integer actions) {}

  /**
   * The entries that fit, the workspace's own first, then by their statement.
   *
   * @param hidden those that the workspace hid instead of those it shows
   */
  @Transactional(readOnly = true)
  public List<LibraryEntry> list(
      Caller caller, @Nullable Function function, @Nullable Industry industry, boolean hidden) {
    access.require(caller, Action.READ, null);
    Collator order = Collator.getInstance(workspaces.current().locale());
    return all().values().stream()
        .filter(entry -> entry.hidden() == hidden && entry.fits(function, industry))
        .sorted(
            Comparator.comparing(LibraryEntry::shipped)
                .thenComparing(LibraryEntry::statement, order::compare))
        .toList();
  }

  /**
   * One entry as it stands.
   *
   * @throws NotFound when there is none with this code
   */
  @Transactional(readOnly = true)
  public LibraryEntry get(Caller caller, String code) {
    access.require(caller, Action.READ, null);
    return table
        .find(code)
        .or(
            () ->
                Shipped.in(texts()).stream().filter(entry -> entry.code().equals(code)).findFirst())
        .orElseThrow(() -> new NotFound("library entry"));
  }

  /** Adds an entry of the workspace's own. */
  public LibraryEntry add(Caller caller, EntryWords words) {
    access.require(caller, Action.CHANGE_LIBRARY, null);
    turns.take("library");
    Fields fields = new Fields();
    String code = blankToNull(words.code());
    if (code == null) {
      code = free(words.statement());
    } else {
      code = fields.code("code", code, "");
      if (isTaken(code)) {
        fields.refuse("code", "is taken by another entry");
      }
    }
    LibraryEntry entry = read(fields, code, 1, false, words);
    keep(caller, entry);
    audit.record(caller, "library-entry.added", "library-entry", code, null, entry);
    return entry;
  }

  private boolean isTaken(String code) {
    return RESERVED.contains(code) || Shipped.has(code) || table.find(code).isPresent();
  }

  /** A code that no entry has, made of the statement as far as ASCII knows its letters. */
  private String free(@Nullable String statement) {
    String made = statement == null ? "" : Code.ofName(shortened(statement));
    String name = made.isEmpty() ? NAMELESS : made;
    String code = name;
    for (int next = 2; isTaken(code); next++) {
      code = name + "-" + next;
    }
    return code;
  }

  /**
   * Changes an entry, one that ships included.
   *
   * @param version the version the caller had before their eyes
   * @throws Conflict with the entry as it is now, when somebody else was first
   */
  public LibraryEntry change(Caller caller, String code, EntryWords words, int version) {
    access.require(caller, Action.CHANGE_LIBRARY, null);
    LibraryEntry before = held(caller, code, version);
    LibraryEntry after = read(new Fields(), code, version + 1, before.hidden(), words);
    keep(caller, after);
    audit.record(caller, "library-entry.changed", "library-entry", code, before, after);
    return after;
  }

  /** Hides an entry from the library, or shows it again. */
  public LibraryEntry hide(Caller caller, String code, boolean hidden) {
    access.require(caller, Action.CHANGE_LIBRARY, null);
    turns.take("library");
    LibraryEntry before = get(caller, code);
    if (before.hidden() == hidden) {
      return before;
    }
    LibraryEntry after =
        new LibraryEntry(
            code,
            before.version() + 1,
            before.shipped(),
            hidden,
            before.functions(),
            before.industries(),
            before.area(),
            before.statement(),
            before.why(),
            before.result(),
            before.metric(),
            before.statistic(),
            before.up(),
            before.band(),
            before.process(),
            before.done(),
            before.actions());
    keep(caller, after);
    String what = hidden ? "library-entry.hidden" : "library-entry.shown";
    audit.record(caller, what, "library-entry", code, before, after);
    return after;
  }

  /**
   * Takes back what the workspace wrote: an entry of its own is gone, one that ships is again as it
   * ships. All its versions are kept aside until they are {@link #restore restored}.
   *
   * @param version the version the caller had before their eyes
   * @throws Conflict with the entry as it is now, when somebody else was first
   */
  public void remove(Caller caller, String code, int version) {
    access.require(caller, Action.CHANGE_LIBRARY, null);
    LibraryEntry before = held(caller, code, version);
    if (before.version() == 0) {
      throw new Conflict("The entry is as it ships; there is nothing to take back.", before);
    }
    table.remove(caller, code);
    audit.record(caller, "library-entry.removed", "library-entry", code, before, null);
  }

  /**
   * Brings back what was taken back last under this code, with all its versions.
   *
   * @throws NotFound when nothing was taken back
   * @throws Conflict with the entry as it is now, when it has been written anew since
   */
  public LibraryEntry restore(Caller caller, String code) {
    access.require(caller, Action.CHANGE_LIBRARY, null);
    turns.take("library");
    LibraryEntry now = table.find(code).orElse(null);
    if (now != null) {
      throw new Conflict("The entry is there; nothing of it is taken back.", now);
    }
    table.restore(table.removal(code).orElseThrow(() -> new NotFound("library entry")));
    LibraryEntry restored = get(caller, code);
    audit.record(caller, "library-entry.restored", "library-entry", code, null, restored);
    return restored;
  }

  /** The metric of an entry, when this workspace measures it. */
  @Transactional(readOnly = true)
  public Optional<MetricDefinition> metric(LibraryEntry entry) {
    return entry.metric() == null ? Optional.empty() : metrics.find(entry.metric());
  }

  private LibraryEntry held(Caller caller, String code, int version) {
    turns.take("library");
    LibraryEntry before = get(caller, code);
    if (before.version() != version) {
      throw new Conflict("The entry was changed by someone else since you read it.", before);
    }
    return before;
  }

  private void keep(Caller caller, LibraryEntry entry) {
    @Nullable UUID area =
        entry.area() == null ? null : areas.byCode(entry.area()).map(Area::id).orElse(null);
    table.add(caller, entry, area);
  }

  private Map<String, LibraryEntry> all() {
    Map<String, LibraryEntry> all = new LinkedHashMap<>();
    Shipped.in(texts()).forEach(entry -> all.put(entry.code(), entry));
    table.all().forEach(entry -> all.put(entry.code(), entry));
    return all;
  }

  private Texts texts() {
    return new Texts(workspaces.current().locale());
  }

  private LibraryEntry read(
      Fields fields, String code, int version, boolean hidden, EntryWords words) {
    String statement = text(fields, "statement", words.statement(), LONGEST_STATEMENT);
    String process = text(fields, "process", words.process(), LONGEST_STATEMENT);
    String result = fields.name("result", words.result());
    String done = fields.name("done", words.done());
    Set<Function> functions = words(fields, "functions", words.functions(), Function.class);
    if (functions.isEmpty()) {
      fields.refuse("functions", "name at least one function it is for");
    }
    Set<Industry> industries = words(fields, "industries", words.industries(), Industry.class);
    if (words.area() != null && areas.byCode(words.area()).isEmpty()) {
      fields.refuse("area", "there is no area with this code");
    }
    String why = blankToNull(words.why());
    if (why != null && why.length() > LONGEST_TEXT) {
      fields.refuse("why", "must be at most " + LONGEST_TEXT + " characters, is " + why.length());
    }
    @Nullable String statistic = statistic(fields, words);
    String direction = words.direction() == null ? "" : words.direction().strip();
    if (!direction.equals("increase") && !direction.equals("decrease")) {
      fields.refuse("direction", "must be increase or decrease");
    }
    Band.Kind kind = fields.word("band", words.band(), Band.Kind.class);
    BigDecimal low = words.low();
    BigDecimal high = words.high();
    boolean sound = low != null && high != null && low.signum() > 0 && high.compareTo(low) >= 0;
    if (!sound) {
      fields.refuse("low", "give how far to aim from the baseline: above 0, the smaller end first");
    }
    int actions = words.actions() == null ? 0 : words.actions();
    if (actions < 1 || actions > 10_000) {
      fields.refuse("actions", "must be 1 to 10000");
    }
    fields.check();
    return new LibraryEntry(
        code,
        version,
        Shipped.has(code),
        hidden,
        functions,
        industries,
        blankToNull(words.area()),
        statement,
        why,
        result,
        blankToNull(words.metric()),
        statistic,
        direction.equals("increase"),
        new Band(kind, low == null ? BigDecimal.ONE : low, high == null ? BigDecimal.ONE : high),
        process,
        done,
        actions);
  }

  /** The statistic of a metric that is measured here; without one its first. */
  private @Nullable String statistic(Fields fields, EntryWords words) {
    String key = blankToNull(words.metric());
    if (key == null) {
      return null;
    }
    MetricDefinition metric = metrics.find(key).orElse(null);
    String asked = blankToNull(words.statistic());
    if (metric == null) {
      boolean ships = Shipped.in(texts()).stream().anyMatch(one -> key.equals(one.metric()));
      if (!ships) {
        fields.refuse("metric", "there is no metric with this key");
      }
      return asked == null ? "share" : asked;
    }
    if (asked == null) {
      return metric.statistic().code();
    }
    try {
      if (metric.allows(Statistic.of(asked))) {
        return asked;
      }
    } catch (IllegalArgumentException unknown) {
      fields.refuse("statistic", String.valueOf(unknown.getMessage()));
      return asked;
    }
    fields.refuse("statistic", "is none of " + metric.key());
    return asked;
  }

  private static String text(Fields fields, String field, @Nullable String text, int longest) {
    String said = text == null ? "" : text.strip();
    if (said.isEmpty()) {
      fields.refuse(field, "say it in one or two sentences");
    }
    if (said.length() > longest) {
      fields.refuse(field, "must be at most " + longest + " characters, is " + said.length());
    }
    return said;
  }

  private static <E extends Enum<E>> Set<E> words(
      Fields fields, String field, @Nullable List<String> given, Class<E> type) {
    EnumSet<E> all = EnumSet.noneOf(type);
    if (given != null) {
      given.forEach(word -> all.add(fields.word(field, word, type)));
    }
    return all;
  }

  /** The words of a statement that make its code. */
  private static String shortened(String statement) {
    String plain = statement.strip();
    return plain.length() <= 48 ? plain : plain.substring(0, 48);
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
