package org.waymark.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.waymark.Api;
import tools.jackson.databind.JsonNode;

/** Brings interactions in, the way people and programs do. */
final class Arrivals {

  private Arrivals() {}

  /** Sends interactions as lines; every one has to be taken. */
  static JsonNode send(Api api, List<String> lines) {
    Api.Answer answer =
        api.send(
            api.request("/interactions")
                .header("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("\n", lines))));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().get("refused").asInt()).as(answer.body()).isZero();
    return answer.json();
  }

  /** Uploads a file of the samples and waits until it is done. */
  static JsonNode upload(Api api, String file, String mapping) {
    String boundary = "waymark-boundary";
    Api.Answer answer =
        api.send(
            api.request("/imports")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(multipart(boundary, file, mapping))));
    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    String path = answer.header("Location").replaceFirst(".*/api/v1", "");
    Instant giveUp = Instant.now().plus(Duration.ofMinutes(3));
    while (Instant.now().isBefore(giveUp)) {
      JsonNode state = api.get(path).json();
      if (!state.get("state").asString().equals("running")) {
        assertThat(state.get("state").asString()).as(state.toString()).isEqualTo("done");
        return state;
      }
      try {
        Thread.sleep(200);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(stopped);
      }
    }
    throw new AssertionError("The import did not end: " + api.get(path).body());
  }

  /** A file of the samples folder, wherever the tests run. */
  static Path sample(String name) {
    Path here = Path.of("samples", name);
    return Files.exists(here) ? here : Path.of("..", "samples", name);
  }

  private static byte[] multipart(String boundary, String file, String mapping) {
    try (ByteArrayOutputStream body = new ByteArrayOutputStream()) {
      body.write(
          ("--"
                  + boundary
                  + "\r\nContent-Disposition: form-data; name=\"mapping\"\r\n"
                  + "Content-Type: application/json\r\n\r\n"
                  + mapping
                  + "\r\n--"
                  + boundary
                  + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                  + file
                  + "\"\r\nContent-Type: application/gzip\r\n\r\n")
              .getBytes(StandardCharsets.UTF_8));
      body.write(Files.readAllBytes(sample(file)));
      body.write(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
      return body.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
