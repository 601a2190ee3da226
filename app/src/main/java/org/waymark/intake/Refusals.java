package org.waymark.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
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
import tools.jackson.databind.node.ObjectNode;

/** The lines that were not taken in, why, and taking them up again. */
@Component
@Transactional
public class Refusals {
  /** What is shown of a refused line in a list, in characters. */
  private static final int SHOWN_ORIGINAL = 2_000;

  private static final int WHOLE = Integer.MAX_VALUE;

  private final Imports imports;
  private final ImportTable table;
  private final KeyTable keys;
  private final Book book;
  private final Runner runner;
  private final Tenancy tenancy;
  private final JdbcClient jdbc;
  private final Access access;
  private final Audit audit;
  private final Clock clock;

  Refusals(
      Imports imports,
      ImportTable table,
      KeyTable keys,
      Book book,
      Runner runner,
      Tenancy tenancy,
      JdbcClient jdbc,
      Access access,
      Audit audit,
      Clock clock) {
    this.imports = imports;
    this.table = table;
    this.keys = keys;
    this.book = book;
    this.runner = runner;
    this.tenancy = tenancy;
    this.jdbc = jdbc;
    this.access = access;
    this.audit = audit;
    this.clock = clock;
  }

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
   * Refused lines that have not been taken up again, in order of lines; of a very long one only the
   * beginning, which says so.
   */
  @Transactional(readOnly = true)
  public Page<Refusal> list(Caller by, UUID id, @Nullable String cursor, int limit) {
    String list = "refusals of " + id;
    Place after = Bookmark.place(list, cursor, Place::of);
    List<Refusal> found =
        after(by, id, after == null ? Place.BEGINNING : after, limit + 1, SHOWN_ORIGINAL);
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
  public Refusal get(Caller by, UUID id, long line) {
    return after(by, id, new Place(line, -1), 1, WHOLE).stream()
        .filter(found -> found.line() == line)
        .findFirst()
        .orElseThrow(() -> new NotFound("refused line"));
  }

  private List<Refusal> after(Caller by, UUID id, Place place, int limit, int longest) {
    access.require(by, Action.READ_LINES, null);
    ImportRow row = imports.get(by, id);
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
        .param("line", place.line())
        .param("part", place.part())
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
  public void writeCsv(Caller by, UUID id, HttpServletResponse response) throws IOException {
    int page = 50; // whole lines, however long
    List<Refusal> found = after(by, id, Place.BEGINNING, page, WHOLE);
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
        found = after(by, id, Place.of(found.getLast()), page, WHOLE);
      }
    }
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
    access.require(by, Action.IMPORT, null);
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
        Imports.actor(by),
        "import.replayed",
        "import",
        id.toString(),
        null,
        Map.of("replay", replay.toString()));
    return imports.get(by, replay);
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
}
