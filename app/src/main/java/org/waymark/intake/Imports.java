package org.waymark.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.platform.Actor;
import org.waymark.platform.Audit;
import org.waymark.platform.Bookmark;
import org.waymark.platform.Conflict;
import org.waymark.platform.FieldError;
import org.waymark.platform.Ids;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.Json;
import org.waymark.platform.NotFound;
import org.waymark.platform.Page;
import org.waymark.platform.Tenancy;
import org.waymark.workspace.Workspaces;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What arrives: files, requests and refused lines sent again; and taking an arrival back. */
@Component
@Transactional
public class Imports {
  /** What is shown of a refused line in a list, in characters. */
  static final int SHOWN_ORIGINAL = 2_000;

  private static final int WHOLE = Integer.MAX_VALUE;

  private final ImportTable table;
  private final KeyTable keys;
  private final Book book;
  private final Pipeline pipeline;
  private final Runner runner;
  private final Withdrawing withdrawing;
  private final Workspaces workspaces;
  private final Tenancy tenancy;
  private final JdbcClient jdbc;
  private final Access access;
  private final Audit audit;
  private final Clock clock;

  Imports(
      ImportTable table,
      KeyTable keys,
      Book book,
      Pipeline pipeline,
      Runner runner,
      Withdrawing withdrawing,
      Workspaces workspaces,
      Tenancy tenancy,
      JdbcClient jdbc,
      Access access,
      Audit audit,
      Clock clock) {
    this.table = table;
    this.keys = keys;
    this.book = book;
    this.pipeline = pipeline;
    this.runner = runner;
    this.withdrawing = withdrawing;
    this.workspaces = workspaces;
    this.tenancy = tenancy;
    this.jdbc = jdbc;
    this.access = access;
    this.audit = audit;
    this.clock = clock;
  }

  /** What became of the interactions of one request. */
  public record Receipt(
      long received,
      long accepted,
      long corrected,
      long repeated,
      long refused,
      List<RefusedLine> refusals,
      String importId) {}

  /** A refused line as its sender is told. */
  public record RefusedLine(long line, @Nullable String id, String field, String reason) {}

  /** A refused line with its text, to be looked at, downloaded, mended. */
  public record Refusal(
      long line,
      int part,
      @Nullable String id,
      String field,
      String reason,
      String original,
      @Nullable String edited) {}

  /** A line mended by hand. */
  public record EditedLine(long line, String text) {}

  /**
   * Takes interactions in the API's own JSON in, all good ones or none.
   *
   * @throws org.waymark.platform.MalformedInput when the body is a broken array
   */
  public Receipt take(Caller by, String body) {
    require(by, Action.IMPORT);
    Batch batch = JsonLines.read(body);
    Instant now = clock.instant();
    keys.takeTurn();
    UUID id = Ids.next();
    long number = keys.reserve("import", 1);
    table.insert(
        new ImportTable.Arrival(
            id,
            number,
            "request",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            now,
            by.member(),
            null));
    Counts counts = new Counts();
    List<Batch.Refusal> refusals =
        pipeline.takeNow(
            new Pipeline.Job(
                tenancy.current(),
                id,
                new Taking.Terms(number, Moments.micros(now), zone()),
                actor(by),
                Set.of()),
            batch,
            counts);
    return new Receipt(
        batch.lines,
        counts.accepted,
        counts.corrected,
        counts.repeated,
        counts.refused,
        refusals.stream()
            .sorted(java.util.Comparator.comparingLong(Batch.Refusal::line))
            .map(
                r ->
                    new RefusedLine(
                        r.line(),
                        r.id() == null ? null : ImportTable.storable(r.id()),
                        r.field(),
                        r.reason()))
            .toList(),
        id.toString());
  }

  /**
   * Starts taking a file in.
   *
   * @param spooled the file, which becomes the import's own
   * @throws InvalidInput when the mapping makes no sense for it
   */
  public ImportRow upload(Caller by, String fileName, Spool.Spooled spooled, JsonNode mappingJson) {
    require(by, Action.IMPORT);
    Mapping mapping = MappingJson.read(mappingJson);
    String text = Json.write(mappingJson);
    Layout layout = layoutFor(spooled.path(), mapping);
    UUID id = Ids.next();
    String hash = Spool.sha256(text);
    Instant now = clock.instant();
    keys.takeTurn();
    Optional<ImportRow> same = table.same(spooled.sha256(), hash);
    String source = mapping.source();
    Integer sourceNumber = source == null ? null : book.source(source);
    Instant knownAt =
        mapping.snapshotAt() != null
            ? mapping.snapshotAt()
            : same.map(ImportRow::knownAt).orElse(now);
    table.insert(
        new ImportTable.Arrival(
            id,
            keys.reserve("import", 1),
            "file",
            sourceNumber,
            fileName,
            spooled.bytes(),
            spooled.sha256(),
            text,
            hash,
            Json.write(layout),
            knownAt,
            by.member(),
            null));
    if (same.isPresent()) {
      ImportRow first = same.get();
      Counts counts = new Counts();
      counts.lines = first.lines();
      counts.repeated = first.accepted() + first.corrected() + first.repeated();
      counts.refused = first.refused();
      counts.skipped = first.skipped();
      counts.roundedWeights = first.roundedWeights();
      counts.ambiguousTimes = first.ambiguousTimes();
      counts.tolerated = first.tolerated();
      table.keepCounts(id, counts);
      table.sameAs(id, first.id());
      table.finish(id, "done", null);
      Spool.delete(spooled.path());
    } else {
      runner.adopt(id, spooled.path());
      runner.startAfterCommit(tenancy.current(), id);
    }
    audit.record(
        actor(by), "import.started", "import", id.toString(), null, Map.of("file", fileName));
    return get(by, id);
  }

  private static Layout layoutFor(Path file, Mapping mapping) {
    try (CsvLines lines =
        CsvFile.open(file, mapping.encoding(), mapping.delimiter(), new CsvFile.Progress())) {
      lines.read(mapping.columns());
      if (lines.next() == null) {
        throw new Refused(
            "file", "has a header line and nothing below it: there is nothing to import");
      }
      return lines.layout();
    } catch (Refused e) {
      throw InvalidInput.of(e.field(), e.reason());
    } catch (IOException e) {
      throw InvalidInput.of(
          "file", "cannot be read: " + (e.getMessage() == null ? "it is broken" : e.getMessage()));
    }
  }

  /** An import as it stands this moment. */
  @Transactional(readOnly = true)
  public ImportRow get(Caller by, UUID id) {
    require(by, Action.READ);
    return runner.live(table.find(id).orElseThrow(() -> new NotFound("import")));
  }

  /** Imports, newest first. */
  @Transactional(readOnly = true)
  public Page<ImportRow> list(Caller by, @Nullable String cursor) {
    require(by, Action.READ);
    int size = 50;
    Long below = Bookmark.place("imports", cursor, Long::valueOf);
    List<ImportRow> rows = table.list(below == null ? Long.MAX_VALUE : below, size + 1);
    boolean more = rows.size() > size;
    List<ImportRow> page =
        (more ? rows.subList(0, size) : rows).stream().map(runner::live).toList();
    return new Page<>(page, more ? Bookmark.at("imports", page.getLast().number()) : null);
  }

  /**
   * Refused lines that have not been taken up again, in order of lines; of a very long one only the
   * beginning, which says so.
   */
  @Transactional(readOnly = true)
  public Page<Refusal> refusals(Caller by, UUID id, @Nullable String cursor, int limit) {
    String list = "refusals of " + id;
    Place after = Bookmark.place(list, cursor, Place::of);
    List<Refusal> found =
        refusals(by, id, after == null ? Place.BEGINNING : after, limit + 1, SHOWN_ORIGINAL);
    if (found.size() <= limit) {
      return Page.all(found);
    }
    List<Refusal> shown = found.subList(0, limit);
    return new Page<>(shown, Bookmark.at(list, Place.of(shown.getLast())));
  }

  /** Where a list of refusals stands: a line can be refused in several parts. */
  private record Place(long line, int part) {
    static final Place BEGINNING = new Place(-1, 0);

    static Place of(Refusal refusal) {
      return new Place(refusal.line(), refusal.part());
    }

    static Place of(String text) {
      int dot = text.indexOf('.');
      return new Place(
          Long.parseLong(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
    }

    @Override
    public String toString() {
      return line + "." + part;
    }
  }

  /** One refused line as a whole. */
  @Transactional(readOnly = true)
  public Refusal refusal(Caller by, UUID id, long line) {
    return refusals(by, id, new Place(line, -1), 1, WHOLE).stream()
        .filter(found -> found.line() == line)
        .findFirst()
        .orElseThrow(() -> new NotFound("refused line"));
  }

  private List<Refusal> refusals(Caller by, UUID id, Place after, int limit, int longest) {
    require(by, Action.READ_LINES);
    ImportRow row = get(by, id);
    UUID told = row.sameAs() != null ? row.sameAs() : id;
    return jdbc.sql(
            """
            select line, part, item_id, field, reason,
              case when char_length(original) <= :longest then original
                else left(original, :longest) || ' ... (' || char_length(original) || ' characters in all; the CSV has them)' end,
              edited
            from refusal
            where workspace_id = :workspace and import_id = :id and (line, part) > (:line, :part) and replayed_by is null
            order by line, part limit :limit
            """)
        .param("longest", longest)
        .param("workspace", tenancy.current())
        .param("id", told)
        .param("line", after.line())
        .param("part", after.part())
        .param("limit", limit)
        .query(
            (r, n) ->
                new Refusal(
                    r.getLong(1),
                    r.getInt(2),
                    r.getString(3),
                    r.getString(4),
                    r.getString(5),
                    r.getString(6),
                    r.getString(7)))
        .list();
  }

  /** Writes every refused line as CSV: number, field, reason, and the line as it was. */
  @Transactional(readOnly = true)
  public void writeRefusals(Caller by, UUID id, HttpServletResponse response) throws IOException {
    int page = 50; // whole lines, however long
    List<Refusal> found = refusals(by, id, Place.BEGINNING, page, WHOLE);
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"refused-" + id + ".csv\"");
    try (CsvWriter csv =
        CsvWriter.builder()
            .build(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
      csv.writeRecord("line", "field", "reason", "original");
      while (!found.isEmpty()) {
        for (Refusal one : found) {
          csv.writeRecord(Long.toString(one.line()), one.field(), one.reason(), one.original());
        }
        found = refusals(by, id, Place.of(found.getLast()), page, WHOLE);
      }
    }
  }

  /** The header line of the import's file, or null when it was a request. */
  @Transactional(readOnly = true)
  public @Nullable Layout layout(Caller by, UUID id) {
    String layout = get(by, id).layout();
    return layout == null ? null : Json.read(layout, Layout.class);
  }

  /**
   * Takes the refused lines of an import up again, with parts of its mapping changed, with lines
   * mended by hand, or both.
   *
   * @param changes keys of the mapping that are different now, for example {@code tolerance}; null
   *     when none is
   * @param edited mended lines; when given, only these are taken up
   */
  public ImportRow replay(
      Caller by, UUID id, @Nullable ObjectNode changes, List<EditedLine> edited) {
    require(by, Action.IMPORT);
    keys.takeTurn();
    ImportRow first = table.find(id).orElseThrow(() -> new NotFound("import"));
    if (first.running()) {
      throw new Conflict("The import is still running: wait until it is done.", null);
    }
    if (first.withdrawnAt() != null || first.sameAs() != null) {
      throw new Conflict(
          "This import holds no lines of its own any more: import the file again.", null);
    }
    String mapping = first.mapping();
    if (changes != null && !changes.isEmpty()) {
      if (mapping == null) {
        throw InvalidInput.of(
            "mapping", "does not belong to lines that came as JSON: send mended lines instead");
      }
      ObjectNode merged = (ObjectNode) Json.mapper().readTree(mapping);
      changes.properties().forEach(entry -> merged.set(entry.getKey(), entry.getValue()));
      MappingJson.read(merged);
      mapping = Json.write(merged);
    }
    UUID replay = Ids.next();
    table.insert(
        new ImportTable.Arrival(
            replay,
            keys.reserve("import", 1),
            "replay",
            first.source() == null ? null : book.source(first.source()),
            first.fileName(),
            null,
            null,
            mapping,
            null,
            first.layout(),
            first.origin().equals("request") ? clock.instant() : first.knownAt(),
            by.member(),
            id));
    int taken = edited.isEmpty() ? claimAll(id, replay) : claimEdited(id, replay, edited);
    if (taken == 0) {
      throw InvalidInput.of("lines", "there is no refused line left to take up again");
    }
    runner.startAfterCommit(tenancy.current(), replay);
    audit.record(
        actor(by),
        "import.replayed",
        "import",
        id.toString(),
        null,
        Map.of("replay", replay.toString()));
    return get(by, replay);
  }

  private int claimAll(UUID id, UUID replay) {
    return jdbc.sql(
            """
            update refusal set replayed_by = :replay
            where workspace_id = :workspace and import_id = :id and replayed_by is null
            """)
        .param("replay", replay)
        .param("workspace", tenancy.current())
        .param("id", id)
        .update();
  }

  private int claimEdited(UUID id, UUID replay, List<EditedLine> edited) {
    List<FieldError> unknown = new ArrayList<>();
    Map<Long, String> texts = new HashMap<>();
    edited.forEach(line -> texts.put(line.line(), line.text()));
    int claimed = 0;
    for (Map.Entry<Long, String> line : texts.entrySet()) {
      int found =
          jdbc.sql(
                  """
                  update refusal set replayed_by = :replay, edited = :text
                  where workspace_id = :workspace and import_id = :id and line = :line and replayed_by is null
                  """)
              .param("replay", replay)
              .param("text", ImportTable.storable(line.getValue()))
              .param("workspace", tenancy.current())
              .param("id", id)
              .param("line", line.getKey())
              .update();
      if (found == 0) {
        unknown.add(
            new FieldError("lines", "line " + line.getKey() + " is not among the refused lines"));
      }
      claimed += found;
    }
    if (!unknown.isEmpty()) {
      throw new InvalidInput(unknown);
    }
    return claimed;
  }

  /**
   * Takes an import back: what it brought goes, what it had corrected comes back. Twice is the same
   * as once.
   */
  public void withdraw(Caller by, UUID id) {
    require(by, Action.IMPORT);
    keys.takeTurn();
    ImportRow row = table.find(id).orElseThrow(() -> new NotFound("import"));
    if (row.running()) {
      throw new Conflict(
          "The import is still running: wait until it is done, then withdraw it.", null);
    }
    if (row.withdrawnAt() == null) {
      withdrawing.withdraw(id, by.member(), zone());
      audit.record(actor(by), "import.withdrawn", "import", id.toString(), null, null);
    }
  }

  /** Nothing, when the caller may bring data in. */
  void mayImport(Caller by) {
    require(by, Action.IMPORT);
  }

  private void require(Caller by, Action action) {
    access.require(by, action, null);
  }

  private ZoneId zone() {
    return workspaces.current().zone();
  }

  static Actor actor(Caller by) {
    return by;
  }

  static RuntimeException unchecked(IOException e) {
    return new UncheckedIOException(e);
  }
}
