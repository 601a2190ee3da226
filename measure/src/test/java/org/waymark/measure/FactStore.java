package org.waymark.measure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.waymark.measure.fact.Fact;
import org.waymark.measure.fact.FactFile;
import org.waymark.measure.fact.FactFiles;
import org.waymark.measure.fact.FactSource;
import org.waymark.measure.fact.FactWriter;
import org.waymark.measure.fact.Instants;
import org.waymark.measure.fact.Limits;
import org.waymark.measure.fact.Moment;

/** Where a test keeps its facts: in lists for the reference engine, in Parquet for DuckDB. */
interface FactStore {

  /** Writes what one batch brought and adds its files. */
  FactFiles write(List<List<Fact>> batches);

  /** Files that exist only as lists. */
  final class InMemory implements FactStore, FactSource {
    private final Map<UUID, List<Fact>> rows = new HashMap<>();

    @Override
    public FactFiles write(List<List<Fact>> batches) {
      List<FactFile> files = new ArrayList<>();
      for (List<Fact> batch : batches) {
        batch.stream()
            .collect(Collectors.groupingBy(Fact::fileDay, TreeMap::new, Collectors.toList()))
            .forEach(
                (day, facts) -> {
                  UUID id = UUID.randomUUID();
                  rows.put(id, facts);
                  Map<Instants, FactFile.Range> ranges = new EnumMap<>(Instants.class);
                  for (Instants instant : Instants.values()) {
                    var us =
                        facts.stream()
                            .filter(fact -> !fact.gone() && fact.at(instant) != null)
                            .map(fact -> fact.at(instant))
                            .mapToLong(Moment::us)
                            .summaryStatistics();
                    if (us.getCount() > 0) {
                      ranges.put(instant, new FactFile.Range(us.getMin(), us.getMax()));
                    }
                  }
                  long max =
                      ranges.values().stream()
                          .mapToLong(FactFile.Range::max)
                          .max()
                          .orElse(Long.MIN_VALUE);
                  boolean unique =
                      new HashSet<>(facts.stream().map(Fact::keyNo).toList()).size()
                          == facts.size();
                  files.add(
                      new FactFile(
                          id,
                          day,
                          Path.of("nowhere"),
                          facts.size(),
                          unique,
                          facts.stream().map(Fact::importNo).collect(Collectors.toSet()),
                          ranges,
                          max));
                });
      }
      return new FactFiles(files);
    }

    @Override
    public List<Fact> rows(FactFile file) {
      return rows.get(file.id());
    }
  }

  /** Real Parquet files. */
  record OnDisk(Path home) implements FactStore {
    Limits limits() {
      return Limits.modest(home.resolve("spill"));
    }

    Path facts() {
      return home.resolve("facts");
    }

    @Override
    public FactFiles write(List<List<Fact>> batches) {
      List<FactFile> files = new ArrayList<>();
      try (FactWriter writer = FactWriter.open(home.resolve("tmp"), limits())) {
        for (List<Fact> batch : batches) {
          batch.forEach(writer::add);
          files.addAll(writer.writeTo(facts()));
        }
      }
      return new FactFiles(files);
    }
  }
}
