package org.waymark.measurement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.waymark.platform.FieldError;
import org.waymark.platform.InvalidInput;

/**
 * Reads a question from the parameters of an address. Nothing is guessed: a parameter nobody knows,
 * one given twice, a date that does not exist is refused by its name. A filter may be given several
 * times; any of its values counts.
 */
public final class ReadingRequest {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ISO_LOCAL_DATE.withResolverStyle(ResolverStyle.STRICT);
  private static final Set<String> SINGLE =
      Set.of("statistic", "from", "to", "per", "by", "weighted", "asOf", "structure");
  private static final Set<String> FILTERS =
      Set.of("unit", "channel", "product", "region", "topic", "question", "touchpoint", "kind");
  private static final String ATTRIBUTE = "attribute.";
  private static final int MOST_VALUES = 200;

  private final Map<String, String> single = new LinkedHashMap<>();
  private final Map<String, List<String>> filters = new TreeMap<>();
  private final List<FieldError> errors = new ArrayList<>();

  private ReadingRequest() {}

  /**
   * The question of some parameters.
   *
   * @param everything the days when none are given
   * @param others parameters that the address has besides, which are somebody else's to read
   * @throws InvalidInput naming every parameter that makes no sense
   */
  public static ReadingQuery of(
      String metric,
      MultiValueMap<String, String> parameters,
      Period everything,
      Set<String> others) {
    ReadingRequest request = new ReadingRequest();
    parameters.forEach(
        (name, values) -> {
          if (!others.contains(name)) {
            request.sort(name, values);
          }
        });
    return request.query(metric, everything);
  }

  private void sort(String name, List<String> values) {
    List<String> given = values.stream().filter(value -> !value.isEmpty()).toList();
    if (given.isEmpty()) {
      return;
    }
    if (SINGLE.contains(name)) {
      if (given.size() > 1) {
        refuse(name, "is given more than once");
      }
      single.put(name, given.getFirst());
    } else if (FILTERS.contains(name) || name.startsWith(ATTRIBUTE)) {
      if (given.size() > MOST_VALUES) {
        refuse(name, "names more than " + MOST_VALUES + " values");
      }
      filters.put(name, given);
    } else {
      refuse(
          name,
          "is not known here: use from, to, per, by, statistic, weighted, asOf, structure, or a"
              + " dimension of the metric");
    }
  }

  private ReadingQuery query(String metric, Period everything) {
    LocalDate to = date("to", everything.to());
    LocalDate from = date("from", everything.from().isAfter(to) ? to : everything.from());
    if (to.isBefore(from)) {
      refuse("to", "lies before from (" + from + ")");
    }
    Per per = per();
    boolean weighted = oneOf("weighted", "false", "true").equals("true");
    boolean today = oneOf("structure", "then", "today").equals("today");
    Instant asOf = asOf();
    if (!errors.isEmpty()) {
      throw new InvalidInput(errors);
    }
    return new ReadingQuery(
        metric,
        single.get("statistic"),
        new Period(from, to),
        per,
        single.get("by"),
        filters,
        weighted,
        asOf,
        today ? Standing.TODAY : Standing.THEN);
  }

  private Per per() {
    String word = single.getOrDefault("per", Per.ALL.word());
    return Per.ofWord(word)
        .orElseGet(
            () -> {
              refuse(
                  "per",
                  "is one of "
                      + String.join(", ", Arrays.stream(Per.values()).map(Per::word).toList()));
              return Per.ALL;
            });
  }

  private LocalDate date(String name, LocalDate usual) {
    String text = single.get(name);
    if (text == null) {
      return usual;
    }
    try {
      LocalDate date = LocalDate.parse(text, DATE);
      if (!date.isBefore(Period.EARLIEST) && !date.isAfter(Period.LATEST)) {
        return date;
      }
      refuse(name, "lies outside " + Period.EARLIEST + " to " + Period.LATEST);
    } catch (DateTimeParseException unreadable) {
      refuse(name, "is not a date such as 2026-03-31");
    }
    return usual;
  }

  private @Nullable Instant asOf() {
    String text = single.get("asOf");
    if (text == null) {
      return null;
    }
    try {
      // A plus sign in an address that nobody escaped arrives as a blank.
      Instant asOf = java.time.OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
      LocalDate day = asOf.atOffset(java.time.ZoneOffset.UTC).toLocalDate();
      if (!day.isBefore(Period.EARLIEST) && !day.isAfter(Period.LATEST)) {
        return asOf;
      }
    } catch (DateTimeParseException unreadable) {
      // told below
    }
    refuse("asOf", "is not an instant such as 2026-03-31T12:00:00Z");
    return null;
  }

  private String oneOf(String name, String usual, String other) {
    String word = single.getOrDefault(name, usual);
    if (!word.equals(usual) && !word.equals(other)) {
      refuse(name, "is " + usual + " or " + other);
      return usual;
    }
    return word;
  }

  private void refuse(String name, String reason) {
    errors.add(new FieldError(name, reason));
  }
}
