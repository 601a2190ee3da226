package org.waymark.coach;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From what to what.
 *
 * @param baseline the level it starts from, null when not named
 * @param target the level to reach, null when the text names a change or nothing
 * @param change by how much, signed; null when the text names a level or nothing
 * @param all every number that is a level to reach or a change, the chosen one included
 */
record Aim(
    @Nullable Quantity baseline,
    @Nullable Quantity target,
    @Nullable Change change,
    List<Quantity> all) {

  /**
   * A change without its levels.
   *
   * @param size signed; percent when {@code percent}
   */
  record Change(@Nullable BigDecimal size, boolean percent, int first, int last) {}

  static Aim of(
      Tokens tokens,
      LanguagePack pack,
      List<Quantity> quantities,
      List<Role> roles,
      @Nullable Lead lead) {
    @Nullable Quantity baseline = null;
    @Nullable Quantity target = null;
    @Nullable Change change = multiple(tokens, pack, lead);
    List<Quantity> all = new java.util.ArrayList<>();
    int best = 0;
    for (int i = 0; i < quantities.size(); i++) {
      Quantity one = quantities.get(i);
      if (roles.get(i) == Role.BASELINE && baseline == null) {
        baseline = one;
      }
      if (roles.get(i) == Role.TARGET) {
        all.add(one);
        boolean paired =
            i > 0 && roles.get(i - 1) == Role.BASELINE && baseline == quantities.get(i - 1);
        @Nullable Change moved = paired ? null : change(tokens, pack, one, lead);
        int weight = paired ? 4 : moved != null ? 2 : one.bare() ? 1 : 3;
        if (weight > best) {
          best = weight;
          target = moved == null ? one : null;
          change = moved == null ? (weight == 1 ? change : null) : moved;
        }
      }
    }
    return new Aim(baseline, target, change, List.copyOf(all));
  }

  /** "double", "halve", "cut in half". */
  private static @Nullable Change multiple(Tokens tokens, LanguagePack pack, @Nullable Lead lead) {
    for (int i = 0; i < tokens.size() && pack.speaks(); i++) {
      boolean verb =
          lead == null
              || i <= lead.first() + 1
              || tokens.at(i - 1).is("to")
              || tokens.at(i - 1).is("and");
      int percent =
          switch (tokens.at(i).text()) {
            case "double", "doubling", "doubled" -> 100;
            case "triple", "tripling" -> 200;
            case "quadruple" -> 300;
            case "halve", "halving", "halved" -> -50;
            default -> 0;
          };
      if (percent != 0 && verb && !(i > 0 && tokens.at(i + 1).is("-"))) {
        return new Change(BigDecimal.valueOf(percent), true, i, i);
      }
      if (tokens.at(i).is("in") && tokens.at(i + 1).is("half")
          || tokens.at(i).is("by") && tokens.at(i + 1).is("half")) {
        return new Change(BigDecimal.valueOf(-50), true, i, i + 1);
      }
      if (tokens.at(i).number() && tokens.at(i + 1).is("x") && tokens.glued(i + 1)) {
        @Nullable BigDecimal times = NumberWords.parse(tokens.at(i).text());
        if (times != null) {
          BigDecimal size = times.subtract(BigDecimal.ONE).multiply(BigDecimal.valueOf(100));
          return new Change(size, true, i, i + 1);
        }
      }
    }
    return null;
  }

  private static @Nullable Change change(
      Tokens tokens, LanguagePack pack, Quantity one, @Nullable Lead lead) {
    int at = one.first() - 1;
    while (at >= 0
        && List.of(
                "at",
                "least",
                "about",
                "over",
                "than",
                "more",
                "no",
                "less",
                "a",
                "an",
                "around",
                "roughly",
                "approximately",
                "up",
                "~",
                "further",
                "additional",
                "another",
                "-",
                "+",
                "≥")
            .contains(tokens.at(at).text())) {
      at--;
    }
    boolean by = tokens.at(at).is("by");
    boolean to = pack.words("to").contains(tokens.at(at).text());
    int after = one.last() + 1;
    boolean up = pack.phrases("change nouns up").startsAt(tokens, after);
    boolean down = pack.phrases("change nouns down").startsAt(tokens, after);
    boolean percent = one.dimension() == Dimension.PERCENT;
    boolean moves = lead != null && lead.verb().changes();
    boolean trailing =
        moves && percent && !to && tokens.at(one.first() - 1).word() && !tokens.at(at).is("with");
    if (!by && !up && !down && !trailing) {
      return null;
    }
    boolean negative = down || (!up && lead != null && lead.verb() == VerbClass.DOWN);
    @Nullable BigDecimal size = one.value();
    return new Change(
        size == null ? null : negative ? size.negate() : size, percent, one.first(), one.last());
  }
}
