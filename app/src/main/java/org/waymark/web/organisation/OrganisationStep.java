package org.waymark.web.organisation;

import org.springframework.stereotype.Component;
import org.waymark.people.Units;
import org.waymark.web.FirstStep;

/** First of all: who are you. */
@Component
class OrganisationStep implements FirstStep {
  private final Units units;

  OrganisationStep(Units units) {
    this.units = units;
  }

  @Override
  public int order() {
    return 5;
  }

  @Override
  public String key() {
    return "organisation.first";
  }

  @Override
  public String address() {
    return "/organisation";
  }

  @Override
  public boolean done() {
    return !units.tree().roots().isEmpty();
  }
}
