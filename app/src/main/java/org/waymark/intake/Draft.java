package org.waymark.intake;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.fact.Attributes;
import org.waymark.measure.fact.Kind;

/**
 * An interaction being read: texts by field, whatever they came from (a CSV row through a mapping,
 * a JSON object). {@link #interaction} checks them all. One draft is used again for line after
 * line.
 */
final class Draft {
  static final int LONGEST_TEXT = 200;
  static final int LONGEST_ATTRIBUTE = 8_000;
  static final int MOST_ATTRIBUTES = 100;
  private static final long MOST_COUNTED = 1_000_000_000L;

  private final Times times;
  private final char decimal;
  private final @Nullable Duration tolerance;
  private final Notes notes;
  private final Tallied tallied;
  private final @Nullable String[] texts = new @Nullable String[Field.values().length];
  private final Map<String, String> attributes = new TreeMap<>();
  private String goodSource = ""; // the last one that was checked: nearly always the next one too

  Draft(Times times, char decimal, @Nullable Duration tolerance, Notes notes, Tallied tallied) {
    this.times = times;
    this.decimal = decimal;
    this.tolerance = tolerance;
    this.notes = notes;
    this.tallied = tallied;
  }

  void clear() {
    Arrays.fill(texts, null);
    attributes.clear();
  }

  void set(Field field, @Nullable String text) {
    texts[field.ordinal()] = text;
  }

  void attribute(String name, String text) {
    attributes.put(name, text);
  }

  /** The id as far as it is known, to name a refused line. */
  @Nullable String id() {
    return texts[Field.ID.ordinal()];
  }

  /**
   * The interaction that the texts make.
   *
   * @throws Refused naming the first field that is wrong
   */
  Interaction interaction() {
    String source = required(Field.SOURCE, "name the source it comes from");
    if (!source.equals(goodSource)) {
      goodSource = SourceCode.check(source);
    }
    String id = required(Field.ID, "every interaction needs the id its source gave it");
    Kind kind = KindChoices.read(required(Field.KIND, "say " + KindChoices.ALL));
    Long revision = revision(text(Field.REVISION));
    Instant startedAt = moment(Field.STARTED_AT);
    if (startedAt == null) {
      throw new Refused("startedAt", "is missing: every interaction needs the moment it started");
    }
    Instant respondedAt = after(startedAt, Field.RESPONDED_AT, "was answered");
    Instant finishedAt =
        kind == Kind.TALLY ? spanned(startedAt) : after(startedAt, Field.FINISHED_AT, "finishes");
    Instant reopenedAt = after(startedAt, Field.REOPENED_AT, "was opened again");
    Instant dueAt = moment(Field.DUE_AT);
    Scale scale = scale();
    Long score = score(kind, scale);
    String weightText = text(Field.WEIGHT);
    Long weight = weightText == null ? null : Numbers.weight(weightText, decimal, notes);
    return new Interaction(
        source,
        id,
        revision,
        kind,
        startedAt,
        respondedAt,
        finishedAt,
        reopenedAt,
        dueAt,
        text(Field.CUSTOMER),
        text(Field.UNIT),
        text(Field.CHANNEL),
        text(Field.PRODUCT),
        text(Field.REGION),
        text(Field.TOPIC),
        text(Field.TOUCHPOINT),
        text(Field.QUESTION),
        about(),
        scale,
        score,
        weight,
        handledBy(),
        contacts(),
        complaint(),
        quantity(),
        text(Field.STATUS),
        attributes(),
        tally(kind, finishedAt),
        Pauses.read(texts[Field.PAUSES.ordinal()], startedAt, times, notes));
  }

  private String required(Field field, String wayOut) {
    String text = text(field);
    if (text == null) {
      throw new Refused(field.label(), "is missing: " + wayOut);
    }
    return text;
  }

  private @Nullable String text(Field field) {
    String text = texts[field.ordinal()];
    if (text != null) {
      checkText(field.label(), text, LONGEST_TEXT);
    }
    return text;
  }

  static void checkText(String field, String text, int longest) {
    int length = text.length();
    if (length > longest) {
      throw new Refused(
          field, "has " + length + " characters, more than " + longest + ": shorten it");
    }
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c == 0) {
        throw new Refused(field, "holds a NUL character: remove it");
      }
      if (c == '\uFFFD') {
        throw new Refused(
            field,
            "holds bytes that do not fit its encoding: name the right one, for example \"encoding\": \"windows-1252\"");
      }
      if (Character.isSurrogate(c)) {
        if (Character.isLowSurrogate(c)
            || i + 1 == length
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          throw new Refused(field, "holds half a character (a lone surrogate): remove it");
        }
        i++;
      }
    }
  }

  private @Nullable Long revision(@Nullable String text) {
    if (text == null) {
      return null;
    }
    if (text.chars().allMatch(c -> c >= '0' && c <= '9') && text.length() <= 18) {
      return Long.parseLong(text);
    }
    try {
      return Moments.micros(times.read("revision", text, new Notes()));
    } catch (Refused e) {
      throw new Refused(
          "revision",
          Refused.quote(text)
              + " is neither a whole number nor a moment: a revision only has to grow");
    }
  }

  private @Nullable Instant moment(Field field) {
    String text = text(field);
    return text == null ? null : times.read(field.label(), text, notes);
  }

  private @Nullable Instant after(Instant startedAt, Field field, String does) {
    Instant moment = moment(field);
    if (moment == null || !moment.isBefore(startedAt)) {
      return moment;
    }
    Duration early = Duration.between(moment, startedAt);
    if (tolerance != null && early.compareTo(tolerance) <= 0) {
      notes.tolerated++;
      return startedAt;
    }
    throw new Refused(
        field.label(),
        does
            + " "
            + shown(early)
            + " before it starts: correct it"
            + (tolerance == null
                ? ", or set a tolerance such as \"PT1M\" if the clocks of the source differ a little"
                : ", or raise the tolerance above " + tolerance));
  }

  /** The end of a span, as a moment or as a length from its start, such as P1M. */
  private @Nullable Instant spanned(Instant startedAt) {
    String text = text(Field.FINISHED_AT);
    if (text == null || !text.startsWith("P")) {
      return after(startedAt, Field.FINISHED_AT, "ends");
    }
    try {
      Period length = Period.parse(text);
      if (!length.isNegative() && !length.isZero()) {
        var end = startedAt.atZone(times.zone()).plus(length);
        if (end.getYear() <= Times.LAST_YEAR) {
          return end.toInstant();
        }
      }
    } catch (DateTimeException | ArithmeticException e) {
      // told below, with the way out
    }
    throw new Refused(
        "finishedAt",
        Refused.quote(text)
            + " is no span that ends by "
            + Times.LAST_YEAR
            + ": give its end, or a length such as P1D, P7D, P1M or P3M");
  }

  static String shown(Duration span) {
    if (span.toDays() > 0) {
      return span.toDays() + (span.toDays() == 1 ? " day" : " days");
    }
    if (span.toHours() > 0) {
      return span.toHours() + " h " + span.toMinutesPart() + " min";
    }
    if (span.toMinutes() > 0) {
      return span.toMinutes() + " min " + span.toSecondsPart() + " s";
    }
    return span.toSeconds() > 0 ? span.toSeconds() + " s" : "less than a second";
  }

  private @Nullable Scale scale() {
    String code = text(Field.SCALE);
    String min = text(Field.SCALE_MIN);
    String max = text(Field.SCALE_MAX);
    String top = text(Field.SCALE_TOP);
    if (min == null && max == null && top == null) {
      return code == null ? null : Scale.named(code);
    }
    if (code != null || min == null || max == null || top == null) {
      throw new Refused(
          "scale", "needs all of min, max and top, or one of nps-0-10, csat-1-5, ces-1-7");
    }
    return Scale.custom(
        Numbers.millionths("scale.min", min, decimal),
        Numbers.millionths("scale.max", max, decimal),
        Numbers.millionths("scale.top", top, decimal));
  }

  private @Nullable Long score(Kind kind, @Nullable Scale scale) {
    String text = text(Field.SCORE);
    if (text == null) {
      if (kind == Kind.SURVEY) {
        throw new Refused(
            "score",
            "is missing: a survey needs its answer; leave lines without one out with \"skip\"");
      }
      return null;
    }
    if (scale == null) {
      throw new Refused(
          "scale",
          "is missing: say on which scale the score was given (nps-0-10, csat-1-5, ces-1-7 or min, max, top)");
    }
    long score = Numbers.millionths("score", text, decimal);
    scale.check(score, Refused.quote(text));
    return score;
  }

  private Interaction.@Nullable About about() {
    String source = text(Field.ABOUT_SOURCE);
    String id = text(Field.ABOUT_ID);
    if (source == null || id == null) {
      if (id != null) {
        throw new Refused(
            "about.source", "is missing: name the source of the interaction it is about");
      }
      return null;
    }
    return new Interaction.About(SourceCode.check(source), id);
  }

  private @Nullable String handledBy() {
    String text = text(Field.HANDLED_BY);
    if (text == null || text.equals("person") || text.equals("bot") || text.equals("handedOver")) {
      return text;
    }
    throw new Refused(
        "handledBy",
        Refused.quote(text)
            + " is not one of person, bot, handedOver: translate it with \"values\"");
  }

  private @Nullable Integer contacts() {
    String text = text(Field.CONTACTS);
    if (text == null) {
      return null;
    }
    long contacts = Numbers.whole("contacts", text, decimal);
    if (contacts < 0 || contacts > 100_000) {
      throw new Refused(
          "contacts", Refused.quote(text) + " is not a number of contacts between 0 and 100,000");
    }
    return (int) contacts;
  }

  private @Nullable Boolean complaint() {
    String text = text(Field.COMPLAINT);
    if (text == null) {
      return null;
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "y", "1" -> true;
      case "false", "no", "n", "0" -> false;
      default ->
          throw new Refused(
              "complaint",
              Refused.quote(text) + " is neither true nor false: translate it with \"values\"");
    };
  }

  private @Nullable Long quantity() {
    String text = text(Field.QUANTITY);
    return text == null ? null : Numbers.millionths("quantity", text, decimal);
  }

  private Interaction.@Nullable Tally tally(Kind kind, @Nullable Instant finishedAt) {
    String metric = text(Field.METRIC);
    String numerator = text(Field.NUMERATOR);
    String missed = text(Field.MISSED);
    String denominator = text(Field.DENOMINATOR);
    if (kind != Kind.TALLY) {
      if (metric != null || numerator != null || missed != null || denominator != null) {
        throw new Refused(
            "kind",
            "metric, numerator, missed and denominator belong to a tally: say \"kind\": \"tally\"");
      }
      return null;
    }
    if (metric == null) {
      throw new Refused("metric", "is missing: a tally names the metric it was added up for");
    }
    boolean counts = Tallied.counts(tallied.metric(metric));
    if (finishedAt == null) {
      throw new Refused(
          "finishedAt",
          "is missing: a tally covers a span, give its end or its length, such as P1M");
    }
    if (numerator != null && missed != null) {
      throw new Refused(
          "missed", "says the same as the numerator the other way round: give one of them");
    }
    if (numerator == null && missed == null) {
      throw new Refused(
          "numerator",
          "is missing: give the counted number, or as \"missed\" what did not make it");
    }
    if (denominator == null) {
      if (!counts || numerator == null) {
        throw new Refused("denominator", "is missing: a share needs the number it is a share of");
      }
      return new Interaction.Tally(metric, counted(Field.NUMERATOR, numerator) * Scale.ONE, null);
    }
    long all = counted(Field.DENOMINATOR, denominator);
    Field part = numerator == null ? Field.MISSED : Field.NUMERATOR;
    long some = counted(part, numerator == null ? missed : numerator);
    if (all < some) {
      throw new Refused(
          "denominator",
          "is smaller than the " + part.label() + " number: a share cannot pass 100 %");
    }
    return new Interaction.Tally(
        metric, (numerator == null ? all - some : some) * Scale.ONE, all * Scale.ONE);
  }

  private long counted(Field field, @Nullable String text) {
    long counted = Numbers.whole(field.label(), text == null ? "" : text, decimal);
    if (counted < 0) {
      throw new Refused(field.label(), "is below zero: a tally counts");
    }
    if (counted > MOST_COUNTED) {
      throw new Refused(
          field.label(),
          Refused.quote(text == null ? "" : text)
              + " is more than one line can have counted (1,000,000,000): check the column, or send shorter spans");
    }
    return counted;
  }

  private Attributes attributes() {
    if (attributes.size() > MOST_ATTRIBUTES) {
      throw new Refused(
          "attributes",
          "are more than " + MOST_ATTRIBUTES + ": keep those that goals will ask for");
    }
    attributes.forEach(
        (name, value) -> {
          checkText("attributes", name, LONGEST_TEXT);
          checkText("attributes." + name, value, LONGEST_ATTRIBUTE);
        });
    return Attributes.of(attributes);
  }
}
