package org.waymark.demo;

import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waymark.Api;
import org.waymark.TestServer;
import org.waymark.TestServer.TestWorkspace;
import org.waymark.access.Founding;
import org.waymark.workspace.Workspaces.NewWorkspace;

/** Quillhaven in a workspace of its own, loaded once for all tests that only look at it. */
public final class LoadedCompany {
  private static @Nullable LoadedCompany loaded;

  private final TestWorkspace workspace;
  private final StoryDays days;
  private final double seconds;

  private LoadedCompany(TestWorkspace workspace, StoryDays days, double seconds) {
    this.workspace = workspace;
    this.days = days;
    this.seconds = seconds;
  }

  public static synchronized LoadedCompany running() {
    if (loaded == null) {
      Company.Person lead = Company.CX_LEAD;
      StoryDays days = new StoryDays(java.time.LocalDate.now(ZoneOffset.UTC));
      Founding.Founded founded =
          TestServer.bean(Founding.class)
              .found(
                  new NewWorkspace(Company.NAME, "UTC", null, days.year().getMonth().name(), null),
                  new Founding.FirstOwner(lead.name(), lead.email(), TestServer.PASSWORD));
      long begin = System.nanoTime();
      TestServer.bean(Demonstration.class)
          .loadNow(
              founded.owner(),
              Map.of(
                  Company.TEAM_LEAD.key(), TestServer.PASSWORD,
                  Company.TEAM_MEMBER.key(), TestServer.PASSWORD));
      loaded =
          new LoadedCompany(
              new TestWorkspace(
                  founded.workspace(),
                  founded.owner(),
                  new Api(TestServer.address(), TestServer.token(founded.owner()))),
              days,
              (System.nanoTime() - begin) / 1e9);
    }
    return loaded;
  }

  public TestWorkspace workspace() {
    return workspace;
  }

  StoryDays days() {
    return days;
  }

  double seconds() {
    return seconds;
  }
}
