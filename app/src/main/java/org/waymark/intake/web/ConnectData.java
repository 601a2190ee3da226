package org.waymark.intake.web;

import org.springframework.stereotype.Component;
import org.waymark.intake.Facts;
import org.waymark.web.FirstStep;

/** The first thing to do in a new workspace: bring data in. */
@Component
class ConnectData implements FirstStep {
  private final Facts facts;

  ConnectData(Facts facts) {
    this.facts = facts;
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public String key() {
    return "data.step";
  }

  @Override
  public String address() {
    return "/first";
  }

  @Override
  public String drop() {
    return "/first/uploads";
  }

  @Override
  public boolean done() {
    return !facts.knownUntil().isEmpty();
  }
}
