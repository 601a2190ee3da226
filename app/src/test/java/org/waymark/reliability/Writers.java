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
      sendUntilAcknowledged("key-" + client + "-" + request, body.toString(), ids);
    }
  }

  /** A request that was sent is always finished, even when the writers are told to stop. */
  private void sendUntilAcknowledged(String key, String body, List<String> ids) {
    long giveUp = System.nanoTime() + Duration.ofMinutes(3).toNanos();
    while (System.nanoTime() < giveUp) {
      try {
        HttpResponse<String> answer =
            http.send(
                HttpRequest.newBuilder(URI.create(address + "/api/v1/interactions"))
                    .timeout(Duration.ofSeconds(30))
                    .header("Authorization", "Bearer " + ServerProcess.TOKEN)
                    .header("Content-Type", "application/x-ndjson")
                    .header("Idempotency-Key", key)
                    .POST(BodyPublishers.ofString(body))
                    .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() == 200) {
          JsonNode counts = json.readTree(answer.body());
          if (counts.path("accepted").asInt() != ITEMS) {
            surprises.add(key + ": " + answer.body());
          }
          acknowledged.addAll(ids);
          lastSuccess.set(System.nanoTime());
          return;
        }
        if (answer.statusCode() < 500 && answer.statusCode() != 409) {
          surprises.add(key + ": " + answer.statusCode() + " " + answer.body());
          return;
        }
        pause();
      } catch (IOException e) {
        pause(); // the server is gone: ask again
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    surprises.add(key + ": was never acknowledged");
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
