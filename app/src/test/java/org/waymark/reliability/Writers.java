package org.waymark.reliability;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Clients that go on sending, each request again with its key until it is acknowledged, as api.md
 * tells them to.
 */
final class Writers implements AutoCloseable {
  private static final int CLIENTS = 4;
  private static final int ITEMS = 3;

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final JsonMapper json = new JsonMapper();
  private final String address;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean working = true;

  /** Ids of interactions that the server said it has. */
  final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

  /** Notes of check-ins that the server said it has. */
  final Set<String> checkedIn = ConcurrentHashMap.newKeySet();

  /** Answers that no kill explains. */
  final List<String> surprises = new CopyOnWriteArrayList<>();

  final AtomicLong lastSuccess = new AtomicLong();

  Writers(String address) {
    this.address = address;
    for (int client = 0; client < CLIENTS; client++) {
      int number = client;
      threads.add(Thread.ofVirtual().start(() -> write(number)));
    }
  }

  /** Makes a goal with a key result, and from now on checks in on it too. */
  void checkIn() throws IOException, InterruptedException {
    make(
        "/cycles",
        "{\"code\":\"long\",\"name\":\"Long\",\"from\":\"2020-01-01\",\"to\":\"2099-12-31\"}");
    String goal = make("/goals", "{\"statement\":\"Answer faster\",\"cycle\":\"long\"}");
    String keyResult =
        make(
            "/goals/" + goal + "/key-results",
            "{\"name\":\"Letters\",\"type\":\"increase\",\"baseline\":0,\"target\":1000000}");
    threads.add(
        Thread.ofVirtual()
            .start(
                () -> {
                  for (int request = 0; working; request++) {
                    String note = "check-in-" + request;
                    if (sendUntilAcknowledged(
                            note,
                            "/key-results/" + keyResult + "/check-ins",
                            "application/json",
                            "{\"value\":" + request + ",\"note\":\"" + note + "\"}")
                        != null) {
                      checkedIn.add(note);
                    }
                  }
                }));
  }

  private String make(String path, String body) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(request(path, "application/json", "make-" + path, body), BodyHandlers.ofString());
    if (answer.statusCode() != 201) {
      throw new IllegalStateException(path + ": " + answer.body());
    }
    return json.readTree(answer.body()).path("id").asString();
  }

  private void write(int client) {
    for (int request = 0; working; request++) {
      List<String> ids = new ArrayList<>();
      StringBuilder body = new StringBuilder();
      for (int item = 0; item < ITEMS; item++) {
        String id = client + "-" + request + "-" + item;
        ids.add(id);
        body.append(
            """
            {"source":"helpdesk","id":"%s","kind":"case","startedAt":"2026-03-%02dT10:00:00Z","finishedAt":"2026-03-28T11:00:00Z"}
            """
                .formatted(id, 1 + request % 27));
      }
      String key = "key-" + client + "-" + request;
      JsonNode counts =
          sendUntilAcknowledged(key, "/interactions", "application/x-ndjson", body.toString());
      if (counts != null) {
        if (counts.path("accepted").asInt() != ITEMS) {
          surprises.add(key + ": " + counts);
        }
        acknowledged.addAll(ids);
      }
    }
  }

  /**
   * A request that was sent is always finished, even when the writers are told to stop.
   *
   * @return the acknowledgement; null when there was none, which is a surprise
   */
  private @Nullable JsonNode sendUntilAcknowledged(
      String key, String path, String type, String body) {
    long giveUp = System.nanoTime() + Duration.ofMinutes(3).toNanos();
    while (System.nanoTime() < giveUp) {
      try {
        HttpResponse<String> answer =
            http.send(request(path, type, key, body), BodyHandlers.ofString());
        if (answer.statusCode() < 300) {
          lastSuccess.set(System.nanoTime());
          return json.readTree(answer.body());
        }
        if (answer.statusCode() < 500 && answer.statusCode() != 409) {
          surprises.add(key + ": " + answer.statusCode() + " " + answer.body());
          return null;
        }
        pause();
      } catch (IOException e) {
        pause(); // the server is gone: ask again
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return null;
      }
    }
    surprises.add(key + ": was never acknowledged");
    return null;
  }

  private HttpRequest request(String path, String type, String key, String body) {
    return HttpRequest.newBuilder(URI.create(address + "/api/v1" + path))
        .timeout(Duration.ofSeconds(30))
        .header("Authorization", "Bearer " + ServerProcess.TOKEN)
        .header("Content-Type", type)
        .header("Idempotency-Key", key)
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws InterruptedException {
    working = false;
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
