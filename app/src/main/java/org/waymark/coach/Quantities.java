package org.waymark.coach;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads numbers in digits or words with their units: percent, points, durations, money, counts. */
final class Quantities {
  /** Longer runs of digits are codes, not amounts. */
  private static final int MOST_DIGITS = 18;

  private static final BigDecimal DAY = BigDecimal.valueOf(86_400);

  /** Months and years in seconds by the mean Gregorian year; good enough to compare lengths. */
  private static final Map<String, BigDecimal> SECONDS =
      Map.of(
          "second", BigDecimal.ONE,
          "minute", BigDecimal.valueOf(60),
          "hour", BigDecimal.valueOf(3_600),
          "day", DAY,
          "week", BigDecimal.valueOf(604_800),
          "month", BigDecimal.valueOf(2_629_746),
          "year", BigDecimal.valueOf(31_556_952));

  private static final Map<String, Long> SCALES =
      Map.of(
          "k",
          1_000L,
          "thousand",
          1_000L,
          "m",
          1_000_000L,
          "mn",
          1_000_000L,
          "mio",
          1_000_000L,
          "million",
          1_000_000L,
          "bn",
          1_000_000_000L,
          "b",
          1_000_000_000L,
          "billion",
          1_000_000_000L);

  private final Tokens tokens;
  private final LanguagePack pack;

  private Quantities(Tokens tokens, LanguagePack pack) {
    this.tokens = tokens;
    this.pack = pack;
  }

  /** All quantities from left to right; tokens that are part of a date are passed over. */
  static List<Quantity> of(Tokens tokens, LanguagePack pack, boolean[] dated) {
    Quantities reader = new Quantities(tokens, pack);
    List<Quantity> all = new ArrayList<>();
    int at = 0;
    while (at < tokens.size()) {
      @Nullable Quantity found = dated[at] ? null : reader.at(at);
      if (found == null) {
        at++;
      } else {
        all.add(found);
        at = found.last() + 1;
      }
    }
    shareUnits(all, tokens);
    return all;
  }

  /** "from 3 to 1 days", "$5 to 8 million", "85 to 95 %": the first borrows the second's unit. */
  private static void shareUnits(List<Quantity> all, Tokens tokens) {
    for (int i = 0; i + 1 < all.size(); i++) {
      Quantity one = all.get(i);
      Quantity two = all.get(i + 1);
      boolean joined =
          two.first() - one.last() == 2
              && List.of("to", "-", "–", "→", "and", "or")
                  .contains(tokens.at(one.last() + 1).text());
      if (joined && one.bare() && !two.bare() && two.dimension() != Dimension.DURATION) {
        all.set(i, one.as(two.dimension()));
      } else if (joined && one.dimension() == Dimension.MONEY && two.bare()) {
        @Nullable Long scale = SCALES.get(tokens.at(two.last()).text());
        if (scale != null && one.last() - one.first() == 1) {
          all.set(i, one.times(BigDecimal.valueOf(scale)));
        }
        all.set(i + 1, two.as(Dimension.MONEY));
      } else if (joined && one.bare() && two.dimension() == Dimension.DURATION) {
        BigDecimal written = NumberWords.parse(tokens.at(two.first()).text());
        BigDecimal seconds = two.value();
        if (written != null && seconds != null && written.signum() > 0) {
          BigDecimal unit = seconds.divide(written, 6, java.math.RoundingMode.HALF_EVEN);
          all.set(i, one.times(unit.stripTrailingZeros()).as(Dimension.DURATION));
        }
      }
    }
  }

  private @Nullable Quantity at(int index) {
    Token here = tokens.at(index);
    boolean sign = pack.words("money signs").contains(here.text());
    int number = sign ? index + 1 : index;
    if (sign && !tokens.at(number).number()) {
      return null;
    }
    if (!tokens.at(number).number()) {
      return word(index);
    }
    if (index > 0 && tokens.glued(index) && tokens.at(index - 1).word()) {
      return null;
    }
    @Nullable BigDecimal value = value(tokens.at(number).text());
    if (value == null) {
      return null;
    }
    boolean negative =
        index > 0
            && (tokens.at(index - 1).is("-") || tokens.at(index - 1).is("−"))
            && tokens.glued(index)
            && !tokens.glued(index - 1);
    return unit(negative ? value.negate() : value, negative ? index - 1 : index, number, sign);
  }

  /** Numbers in words: "three days", "twenty five percent", "half of", "a day". */
  private @Nullable Quantity word(int index) {
    Token here = tokens.at(index);
    if (!here.word() || !pack.speaks()) {
      return null;
    }
    NumberWords.@Nullable Read read = NumberWords.at(tokens, index);
    if (read != null) {
      boolean one = read.last() == index && (here.is("one") || here.is("zero"));
      Quantity made = unit(read.value(), index, read.last(), false);
      return one && here.is("one") && made.bare() ? null : made;
    }
    boolean article = here.is("a") || here.is("an");
    if (article
        && length(index + 1) != null
        && before(index, "to", "under", "within", "below", "than", "in")) {
      return unit(BigDecimal.ONE, index, index, false);
    }
    if (here.is("majority") || (here.is("most") && tokens.at(index + 1).is("of"))) {
      return new Quantity(null, Dimension.PERCENT, false, false, index, index);
    }
    if (here.is("half") && (tokens.at(index + 1).is("of") || tokens.at(index + 1).is("the"))) {
      return new Quantity(BigDecimal.valueOf(50), Dimension.PERCENT, false, false, index, index);
    }
    return null;
  }

  private boolean before(int index, String... words) {
    return List.of(words).contains(tokens.at(index - 1).text());
  }

  /** Adds scale and unit to a number. */
  private Quantity unit(BigDecimal number, int first, int last, boolean money) {
    BigDecimal value = number;
    int end = last;
    if (tokens.at(end + 1).is("+") && tokens.glued(end + 1)) {
      end++;
    }
    @Nullable Long scale = SCALES.get(tokens.at(end + 1).text());
    boolean letters = tokens.at(end + 1).text().length() <= 2;
    if (scale != null && (!letters || tokens.glued(end + 1))) {
      value = value.multiply(BigDecimal.valueOf(scale));
      end++;
      if (tokens.at(end + 1).is("+") && tokens.glued(end + 1)) {
        end++;
      }
    }
    boolean hyphen = tokens.at(end + 1).is("-") && tokens.glued(end + 1) && tokens.glued(end + 2);
    int unit = hyphen ? end + 2 : end + 1;
    if (tokens.at(end + 1).is("/") && NumberWords.parse(tokens.at(end + 2).text()) != null) {
      return new Quantity(value, Dimension.COUNT, true, false, first, end + 2);
    }
    @Nullable BigDecimal whole =
        tokens.at(end + 1).is("out") && tokens.at(end + 2).is("of") ? written(end + 3) : null;
    if (whole != null && whole.signum() > 0) {
      BigDecimal share = value.movePointRight(2).divide(whole, 6, java.math.RoundingMode.HALF_EVEN);
      BigDecimal plain = share.stripTrailingZeros();
      return new Quantity(plain, Dimension.PERCENT, false, false, first, end + 3);
    }
    if (money) {
      return new Quantity(value, Dimension.MONEY, false, false, first, end);
    }
    for (Dimension one : List.of(Dimension.PERCENT, Dimension.POINTS, Dimension.MONEY)) {
      String section = "units." + one.name().toLowerCase(java.util.Locale.ROOT);
      Phrases.@Nullable Found<String> found = pack.phrases(section).at(tokens, unit);
      if (found != null) {
        return new Quantity(value, one, false, hyphen, first, found.end() - 1);
      }
    }
    if (tokens.at(unit).is("%")) {
      return new Quantity(value, Dimension.PERCENT, false, hyphen, first, unit);
    }
    @Nullable Length length = length(unit);
    if (length != null) {
      return new Quantity(
          value.multiply(length.seconds()),
          Dimension.DURATION,
          false,
          hyphen,
          first,
          length.last());
    }
    return new Quantity(value, Dimension.COUNT, true, hyphen, first, end);
  }

  /** A number of one token, in digits or as a word. */
  private @Nullable BigDecimal written(int index) {
    NumberWords.@Nullable Read read = NumberWords.at(tokens, index);
    return read == null ? NumberWords.parse(tokens.at(index).text()) : read.value();
  }

  private record Length(BigDecimal seconds, int last) {}

  private @Nullable Length length(int index) {
    for (Map.Entry<String, BigDecimal> one : SECONDS.entrySet()) {
      Phrases.@Nullable Found<String> found =
          pack.phrases("units." + one.getKey()).at(tokens, index);
      if (found != null) {
        boolean letter = tokens.at(index).text().length() == 1;
        if (!letter || tokens.at(index - 1).number()) {
          return new Length(one.getValue(), found.end() - 1);
        }
      }
    }
    return null;
  }

  private static @Nullable BigDecimal value(String digits) {
    return digits.length() > MOST_DIGITS ? null : NumberWords.parse(digits);
  }
}
