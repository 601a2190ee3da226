package org.waymark.guide;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.waymark.access.Caller;
import org.waymark.goals.Ambition;
import org.waymark.goals.KeyResultWords;
import org.waymark.goals.Outlook;
import org.waymark.goals.Outlooks;
import org.waymark.measurement.Period;
import org.waymark.platform.InvalidInput;
import org.waymark.web.Form;
import org.waymark.workspace.Cycle;
import org.waymark.workspace.Cycles;

/** How likely the target of a guide's key metric is, as its form stands, before it is a goal's. */
@Component
public class Chances {
  private final Outlooks outlooks;
  private final Cycles cycles;

  Chances(Outlooks outlooks, Cycles cycles) {
    this.outlooks = outlooks;
    this.cycles = cycles;
  }

  /** Whether a number and a level to reach are there, so that there is something to ask. */
  public static boolean aimed(Form form) {
    return Stream.of("target", "change", "low").anyMatch(form::checked)
        && (form.checked("measure") || form.checked("name"));
  }

  /**
   * The outlook on what is typed, in the cycle and with the ambition of the guide.
   *
   * @param typed the step's fields; where it has those of other steps too, they count
   * @throws InvalidInput naming each field that is wrong or missing
   */
  public Outlook of(Caller caller, Guide guide, Form typed) {
    Map<String, List<String>> values = new LinkedHashMap<>(guide.form().values());
    values.putAll(typed.values());
    Form form = new Form(values, List.of());
    Cycle cycle =
        cycles
            .byCode(form.text("cycle"))
            .orElseThrow(() -> InvalidInput.of("cycle", "choose in the first step when it runs"));
    KeyResultWords words = new Written(form).keyResult();
    if (words == null) {
      throw InvalidInput.of("measure", "choose a metric, or another source of evidence");
    }
    Ambition ambition = Ambition.of(form.text("ambition")).orElse(Ambition.COMMITTED);
    return outlooks.of(caller, new Period(cycle.from(), cycle.to()), ambition, words, null);
  }
}
