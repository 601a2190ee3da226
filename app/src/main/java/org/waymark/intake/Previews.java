package org.waymark.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Access;
import org.waymark.access.Action;
import org.waymark.access.Caller;
import org.waymark.measure.Feeds;
import org.waymark.measure.fact.Fact;
import org.waymark.metrics.Metrics;
import org.waymark.people.Unit;
import org.waymark.people.Units;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.MalformedInput;
import org.waymark.workspace.Workspaces;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows the first lines of a file as they would be understood, changing nothing. */
@Component
@Transactional(readOnly = true)
public class Previews {
  static final int LINES = 200;
  static final int SHOWN = 20;

  private final Access access;
  private final Workspaces workspaces;
  private final Units units;
  private final SavedMappings mappings;
  private final Book book;
  private final Metrics metrics;

  Previews(
      Access access,
      Workspaces workspaces,
      Units units,
      SavedMappings mappings,
      Book book,
      Metrics metrics) {
    this.access = access;
    this.workspaces = workspaces;
    this.units = units;
    this.mappings = mappings;
    this.book = book;
    this.metrics = metrics;
  }

  /**
   * The first lines through a mapping.
   *
   * @param origin of the mapping: given, saved (for a file with this header) or proposed
   * @param notes what a person should look at before importing
   * @param trouble why the mapping cannot be used at all; null when it can
   * @param items the first interactions as they were understood
   * @param feeds the metrics that these lines would tell something of
   * @param doubts what the file does not tell by itself; what a saved mapping answers is not asked
   */
  public record Preview(
      String origin,
      JsonNode mapping,
      List<String> notes,
      @Nullable String trouble,
      String encoding,
      String delimiter,
      List<String> header,
      long lines,
      long accepted,
      long refused,
      long skipped,
      List<Understood> items,
      List<Refusals.Refusal> refusals,
      List<Feed> feeds,
      List<Doubt> doubts) {}

  /**
   * A metric that these lines would tell something of.
   *
   * @param lines how many interactions of the first lines do
   */
  public record Feed(String metric, long lines) {}

  /**
   * An interaction as it was understood.
   *
   * @param metric of numbers that arrive already added up
   * @param numerator of such numbers: what was met, or the count
   * @param denominator of such numbers: all that counted; null for a count
   */
  public record Understood(
      long line,
      String source,
      String id,
      String kind,
      Instant startedAt,
      @Nullable Instant respondedAt,
      @Nullable Instant finishedAt,
      @Nullable Instant dueAt,
      @Nullable String customer,
      @Nullable String unit,
      boolean newUnit,
      @Nullable String channel,
      @Nullable String product,
      @Nullable String region,
      @Nullable String question,
      @Nullable Double score,
      @Nullable String status,
      @Nullable String metric,
      @Nullable Long numerator,
      @Nullable Long denominator,
      String attributes) {}

  /**
   * The first lines through the given mapping, or through one that was saved for such a file, or
   * through a proposed one.
   *
   * @throws InvalidInput when the file cannot be read at all
   */
  public Preview preview(Caller by, String fileName, Path file, @Nullable JsonNode given) {
    return preview(by, fileName, file, given, given != null);
  }

  /**
   * As {@link #preview}, but a given mapping that makes no sense is shown with its trouble instead
   * of refused.
   */
  Preview lenient(Caller by, String fileName, Path file, @Nullable JsonNode given) {
    return preview(by, fileName, file, given, false);
  }

  private Preview preview(
      Caller by, String fileName, Path file, @Nullable JsonNode given, boolean strict) {
    access.require(by, Action.IMPORT, null);
    ZoneId zone = workspaces.current().zone();
    try {
      CsvFile.Format format = CsvFile.recognise(file);
      Sample sample = Sample.of(file, format);
      JsonNode mapping = given;
      String origin = "given";
      List<String> notes = new ArrayList<>();
      List<Doubt> doubts = List.of();
      if (!strict) {
        Beginning beginning = beginning(fileName, sample);
        doubts = beginning.doubts();
        if (mapping == null) {
          mapping = beginning.mapping();
          origin = beginning.origin();
          notes.addAll(beginning.notes());
        }
      }
      return through(
          by, origin, Objects.requireNonNull(mapping), notes, doubts, file, sample, zone, strict);
    } catch (Refused e) {
      throw InvalidInput.of(e.field(), e.reason());
    } catch (IOException e) {
      throw InvalidInput.of(
          "file", "cannot be read: " + (e.getMessage() == null ? "it is broken" : e.getMessage()));
    }
  }

  /**
   * The one unit at the top, under which new units are proposed to be made; none when there are
   * several.
   */
  private @Nullable String root() {
    List<Unit> roots = units.tree().roots();
    return roots.size() == 1 ? roots.getFirst().code() : null;
  }

  private Preview through(
      Caller by,
      String origin,
      JsonNode json,
      List<String> notes,
      List<Doubt> doubts,
      Path file,
      Sample sample,
      ZoneId zone,
      boolean strict)
      throws IOException {
    Batch batch = new Batch();
    String trouble = null;
    String encoding = sample.format().encoding().name();
    char delimiter = sample.format().delimiter();
    try {
      Mapping mapping = MappingJson.read(json);
      encoding = mapping.encoding() == null ? encoding : mapping.encoding().name();
      delimiter = mapping.delimiter() == null ? delimiter : mapping.delimiter();
      try (MappedLines lines =
          new MappedLines(
              CsvFile.open(file, mapping.encoding(), mapping.delimiter(), new CsvFile.Progress()),
              mapping,
              zone,
              new Tallied(metrics::all),
              () -> 0)) {
        batch = lines.first(LINES);
      }
    } catch (InvalidInput e) {
      trouble = refuseOrTell(e, strict);
    } catch (Refused e) {
      trouble = refuseOrTell(InvalidInput.of(e.field(), e.reason()), strict);
    } catch (MalformedInput e) {
      throw e;
    }
    Book.UnitFinder finder = book.units(by);
    List<Refusals.Refusal> refusals = new ArrayList<>();
    batch.refusals.forEach(
        r -> refusals.add(shown(r.line(), r.part(), r.id(), r.field(), r.reason(), r.original())));
    List<Understood> items = new ArrayList<>();
    LinkedHashSet<String> ids = new LinkedHashSet<>();
    List<Fact> facts = new ArrayList<>();
    long accepted = 0;
    for (Batch.Item item : batch.items) {
      String unit = item.interaction().unit();
      boolean known = unit == null || finder.exists(unit);
      if (unit != null && !known && item.unknownUnit() == Mapping.UnknownUnit.REFUSE) {
        refusals.add(
            shown(
                item.line(),
                item.part(),
                item.interaction().id(),
                "unit",
                Refused.quote(unit)
                    + " is not a unit of this organisation: add it, or set \"unknown\" to create or unassigned",
                item.original()));
        continue;
      }
      if (!ids.add(item.interaction().source() + "\n" + item.interaction().id())) {
        notes.add(
            "Line "
                + item.line()
                + " has the id "
                + Refused.quote(item.interaction().id())
                + " of an earlier line: choose a column, or a template of columns, that is different on every line.");
      }
      accepted++;
      facts.add(item.interaction().fact(0, 0, 0, 0, zone).build());
      if (items.size() < SHOWN) {
        items.add(understood(item, !known && item.unknownUnit() == Mapping.UnknownUnit.CREATE));
      }
    }
    return new Preview(
        origin,
        json,
        notes.size() > 10 ? List.copyOf(notes.subList(0, 10)) : List.copyOf(notes),
        trouble,
        encoding,
        delimiter == '\t' ? "tab" : String.valueOf(delimiter),
        sample.header(),
        batch.lines,
        accepted,
        refusals.size(),
        batch.skipped,
        items,
        refusals.size() > LINES ? refusals.subList(0, LINES) : refusals,
        feeds(facts),
        doubts);
  }

  private List<Feed> feeds(List<Fact> facts) {
    return metrics.all().stream()
        .map(
            metric ->
                new Feed(
                    metric.key(), facts.stream().filter(fact -> Feeds.tells(metric, fact)).count()))
        .filter(feed -> feed.lines() > 0)
        .toList();
  }

  /**
   * The mapping that a file begins with, before anybody has corrected it, and what it leaves open.
   */
  record Beginning(String origin, ObjectNode mapping, List<String> notes, List<Doubt> doubts) {}

  Beginning beginning(String fileName, Path file) {
    try {
      return beginning(fileName, Sample.of(file, CsvFile.recognise(file)));
    } catch (Refused e) {
      throw InvalidInput.of(e.field(), e.reason());
    } catch (IOException e) {
      throw InvalidInput.of("file", "cannot be read: " + e.getMessage());
    }
  }

  private Beginning beginning(String fileName, Sample sample) {
    MappingProposal proposal =
        MappingProposal.of(fileName, sample, workspaces.current().zone(), root());
    return mappings
        .savedFor(sample.header())
        .map(
            saved ->
                new Beginning(
                    "saved",
                    saved,
                    List.of(),
                    proposal.doubts().stream()
                        .filter(doubt -> doubt.about().equals(Doubt.WRITTEN))
                        .toList()))
        .orElseGet(
            () ->
                new Beginning("proposed", proposal.mapping(), proposal.notes(), proposal.doubts()));
  }

  /** A mapping that was sent is refused; a proposed or saved one is shown with its trouble. */
  private static String refuseOrTell(InvalidInput e, boolean strict) {
    if (strict) {
      throw e;
    }
    return e.getMessage() == null ? "The mapping does not fit this file." : e.getMessage();
  }

  private static Refusals.Refusal shown(
      long line, int part, @Nullable String id, String field, String reason, String original) {
    return new Refusals.Refusal(
        line,
        part,
        id == null ? null : ImportTable.storable(id),
        field,
        reason,
        ImportTable.storable(original),
        null);
  }

  private static Understood understood(Batch.Item item, boolean newUnit) {
    Interaction told = item.interaction();
    Long score = told.score();
    Interaction.Tally tally = told.tally();
    Long of = tally == null ? null : tally.denominator();
    return new Understood(
        item.line(),
        told.source(),
        told.id(),
        told.kind().code(),
        told.startedAt(),
        told.respondedAt(),
        told.finishedAt(),
        told.dueAt(),
        told.customer(),
        told.unit(),
        newUnit,
        told.channel(),
        told.product(),
        told.region(),
        told.question(),
        score == null ? null : score / 1e6,
        told.status(),
        tally == null ? null : tally.metric(),
        tally == null ? null : tally.numerator() / Scale.ONE,
        of == null ? null : of / Scale.ONE,
        told.attributes().json());
  }
}
