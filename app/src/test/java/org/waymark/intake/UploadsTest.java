package org.waymark.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waymark.Api;
import org.waymark.TestServer;
import org.waymark.people.Role;
import org.waymark.platform.Home;
import org.waymark.platform.Tenancy;
import tools.jackson.databind.JsonNode;

/** Who may upload, what is forgotten, and what is shown of very long lines. */
class UploadsTest {
  private static final String MAPPING =
      "{\"source\":\"s\",\"kind\":\"case\",\"fields\":{\"id\":{\"column\":\"id\"},\"startedAt\":{\"column\":\"at\"},"
          + "\"topic\":{\"column\":\"topic\"}}}";

  @Test
  void who_may_not_import_is_turned_away_before_the_upload_is_read() {
    Api viewer = TestServer.newWorkspace().newMember(Role.VIEWER).api();
    for (String path : new String[] {"/imports", "/imports/preview"}) {
      Api.Answer answer =
          viewer.send(
              viewer
                  .request(path)
                  .header("Idempotency-Key", "once")
                  .header("Content-Type", "multipart/form-data; boundary=never")
                  .POST(BodyPublishers.ofString("this is no multipart body")));
      assertThat(answer.status()).as(answer.body()).isEqualTo(403);
    }
  }

  @Test
  void an_upload_nobody_came_back_for_is_put_away_after_a_day() throws Exception {
    TestServer.TestWorkspace workspace = TestServer.newWorkspace();
    Spool spool = TestServer.bean(Spool.class);
    UUID id =
        TestServer.bean(Tenancy.class)
            .as(
                workspace.id(),
                () ->
                    TestServer.bean(Uploads.class)
                        .keep(
                            workspace.owner(),
                            "a.csv",
                            spool.take(
                                new ByteArrayInputStream(
                                    "id,at\n1,2026-03-01\n".getBytes(StandardCharsets.UTF_8)))));
    Path broken = TestServer.bean(Home.class).spool().resolve("arriving-broken-off");
    Files.writeString(broken, "half");
    Files.setLastModifiedTime(broken, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
    AbandonedUploads abandoned = TestServer.bean(AbandonedUploads.class);

    abandoned.putAway();
    assertThat(spool.of(id)).exists();
    assertThat(broken).doesNotExist();

    abandoned.putAway(Instant.now().plusSeconds(1));
    assertThat(spool.of(id)).doesNotExist();
  }

  @Test
  void a_long_refused_line_is_cut_in_the_list_and_whole_in_the_download() {
    Api api = TestServer.newWorkspace().api();
    IntakeApi intake = new IntakeApi(api);
    String line = "1,never," + "x".repeat(150_000);
    JsonNode done =
        intake.take(
            "a.csv", ("id,at,topic\n" + line + "\n").getBytes(StandardCharsets.UTF_8), MAPPING);
    String path = "/imports/" + done.get("id").asString() + "/refusals";
    String listed = api.get(path).json().get("items").get(0).get("original").asString();
    assertThat(listed).hasSizeLessThan(2_100).contains("150008 characters in all");
    assertThat(api.send(api.request(path).header("Accept", "text/csv").GET()).body())
        .contains(line.substring(8))
        .doesNotContain("in all");
  }
}
