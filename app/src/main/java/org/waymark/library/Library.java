package org.waymark.library;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.text.Collator;
import java.util.Comparator;
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
    return find(caller, code).orElseThrow(() -> new NotFound("library entry"));
  }

  /** The same, or nothing when there is none. */
  @Transactional(readOnly = true)
  public Optional<LibraryEntry> find(Caller caller, String code) {
    access.require(caller, Action.READ, null);
    return table
        .find(code)
        .or(
            () ->
                Shipped.in(texts()).stream()
                    .filter(entry -> entry.code().equals(code))
                    .findFirst());
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
    LibraryEntry entry = reader(fields).read(code, 1, false, words);
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
    LibraryEntry after = reader(new Fields()).read(code, version + 1, before.hidden(), words);
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

  private EntryReader reader(Fields fields) {
    return new EntryReader(fields, areas, metrics, texts());
  }

  /** The words of a statement that make its code. */
  private static String shortened(String statement) {
    String plain = statement.strip();
    return plain.length() <= 48 ? plain : plain.substring(0, 48);
  }

  static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
