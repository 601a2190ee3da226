package org.waymark.measure.fact;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Files of facts to be read together.
 *
 * <p>What is true of a file day: of all its rows whose import is not withdrawn, for each key the
 * row with the highest revision (then the highest import), and of those the ones that are not gone.
 * The files of a day therefore belong together: either all of them are read or none.
 */
public record FactFiles(List<FactFile> files) {

  public static final FactFiles NONE = new FactFiles(List.of());

  public FactFiles {
    files = List.copyOf(files);
  }

  /** The files by the day they are filed under, in order of days. */
  public TreeMap<LocalDate, List<FactFile>> byDay() {
    return files.stream()
        .collect(Collectors.groupingBy(FactFile::fileDay, TreeMap::new, Collectors.toList()));
  }

  /**
   * Those days of which any file may hold an item with one of the instants between two microseconds
   * (both included). All files of such a day are kept, because a small one may supersede rows of a
   * large one.
   */
  public FactFiles holding(Set<Instants> instants, long from, long to) {
    return new FactFiles(
        byDay().values().stream()
            .filter(
                day ->
                    day.stream()
                        .anyMatch(
                            file -> instants.stream().anyMatch(i -> file.mayHold(i, from, to))))
            .flatMap(List::stream)
            .toList());
  }

  /** The largest instant in any of the files, or {@link Long#MIN_VALUE}. */
  public long maxInstant() {
    return files.stream().mapToLong(FactFile::maxInstant).max().orElse(Long.MIN_VALUE);
  }

  /** How many rows, superseded and gone ones included. */
  public long rows() {
    return files.stream().mapToLong(FactFile::rows).sum();
  }
}
