package org.waymark.measurement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.waymark.measure.Cell;
import org.waymark.measure.Reading;
import org.waymark.measure.Tally;
import org.waymark.measure.change.Piece;
import org.waymark.measure.change.Pieces;
import org.waymark.measure.change.Split;
import org.waymark.measure.metric.Dimension;
import org.waymark.measure.metric.MetricDefinition;
import org.waymark.measure.metric.Statistic;
import org.waymark.measurement.Measurement.Asked;
import org.waymark.measurement.Movement.State;
import org.waymark.platform.InvalidInput;
import org.waymark.platform.NotFound;

/**
 * Says why a number moved: reads both periods cut by a dimension and splits the change. Where none
 * is asked for it tries all that are declared and proposes the one whose mix explains most. What
 * does not add up to the whole is never split.
 */
@Component
public class Movements {
  private final Measurement measurement;

  Movements(Measurement measurement) {
    this.measurement = measurement;
  }

  /**
   * What somebody wants to know.
   *
   * @param by one dimension; null to have one proposed
   * @param everything whether dimensions may be tried for a part of the items too, which has to be
   *     measured for each
   */
  public record Query(
      String metric,
      @Nullable String statistic,
      Period before,
      Period after,
      @Nullable String by,
      Map<String, List<String>> filters,
      boolean everything) {

    ReadingQuery over(Period days) {
      return ReadingQuery.pooled(metric, statistic, days).where(filters);
    }
  }

  /**
   * The answer.
   *
   * @throws NotFound when there is no such metric
   * @throws InvalidInput naming what makes no sense
   */
  public Movement of(Query question) {
    if (!question.before().to().isBefore(question.after().from())) {
      throw InvalidInput.of("beforeTo", "must lie before the later period begins");
    }
    Asked first = measurement.asked(both(question, question.by()));
    MetricDefinition metric = first.questions().getFirst().metric();
    Statistic statistic = first.questions().getFirst().statistic();
    boolean adds = !(statistic instanceof Statistic.Quantile) && !metric.measure().acrossDays();
    List<Both> read = read(question, adds ? dimensions(question, metric) : List.of());
    Both whole = read.getFirst();
    Movement bare =
        new Movement(
            metric,
            statistic,
            question.before(),
            question.after(),
            whole.was(),
            whole.is(),
            null,
            null,
            question.by() == null,
            null,
            State.UNDIVIDED);
    Piece before = adds ? Pieces.of(statistic, whole.before()).orElse(null) : null;
    Piece after = adds ? Pieces.of(statistic, whole.after()).orElse(null) : null;
    if (bare.change() == null || before == null || after == null) {
      return bare.unsplit(whyNot(statistic, bare.change() != null));
    }
    Split undivided = Parts.whole(statistic, before, after);
    return split(
        question, bare.within(undivided.changeRange()), undivided, read.subList(1, read.size()));
  }

  /** Why something has no sum over its items, or none in one of the periods. */
  private static State whyNot(Statistic statistic, boolean numbers) {
    if (statistic instanceof Statistic.Quantile) {
      return State.QUANTILE;
    }
    if (!numbers) {
      return State.NO_NUMBER;
    }
    return statistic instanceof Statistic.Within || statistic == Statistic.Plain.MEAN
        ? State.OPEN
        : State.NOT_ADDITIVE;
  }

  private static Movement split(Query question, Movement bare, Split whole, List<Both> divided) {
    if (asksToChoose(question)) {
      return bare.unsplit(State.CHOOSE);
    }
    String best = null;
    Split most = null;
    for (Both one : divided) {
      Split split = one.parts(bare.statistic()).split(question.by() == null).orElse(null);
      if (split == null) {
        continue;
      }
      if (!split.addsUpTo(whole.before(), whole.after())) {
        return bare.unsplit(State.NOT_ADDITIVE);
      }
      if (most == null || explains(split) > explains(most)) {
        best = one.by();
        most = split.within(whole.before().range(), whole.after().range());
      }
    }
    if (most != null) {
      return bare.split(best, most);
    }
    return Pieces.isTotal(bare.statistic()) ? bare.split(null, whole) : bare;
  }

  /** Both periods as they were read, undivided or by a dimension. */
  private record Both(
      @Nullable String by,
      Asked asked,
      Question then,
      List<Cell> cellsThen,
      Question now,
      List<Cell> cellsNow) {

    Reading was() {
      return Measurement.finish(asked, then, cellsThen).single();
    }

    Reading is() {
      return Measurement.finish(asked, now, cellsNow).single();
    }

    @Nullable Tally before() {
      return pooled(cellsThen);
    }

    @Nullable Tally after() {
      return pooled(cellsNow);
    }

    Parts parts(Statistic statistic) {
      return new Parts(statistic, named(then, cellsThen), named(now, cellsNow));
    }

    private static @Nullable Tally pooled(List<Cell> cells) {
      return Tally.pool(cells.stream().map(Cell::tally).toList()).orElse(null);
    }

    private static List<Parts.Named> named(Question question, List<Cell> cells) {
      return cells.stream()
          .map(
              cell ->
                  new Parts.Named(
                      cell.value() == null ? null : question.named(cell.value()), cell.tally()))
          .toList();
    }
  }

  /** The whole first, then by each dimension: read at once, so that they are of one moment. */
  private List<Both> read(Query question, List<String> dimensions) {
    List<ReadingQuery> queries = new ArrayList<>(both(question, null));
    dimensions.forEach(dimension -> queries.addAll(both(question, dimension)));
    Asked asked = measurement.asked(queries);
    List<List<Cell>> cells = measurement.cells(asked, Refreshing.Keep.PLAIN);
    List<Both> read = new ArrayList<>();
    for (int i = 0; i < queries.size(); i += 2) {
      read.add(
          new Both(
              queries.get(i).by(),
              asked,
              asked.questions().get(i),
              cells.get(i),
              asked.questions().get(i + 1),
              cells.get(i + 1)));
    }
    return read;
  }

  private static List<ReadingQuery> both(Query question, @Nullable String by) {
    return List.of(question.over(question.before()).by(by), question.over(question.after()).by(by));
  }

  private static List<String> dimensions(Query question, MetricDefinition metric) {
    if (question.by() != null) {
      return List.of(question.by());
    }
    return asksToChoose(question) ? List.of() : proposable(metric, question);
  }

  private static boolean asksToChoose(Query question) {
    return question.by() == null && !question.filters().isEmpty() && !question.everything();
  }

  /** What its mix brought; between dimensions whose mix brought nothing, how far it moved. */
  private static double explains(Split split) {
    return Math.abs(split.mix().doubleValue()) + 1e-9 * split.mixMoved();
  }

  /** All that the items are not narrowed to already. */
  private static List<String> proposable(MetricDefinition metric, Query question) {
    return metric.dimensions().stream()
        .map(Dimension::code)
        .filter(code -> !question.filters().containsKey(code))
        .toList();
  }
}
