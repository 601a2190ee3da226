package org.waymark.demo;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.waymark.access.Founding;
import org.waymark.platform.CannotStart;
import org.waymark.platform.Greeting;
import org.waymark.platform.Settings;
import org.waymark.platform.Tenancy;
import org.waymark.workspace.Workspaces.NewWorkspace;

/**
 * A server that is the demonstration: founds its workspace and loads it before the first request is
 * answered, and says on the console how to get in.
 */
@Component
class DemoStart implements SmartInitializingSingleton, Greeting {
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  private final Settings settings;
  private final Tenancy tenancy;
  private final Founding founding;
  private final Demonstration demonstration;
  private final Map<String, String> passwords = new LinkedHashMap<>();

  DemoStart(Settings settings, Tenancy tenancy, Founding founding, Demonstration demonstration) {
    this.settings = settings;
    this.tenancy = tenancy;
    this.founding = founding;
    this.demonstration = demonstration;
  }

  @Override
  public void afterSingletonsInstantiated() {
    if (!settings.demonstration()) {
      return;
    }
    if (!tenancy.workspaces().isEmpty()) {
      throw new CannotStart(
          "The demonstration needs an empty home, and "
              + settings.home()
              + " is in use. Set WAYMARK_HOME to another folder.");
    }
    System.out.println("Loading the demonstration (seed " + Feeds.SEED + ") ...");
    for (Company.Person person : List.of(Company.CX_LEAD, Company.TEAM_LEAD, Company.TEAM_MEMBER)) {
      passwords.put(person.key(), password());
    }
    LocalDate today = LocalDate.now(settings.zone());
    NewWorkspace wanted =
        new NewWorkspace(
            Company.NAME,
            settings.zone().getId(),
            null,
            new StoryDays(today).year().getMonth().name(),
            null);
    Company.Person lead = Company.CX_LEAD;
    Founding.Founded founded =
        founding.found(
            wanted, new Founding.FirstOwner(lead.name(), lead.email(), passwords.get(lead.key())));
    demonstration.loadNow(founded.owner(), passwords);
  }

  /** Sixteen characters that are not mistaken for one another: about 79 bits. */
  private static String password() {
    SecureRandom random = new SecureRandom();
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < 16; i++) {
      password.append(i > 0 && i % 4 == 0 ? "-" : "");
      password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return password.toString();
  }

  @Override
  public List<String> lines(String address) {
    if (passwords.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("Sign in at " + address + "/sign-in as one of");
    lines.add(entry("CX lead and owner", Company.CX_LEAD));
    lines.add(entry("team lead", Company.TEAM_LEAD));
    lines.add(entry("team member", Company.TEAM_MEMBER));
    lines.add("All of it is made up, and gone when the server stops.");
    return lines;
  }

  private String entry(String who, Company.Person person) {
    return "  %-18s %-28s password %s".formatted(who, person.email(), passwords.get(person.key()));
  }
}
