package org.waymark.measure.fact;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Merges the files of a file day into one. What is true of the day stays the same; repeated rows
 * and the rows of withdrawn imports are dropped.
 */
public final class Compactor {

  private final Path facts;
  private final Path scratch;
  private final Limits limits;

  /**
   * @param facts the folder, with sub-folders, in which all files lie
   * @param scratch a folder on the same file system for unfinished work
   */
  public Compactor(Path facts, Path scratch, Limits limits) {
    this.facts = facts;
    this.scratch = scratch;
    this.limits = limits;
  }

  /** What becomes of versions that a higher revision has superseded. */
  public enum Superseded {
    /** They stay, so that a later withdrawal can bring them back. */
    KEPT,
    /** They go, and with them what says that an item is gone: the day can no longer change back. */
    DROPPED
  }

  /**
   * Writes the merged file.
   *
   * @param day every file of one file day
   * @param folder where the new file goes
   * @return the new file, or nothing when no row is left; the old files are left alone
   * @throws IllegalArgumentException when the files are of several days
   */
  public Optional<FactFile> compact(
      Collection<FactFile> day, Set<Long> withdrawnImports, Superseded superseded, Path folder) {
    if (day.stream().map(FactFile::fileDay).distinct().count() != 1) {
      throw new IllegalArgumentException("only files of one day can be merged");
    }
    try (FactWriter writer = FactWriter.open(scratch, limits, List.of(facts))) {
      writer.addFrom(query(day, withdrawnImports, superseded));
      return writer.writeTo(folder).stream().findFirst();
    }
  }

  private static String query(
      Collection<FactFile> day, Set<Long> withdrawnImports, Superseded superseded) {
    String version =
        switch (superseded) {
          case KEPT -> "file_day, key_no, revision, import_no ORDER BY gone";
          case DROPPED -> "file_day, key_no ORDER BY revision DESC, import_no DESC";
        };
    String standing =
        withdrawnImports.isEmpty()
            ? ""
            : new TreeSet<>(withdrawnImports)
                .stream()
                    .map(Object::toString)
                    .collect(Collectors.joining(", ", " WHERE import_no NOT IN (", ")"));
    return """
        SELECT %s FROM (
          SELECT %s, row_number() OVER (PARTITION BY %s) AS place FROM %s%s
        ) AS versions
        WHERE place = 1%s
        """
        .formatted(
            FactTable.columns(),
            FactTable.columns(),
            version,
            FactReader.parquet(day),
            standing,
            superseded == Superseded.DROPPED ? " AND NOT gone" : "");
  }
}
