package org.waymark.goals;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import org.waymark.workspace.Fields;

/**
 * Where a number that people tell comes from, and what a check-in has to keep of it.
 *
 * @param link of a report: where it is found
 * @param reader of a report: who reads it
 * @param when of a report: when it is read, such as "first Monday of the month"
 * @param counted of an observation: what is tallied, such as "parcels opened without a knife"
 * @param question of a vote: what the team is asked
 * @param answers of a vote: how it can be answered
 */
public record Evidence(
    Kind kind,
    @Nullable String link,
    @Nullable String reader,
    @Nullable String when,
    @Nullable String counted,
    @Nullable String question,
    @Nullable Answers answers) {
  private static final int LONGEST = 1000;

  /** The three sources besides a metric. */
  public enum Kind {
    /** A number read from a report: the check-in keeps the link and who read it. */
    REPORT,
    /** So many of so many that somebody watched. */
    OBSERVATION,
    /** What the team votes: the check-in keeps how many said what. */
    VOTE;

    @JsonValue
    public String code() {
      return Fields.word(this);
    }
  }

  /** How a vote can be answered. */
  public enum Answers {
    /** Two counts, no before yes; the number is the share of yes. */
    YES_NO(2),
    /** Five counts, from 1 to 5; the number is their mean. */
    ONE_TO_FIVE(5);

    private final int size;

    Answers(int size) {
      this.size = size;
    }

    /** How many counts a vote has. */
    public int size() {
      return size;
    }

    @JsonValue
    public String code() {
      return Fields.word(this);
    }
  }

  /** How a vote is answered; of one that says nothing else, from 1 to 5. */
  @JsonIgnore
  public Answers ballot() {
    return answers == null ? Answers.ONE_TO_FIVE : answers;
  }

  /** Understands what was said of it; null where nothing was. */
  static @Nullable Evidence read(Fields fields, KeyResultWords words, KeyResultType type) {
    Evidence evidence = words.evidence();
    if (evidence == null) {
      return null;
    }
    if (Goals.given(words.metric())) {
      fields.refuse("evidence", "is for numbers that people tell; the metric measures this one");
    } else if (type.onlyByHand() || type == KeyResultType.CUMULATIVE) {
      fields.refuse("evidence", "a " + type.code() + " is told without; ask for a level");
    }
    Goals.atMost(fields, "evidence.counted", evidence.counted(), LONGEST);
    Goals.atMost(fields, "evidence.question", evidence.question(), LONGEST);
    Goals.atMost(fields, "evidence.reader", evidence.reader(), LONGEST);
    Goals.atMost(fields, "evidence.when", evidence.when(), LONGEST);
    return new Evidence(
        evidence.kind(),
        Steps.link(fields, "evidence.link", evidence.link()),
        Goals.blankToNull(evidence.reader()),
        Goals.blankToNull(evidence.when()),
        Goals.blankToNull(evidence.counted()),
        Goals.blankToNull(evidence.question()),
        evidence.kind() == Evidence.Kind.VOTE ? evidence.ballot() : null);
  }
}
