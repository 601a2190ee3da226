package org.waymark.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.waymark.measure.fact.Fact;
import org.waymark.measure.fact.Instants;
import org.waymark.measure.fact.Moment;

/** Says in words where two versions of one interaction differ. */
final class Differences {
  private static final int MOST = 6;

  private Differences() {}

  /** For example {@code channel held "phone", sent "email"}. */
  static String between(Fact held, Fact sent) {
    List<String> found = new ArrayList<>();
    compare(found, "kind", held.kind().code(), sent.kind().code());
    for (Instants instant : Instants.values()) {
      compare(found, instant.field(), shown(held.at(instant)), shown(sent.at(instant)));
    }
    compare(
        found,
        "score",
        held.score() == null ? null : Numbers.shown(held.score().value()),
        sent.score() == null ? null : Numbers.shown(sent.score().value()));
    compare(found, "channel", held.channel(), sent.channel());
    compare(found, "product", held.product(), sent.product());
    compare(found, "region", held.region(), sent.region());
    compare(found, "topic", held.topic(), sent.topic());
    compare(found, "touchpoint", held.touchpoint(), sent.touchpoint());
    compare(found, "question", held.question(), sent.question());
    compare(found, "status", held.status(), sent.status());
    compare(found, "weight", millionths(held.weight()), millionths(sent.weight()));
    compare(found, "quantity", millionths(held.quantity()), millionths(sent.quantity()));
    compare(found, "contacts", text(held.contacts()), text(sent.contacts()));
    compare(found, "complaint", text(held.complaint()), text(sent.complaint()));
    compare(found, "attributes", held.attributes().json(), sent.attributes().json());
    compare(found, "pauses", Pauses.written(held.pauses()), Pauses.written(sent.pauses()));
    compare(found, "tally", text(held.addedUp()), text(sent.addedUp()));
    if (!Objects.equals(held.unitNo(), sent.unitNo())) {
      found.add("another unit");
    }
    if (!Objects.equals(held.customerNo(), sent.customerNo())) {
      found.add("another customer");
    }
    if (!Objects.equals(held.handledBy(), sent.handledBy())) {
      found.add("another handledBy");
    }
    if (!Objects.equals(held.about(), sent.about())) {
      found.add("another about");
    }
    if (found.isEmpty()) {
      return "the scale";
    }
    return String.join("; ", found.size() > MOST ? found.subList(0, MOST) : found)
        + (found.size() > MOST ? "; and more" : "");
  }

  private static void compare(
      List<String> found, String field, @Nullable String held, @Nullable String sent) {
    if (!Objects.equals(held, sent)) {
      found.add(field + " held " + quoted(held) + ", sent " + quoted(sent));
    }
  }

  private static String quoted(@Nullable String text) {
    return text == null ? "nothing" : Refused.quote(text);
  }

  private static @Nullable String shown(@Nullable Moment moment) {
    return moment == null ? null : moment.instant().toString();
  }

  private static @Nullable String millionths(@Nullable Long value) {
    return value == null ? null : Numbers.shown(value);
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
