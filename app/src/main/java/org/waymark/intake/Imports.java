package org.waymark.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
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
import org.waymark.metrics.Metrics;
import org.waymark.platform.Actor;
import org.waymark.platform.Audit;
import org.waymark.platform.Bookmark;
import org.waymark.platform.Conflict;
import org.waymark.platform.Ids;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.Json;
import org.waymark.platform.NotFound;
import org.waymark.platform.Page;
import org.waymark.platform.Tenancy;
import org.waymark.workspace.Workspaces;
import tools.jackson.databind.JsonNode;

/** What arrives, as files or requests; and taking an arrival back. */
@Component
@Transactional
public class Imports {
  private final ImportTable table;
  private final KeyTable keys;
  private final Book book;
  private final Pipeline pipeline;
  private final Runner runner;
  private final Withdrawing withdrawing;
  private final Workspaces workspaces;
  private final Metrics metrics;
  private final Tenancy tenancy;
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
      Metrics metrics,
      Tenancy tenancy,
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
    this.metrics = metrics;
    this.tenancy = tenancy;
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

  /**
   * Takes interactions in the API's own JSON in, all good ones or none.
   *
   * @throws org.waymark.platform.MalformedInput when the body is a broken array
   */
  public Receipt take(Caller by, String body) {
    require(by, Action.IMPORT);
    Batch batch = JsonLines.read(body, new Tallied(metrics::all));
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

  /** The header line of the import's file, or null when it was a request. */
  @Transactional(readOnly = true)
  public @Nullable Layout layout(Caller by, UUID id) {
    String layout = get(by, id).layout();
    return layout == null ? null : Json.read(layout, Layout.class);
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
