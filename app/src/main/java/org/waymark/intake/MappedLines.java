package org.waymark.intake;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Lines of cells understood through a mapping. */
final class MappedLines implements BatchSource {
  private final Lines lines;
  private final List<RowReader> rows = new ArrayList<>();
  private final Notes notes = new Notes();
  private final IntSupplier percent;

  MappedLines(
      Lines lines, Mapping mapping, ZoneId workspaceZone, Tallied tallied, IntSupplier percent) {
    this.lines = lines;
    this.percent = percent;
    Map<String, Integer> places = lines.read(mapping.columns());
    for (Mapping.Row row : mapping.rows()) {
      rows.add(new RowReader(mapping, row, workspaceZone, places, notes, tallied));
    }
  }

  /** Passes over lines that were taken before a restart. */
  void skip(long count) throws IOException {
    for (long i = 0; i < count; i++) {
      if (lines.next() == null) {
        return;
      }
    }
  }

  @Override
  public Batch next() throws IOException {
    return first(Batch.LINES);
  }

  /** The next lines, at most so many. */
  Batch first(int most) throws IOException {
    Batch batch = new Batch();
    while (batch.lines < most) {
      Lines.Line line = lines.next();
      if (line == null) {
        batch.last = true;
        break;
      }
      batch.lines++;
      read(line, batch);
    }
    batch.notes.add(notes);
    notes.clear();
    return batch;
  }

  /** Understands one line. */
  void read(Lines.Line line, Batch batch) {
    @Nullable String @Nullable [] cells = line.cells();
    Refused broken = line.broken();
    if (cells == null || broken != null) {
      Refused why = broken == null ? new Refused("line", "cannot be read") : broken;
      batch.refusals.add(
          new Batch.Refusal(line.number(), 0, line.original(), null, why.field(), why.reason()));
      return;
    }
    boolean meant = false;
    for (int part = 0; part < rows.size(); part++) {
      RowReader row = rows.get(part);
      try {
        Interaction item = row.read(cells);
        if (item != null) {
          meant = true;
          batch.add(
              line.number(),
              part,
              line.original(),
              item,
              row.row().unknownUnit(),
              row.row().unitsUnder());
        }
      } catch (Refused e) {
        meant = true;
        batch.refusals.add(
            new Batch.Refusal(
                line.number(), part, line.original(), row.id(), e.field(), e.reason()));
      }
    }
    if (!meant) {
      batch.skipped++;
    }
  }

  @Override
  public int percent() {
    return percent.getAsInt();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
