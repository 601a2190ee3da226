package org.waymark;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** Calls go down: the arrows that each package declares are the only ones there are. */
class ArrowsTest {
  private final ApplicationModules modules =
      ApplicationModules.of(
          Waymark.class,
          // a library beneath everything, and code made from templates
          resideInAnyPackage("org.waymark.measure..", "org.waymark.templates.."));

  @Test
  void every_call_follows_a_declared_arrow() {
    modules.verify();
  }

  @Test
  void the_arrows_are_drawn() {
    new Documenter(modules).writeModulesAsPlantUml();
  }
}
