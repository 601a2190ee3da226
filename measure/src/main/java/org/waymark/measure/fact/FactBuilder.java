package org.waymark.measure.fact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers a {@link Fact}; whatever is not set stays unknown. */
public final class FactBuilder {
  private final long keyNo;
  private final long revision;
  private final long importNo;
  private final int sourceNo;
  private final Kind kind;
  private final String itemId;
  private final Moment started;
  private @Nullable Moment responded;
  private @Nullable Moment finished;
  private @Nullable Moment reopened;
  private @Nullable Moment due;
  private @Nullable Long customerNo;
  private @Nullable Integer unitNo;
  private @Nullable String channel;
  private @Nullable String product;
  private @Nullable String region;
  private @Nullable String topic;
  private @Nullable String touchpoint;
  private @Nullable String question;
  private @Nullable About about;
  private @Nullable Score score;
  private @Nullable Long weight;
  private @Nullable HandledBy handledBy;
  private @Nullable Integer contacts;
  private @Nullable Boolean complaint;
  private @Nullable Long quantity;
  private @Nullable String status;
  private Attributes attributes = Attributes.NONE;
  private @Nullable AddedUp addedUp;
  private List<Pause> pauses = List.of();

  FactBuilder(
      long keyNo,
      long revision,
      long importNo,
      int sourceNo,
      Kind kind,
      String itemId,
      Moment started) {
    this.keyNo = keyNo;
    this.revision = revision;
    this.importNo = importNo;
    this.sourceNo = sourceNo;
    this.kind = kind;
    this.itemId = itemId;
    this.started = started;
  }

  public FactBuilder responded(@Nullable Moment value) {
    responded = value;
    return this;
  }

  public FactBuilder finished(@Nullable Moment value) {
    finished = value;
    return this;
  }

  public FactBuilder reopened(@Nullable Moment value) {
    reopened = value;
    return this;
  }

  public FactBuilder due(@Nullable Moment value) {
    due = value;
    return this;
  }

  public FactBuilder customer(@Nullable Long number) {
    customerNo = number;
    return this;
  }

  public FactBuilder unit(@Nullable Integer number) {
    unitNo = number;
    return this;
  }

  public FactBuilder channel(@Nullable String value) {
    channel = value;
    return this;
  }

  public FactBuilder product(@Nullable String value) {
    product = value;
    return this;
  }

  public FactBuilder region(@Nullable String value) {
    region = value;
    return this;
  }

  public FactBuilder topic(@Nullable String value) {
    topic = value;
    return this;
  }

  public FactBuilder touchpoint(@Nullable String value) {
    touchpoint = value;
    return this;
  }

  public FactBuilder question(@Nullable String value) {
    question = value;
    return this;
  }

  public FactBuilder about(@Nullable About value) {
    about = value;
    return this;
  }

  public FactBuilder score(@Nullable Score value) {
    score = value;
    return this;
  }

  public FactBuilder weight(@Nullable Long millionths) {
    weight = millionths;
    return this;
  }

  public FactBuilder handledBy(@Nullable HandledBy value) {
    handledBy = value;
    return this;
  }

  public FactBuilder contacts(@Nullable Integer value) {
    contacts = value;
    return this;
  }

  public FactBuilder complaint(@Nullable Boolean value) {
    complaint = value;
    return this;
  }

  public FactBuilder quantity(@Nullable Long millionths) {
    quantity = millionths;
    return this;
  }

  public FactBuilder status(@Nullable String value) {
    status = value;
    return this;
  }

  public FactBuilder attributes(Attributes value) {
    attributes = value;
    return this;
  }

  public FactBuilder addedUp(@Nullable AddedUp value) {
    addedUp = value;
    return this;
  }

  public FactBuilder pauses(List<Pause> value) {
    pauses = value;
    return this;
  }

  public Fact build() {
    return fact(false);
  }

  Fact gone() {
    return fact(true);
  }

  private Fact fact(boolean gone) {
    return new Fact(
        keyNo,
        revision,
        importNo,
        gone,
        sourceNo,
        kind,
        itemId,
        started,
        responded,
        finished,
        reopened,
        due,
        customerNo,
        unitNo,
        channel,
        product,
        region,
        topic,
        touchpoint,
        question,
        about,
        score,
        weight,
        handledBy,
        contacts,
        complaint,
        quantity,
        status,
        attributes,
        addedUp,
        pauses);
  }
}
