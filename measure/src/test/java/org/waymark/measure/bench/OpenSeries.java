package org.waymark.measure.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.waymark.measure.attainment.Point;
import org.waymark.measure.attainment.Point.Read;

/**
 * Monthly shares that were published, percent of what went well.
 *
 * @param name whose they are
 * @param first month of the first
 * @param readings without gaps
 */
record OpenSeries(String name, YearMonth first, List<Read> readings) {

  /** Fewer than this in a month are no reading worth a goal. */
  private static final int FEWEST = 30;

  /** Patients of an English emergency department seen within four hours. */
  static List<OpenSeries> emergencies(Path samples) throws IOException {
    Map<String, TreeMap<YearMonth, Read>> byDepartment = new TreeMap<>();
    for (String[] cell : cells(samples.resolve("nhs-ae-attendances.csv.gz"))) {
      put(
          byDepartment,
          cell[1] + " " + cell[2],
          YearMonth.parse(cell[0].substring(0, 7)),
          Double.parseDouble(cell[3]),
          Double.parseDouble(cell[4]));
    }
    return whole(byDepartment);
  }

  /** Flights of an airline to an airport that arrived less than fifteen minutes late. */
  static List<OpenSeries> arrivals(Path samples) throws IOException {
    Map<String, TreeMap<YearMonth, Read>> byLine = new TreeMap<>();
    for (String[] cell : cells(samples.resolve("bts-airline-ontime-monthly.csv.gz"))) {
      put(
          byLine,
          cell[2] + " " + cell[4],
          YearMonth.of(Integer.parseInt(cell[0]), Integer.parseInt(cell[1])),
          number(cell[6]),
          number(cell[7]));
    }
    return whole(byLine);
  }

  private static double number(String cell) {
    return cell.isEmpty() ? 0 : Double.parseDouble(cell);
  }

  private static void put(
      Map<String, TreeMap<YearMonth, Read>> all,
      String name,
      YearMonth month,
      double items,
      double failed) {
    if (items >= FEWEST) {
      all.computeIfAbsent(name, key -> new TreeMap<>())
          .put(month, new Read(100 * (items - failed) / items, items));
    }
  }

  /** Each without gaps: where months are missing, a new series begins. */
  private static List<OpenSeries> whole(Map<String, TreeMap<YearMonth, Read>> all) {
    List<OpenSeries> series = new ArrayList<>();
    all.forEach(
        (name, months) -> {
          List<Read> run = new ArrayList<>();
          YearMonth first = months.firstKey();
          for (Map.Entry<YearMonth, Read> month : months.entrySet()) {
            if (!first.plusMonths(run.size()).equals(month.getKey())) {
              series.add(new OpenSeries(name, first, List.copyOf(run)));
              run.clear();
              first = month.getKey();
            }
            run.add(month.getValue());
          }
          series.add(new OpenSeries(name, first, List.copyOf(run)));
        });
    return series;
  }

  /** A part of it, as points. */
  List<Point> part(int from, int to) {
    return List.copyOf(readings.subList(from, to));
  }

  private static List<String[]> cells(Path file) throws IOException {
    List<String[]> cells = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        cells.add(line.replaceAll("\"[^\"]*\"", "quoted").split(",", -1));
      }
    }
    return cells;
  }
}
