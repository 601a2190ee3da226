package org.waymark.library.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.library.Band;
import org.waymark.library.Function;
import org.waymark.library.Industry;
import org.waymark.library.Library;
import org.waymark.library.LibraryEntry;
import org.waymark.platform.Conflict;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.Page;
import org.waymark.web.Texts;
import org.waymark.workspace.Fields;
import org.waymark.workspace.Workspaces;

/** The library in the API. */
@RestController
@RequestMapping("/api/v1/library")
class LibraryApi {
  private final Library library;
  private final Workspaces workspaces;
  private final Access access;

  LibraryApi(Library library, Workspaces workspaces, Access access) {
    this.library = library;
    this.workspaces = workspaces;
    this.access = access;
  }

  /**
   * A candidate goal.
   *
   * @param version 0 as it ships, else how often this workspace has written it
   * @param shipped whether it came with the product
   * @param keyResult what shows it, as a sentence with the modest end of the band
   * @param measured whether this workspace measures the metric; else people tell the number
   */
  @Schema(name = "LibraryCandidate")
  record Entry(
      String code,
      int version,
      boolean shipped,
      boolean hidden,
      Set<Function> functions,
      Set<Industry> industries,
      @Nullable String area,
      String statement,
      @Nullable String why,
      String result,
      String keyResult,
      @Nullable String metric,
      @Nullable String statistic,
      String direction,
      boolean measured,
      Band band,
      Process process) {}

  /**
   * The process goal that drives it.
   *
   * @param counted what is counted of it
   * @param actions how many of these in a cycle
   */
  @Schema(name = "LibraryProcess")
  record Process(String statement, String counted, int actions) {}

  /** An entry as it shall be from now on, and the version that was read. */
  @Schema(name = "LibraryChange")
  record Change(@Nullable Integer version, Library.@Nullable EntryWords entry) {}

  @GetMapping
  Page<Entry> list(
      Caller caller,
      @RequestParam(required = false) @Nullable String function,
      @RequestParam(required = false) @Nullable String industry,
      @RequestParam(required = false, defaultValue = "false") boolean hidden) {
    access.require(caller, Action.READ, null);
    Fields fields = new Fields();
    @Nullable Function wanted =
        function == null ? null : fields.word("function", function, Function.class);
    @Nullable Industry where =
        industry == null ? null : fields.word("industry", industry, Industry.class);
    fields.check();
    return Page.all(library.list(caller, wanted, where, hidden).stream().map(this::shown).toList());
  }

  @PostMapping
  ResponseEntity<Entry> add(Caller caller, @RequestBody Library.EntryWords words) {
    LibraryEntry added = library.add(caller, words);
    return ResponseEntity.created(URI.create("/api/v1/library/" + added.code()))
        .eTag("\"" + added.version() + "\"")
        .body(shown(added));
  }

  @GetMapping("/{entry}")
  ResponseEntity<Entry> get(Caller caller, @PathVariable("entry") String code) {
    LibraryEntry entry = library.get(caller, code);
    return ResponseEntity.ok().eTag("\"" + entry.version() + "\"").body(shown(entry));
  }

  @PatchMapping("/{entry}")
  ResponseEntity<Entry> change(
      Caller caller, @PathVariable("entry") String code, @RequestBody Change change) {
    access.require(caller, Action.CHANGE_LIBRARY, null);
    library.get(caller, code);
    Integer version = change.version();
    Library.EntryWords words = change.entry();
    if (version == null || words == null) {
      throw InvalidInput.of(
          version == null ? "version" : "entry", "give the entry and the version that was read");
    }
    LibraryEntry changed = library.change(caller, code, words, version);
    return ResponseEntity.ok().eTag("\"" + changed.version() + "\"").body(shown(changed));
  }

  /**
   * Takes back what the workspace wrote; an entry that ships is again as it ships. Wants the
   * version that was read, as If-Match or in the address.
   */
  @DeleteMapping("/{entry}")
  ResponseEntity<Void> remove(
      Caller caller,
      @PathVariable("entry") String code,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestParam(required = false) @Nullable Integer version) {
    access.require(caller, Action.CHANGE_LIBRARY, null);
    LibraryEntry now = library.get(caller, code);
    Integer read = version == null ? version(ifMatch) : version;
    if (read == null) {
      throw new Conflict("Send the version that you read, as If-Match or ?version=.", now);
    }
    library.remove(caller, code, read);
    return ResponseEntity.noContent().build();
  }

  private static @Nullable Integer version(@Nullable String ifMatch) {
    String tag = ifMatch == null ? "" : ifMatch.strip().replaceAll("^W/|\"", "");
    return tag.matches("\\d{1,9}") ? Integer.valueOf(tag) : null;
  }

  /** Brings back what was taken back, with all its versions. */
  @PostMapping("/{entry}/restoration")
  ResponseEntity<Entry> restore(Caller caller, @PathVariable("entry") String code) {
    LibraryEntry restored = library.restore(caller, code);
    return ResponseEntity.created(URI.create("/api/v1/library/" + code))
        .eTag("\"" + restored.version() + "\"")
        .body(shown(restored));
  }

  @PostMapping("/{entry}/hiding")
  ResponseEntity<Entry> hide(Caller caller, @PathVariable("entry") String code) {
    LibraryEntry hidden = library.hide(caller, code, true);
    return ResponseEntity.created(URI.create("/api/v1/library/" + code)).body(shown(hidden));
  }

  @DeleteMapping("/{entry}/hiding")
  ResponseEntity<Void> show(Caller caller, @PathVariable("entry") String code) {
    library.hide(caller, code, false);
    return ResponseEntity.noContent().build();
  }

  private Entry shown(LibraryEntry entry) {
    LibraryWords words = new LibraryWords(new Texts(workspaces.current().locale()));
    return new Entry(
        entry.code(),
        entry.version(),
        entry.shipped(),
        entry.hidden(),
        entry.functions(),
        entry.industries(),
        entry.area(),
        entry.statement(),
        entry.why(),
        entry.result(),
        words.result(entry),
        entry.metric(),
        entry.statistic(),
        entry.up() ? "increase" : "decrease",
        library.metric(entry).isPresent(),
        entry.band(),
        new Process(entry.process(), words.counted(entry), entry.actions()));
  }
}
