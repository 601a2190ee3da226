package org.waymark.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.waymark.Api;
import tools.jackson.databind.JsonNode;

/** Uploads and waits, for tests. */
public final class IntakeApi {
  private final Api api;

  public IntakeApi(Api api) {
    this.api = api;
  }

  Api.Answer upload(String path, String fileName, byte[] file, String mapping, String... headers) {
    String boundary = "----waymark-test";
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try {
      if (mapping != null) {
        body.write(
            ("--"
                    + boundary
                    + "\r\nContent-Disposition: form-data; name=\"mapping\"\r\n\r\n"
                    + mapping
                    + "\r\n")
                .getBytes(StandardCharsets.UTF_8));
      }
      body.write(
          ("--"
                  + boundary
                  + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                  + fileName
                  + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
              .getBytes(StandardCharsets.UTF_8));
      body.write(file);
      body.write(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var request =
        api.request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(BodyPublishers.ofByteArray(body.toByteArray()));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return api.send(request);
  }

  /** Uploads a file and waits until it has been taken in. */
  JsonNode take(String fileName, byte[] file, String mapping) {
    Api.Answer answer = upload("/imports", fileName, file, mapping);
    if (answer.status() != 202) {
      throw new AssertionError(answer.status() + " " + answer.body());
    }
    return await(answer.json().get("id").asString());
  }

  /** The same for a file of any size, which is sent as it is read. */
  public JsonNode take(Path file, String mapping) {
    String part = "--b\r\nContent-Disposition: form-data; name=";
    try {
      Api.Answer answer =
          api.send(
              api.request("/imports")
                  .header("Content-Type", "multipart/form-data; boundary=b")
                  .POST(
                      BodyPublishers.concat(
                          BodyPublishers.ofString(
                              part
                                  + "\"mapping\"\r\n\r\n"
                                  + mapping
                                  + "\r\n"
                                  + part
                                  + "\"file\"; filename=\""
                                  + file.getFileName()
                                  + "\"\r\n\r\n"),
                          BodyPublishers.ofFile(file),
                          BodyPublishers.ofString("\r\n--b--\r\n"))));
      if (answer.status() != 202) {
        throw new AssertionError(answer.status() + " " + answer.body());
      }
      return await(answer.json().get("id").asString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode await(String id) {
    long end = System.nanoTime() + 120_000_000_000L;
    long pause = 20;
    while (System.nanoTime() < end) {
      JsonNode state = api.get("/imports/" + id).json();
      if (!"running".equals(state.path("state").asString())) {
        return state;
      }
      try {
        Thread.sleep(pause);
        pause = Math.min(250, pause + 10); // asking costs the server something too
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    throw new AssertionError("still running: " + api.get("/imports/" + id).body());
  }

  Api.Answer ndjson(String body) {
    return api.send(
        api.request("/interactions")
            .header("Content-Type", "application/x-ndjson")
            .POST(BodyPublishers.ofString(body)));
  }
}
