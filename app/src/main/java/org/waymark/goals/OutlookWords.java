package org.waymark.goals;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.attainment.Advice;
import org.waymark.measure.attainment.ChanceLabel;
import org.waymark.platform.InvalidInput;
import org.waymark.web.Form;
import org.waymark.web.Frame;
import org.waymark.web.Likelihood;

/** Says in a person's language how likely a target is to be reached. */
public record OutlookWords(Frame frame) {
  private static final List<ChanceLabel> LABELS =
      Arrays.stream(ChanceLabel.values()).filter(one -> one != ChanceLabel.UNKNOWN).toList();

  /**
   * What there is to say of a form as it is being filled in, which may be unfinished.
   *
   * @param aimed whether a target is typed already
   * @param thought asks for the outlook, and is refused while something else is missing or wrong
   */
  public OutlookSaid of(boolean aimed, Supplier<Outlook> thought) {
    if (!aimed) {
      return OutlookSaid.only(text("goals.outlook.empty"));
    }
    try {
      return of(thought.get());
    } catch (InvalidInput unfinished) {
      return OutlookSaid.refused(Form.sentence(unfinished.errors().getFirst()));
    }
  }

  public OutlookSaid of(Outlook outlook) {
    Foretold said = outlook.foretold();
    Double chance = said.chance();
    if (chance == null) {
      return OutlookSaid.only(silence(said));
    }
    Double lacking = outlook.lacking();
    Double then = said.withDifference();
    boolean below = outlook.asks().contains(Advice.SAY_WHAT_WILL_CHANGE);
    return new OutlookSaid(
        scale(Objects.requireNonNull(said.label())),
        says(outlook, said, chance),
        null,
        lacking == null || !below
            ? null
            : text(
                "goals.outlook.lacking", frame.w().change(lacking, unit(outlook)).replace("+", "")),
        then == null ? null : text("goals.outlook.planned", odds(then), frame.w().share(then)),
        third(outlook, said),
        stretch(outlook),
        outlook.asks().stream()
            .filter(one -> one != Advice.SAY_WHAT_WILL_CHANGE)
            .map(one -> text("goals.outlook.ask." + one.name().toLowerCase(Locale.ROOT)))
            .toList(),
        below);
  }

  /** Why there is no chance. */
  public String silence(Foretold said) {
    Integer needed = said.needed();
    return switch (said.state()) {
      case "tooFewReadings" ->
          text("goals.outlook.few", said.readings(), needed == null ? 0 : needed);
      case "tooFarAhead" -> text("goals.outlook.far");
      default -> text("goals.outlook.none." + said.state());
    };
  }

  /** "1 in 8". */
  public String odds(double chance) {
    Odds odds = Odds.nearest(chance);
    return text("goals.outlook.odds", odds.times(), odds.of());
  }

  private Likelihood scale(String label) {
    return new Likelihood(
        text("goals.outlook.scale"),
        LABELS.stream()
            .map(one -> text("goals.outlook.word." + one.name().toLowerCase(Locale.ROOT)))
            .toList(),
        LABELS.indexOf(ChanceLabel.valueOf(label.toUpperCase(Locale.ROOT))));
  }

  private String says(Outlook outlook, Foretold said, double chance) {
    String about = odds(chance);
    String percent = frame.w().share(chance);
    String due = frame.w().date(outlook.due());
    Double low = said.low();
    Double high = said.high();
    if (low != null && high != null) {
      return text(
          "goals.outlook.reach", about, percent, due, frame.w().interval(low, high, unit(outlook)));
    }
    BigDecimal target = outlook.target();
    return outlook.type() == KeyResultType.CUMULATIVE && target != null
        ? text("goals.outlook.count", about, percent, due, frame.w().exact(target, unit(outlook)))
        : text("goals.outlook.keep", about, percent, due);
  }

  private @Nullable String third(Outlook outlook, Foretold said) {
    Double third = said.oneInThree();
    return third == null
        ? null
        : text("goals.outlook.third", frame.w().value(third, unit(outlook)));
  }

  private OutlookSaid.@Nullable Stretch stretch(Outlook outlook) {
    Double stretch = outlook.stretch();
    String unit = unit(outlook);
    return stretch == null
        ? null
        : new OutlookSaid.Stretch(
            typed(stretch, unit), text("goals.outlook.take", frame.w().value(stretch, unit)));
  }

  /** As a person would type what is shown: one decimal, durations in the unit they are read in. */
  static String typed(double value, String unit) {
    if (!unit.equals("seconds")) {
      return rounded(value);
    }
    if (value >= 2 * 86_400) {
      return rounded(value / 86_400) + " days";
    }
    if (value >= 2 * 3_600) {
      return rounded(value / 3_600) + " hours";
    }
    return value >= 120 ? rounded(value / 60) + " minutes" : rounded(value) + " seconds";
  }

  private static String rounded(double value) {
    return BigDecimal.valueOf(value)
        .setScale(1, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }

  private static String unit(Outlook outlook) {
    String unit = outlook.unit();
    return unit == null ? "count" : unit;
  }

  private String text(String key, Object... arguments) {
    return frame.t().of(key, arguments);
  }
}
