package org.waymark.speed;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Asks a server, one after the other or as many at once as come. */
final class Load {
  private final String address;
  private final HttpClient typing = newClient();

  Load(String address) {
    this.address = address;
  }

  /** A page as a browser asks for it. */
  Caller page(String path, String cookie) {
    return new Caller(path, pageRequest(path, cookie));
  }

  private HttpRequest pageRequest(String path, String cookie) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .header("Cookie", cookie)
        .header("Accept", "text/html")
        .header("Accept-Encoding", "gzip")
        .build();
  }

  /** A part of a page as a script fetches it for what is typed. */
  Caller form(String path, String cookie, String body) {
    return new Caller(
        path,
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Cookie", cookie)
            .header("Origin", address)
            .header("Sec-Fetch-Site", "same-origin")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        typing);
  }

  Caller api(String path, String token) {
    return new Caller(
        path,
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Authorization", "Bearer " + token)
            .build());
  }

  /** How long something took, several times. */
  static final class Timed {
    private final List<Long> nanos = new ArrayList<>();

    void time(Runnable work) {
      long start = System.nanoTime();
      work.run();
      add(System.nanoTime() - start);
    }

    synchronized void add(long took) {
      nanos.add(took);
    }

    /** The middle of these in the middle of those. */
    double ratio(Timed other) {
      return (double) at(0.5) / other.at(0.5);
    }

    private synchronized long at(double part) {
      List<Long> sorted = nanos.stream().sorted().toList();
      return sorted.get((int) Math.min(sorted.size() - 1.0, part * sorted.size()));
    }

    /** What this part of them took at most. */
    double millis(double part) {
      return at(part) / 1e6;
    }

    /** With how long most had to wait. */
    String waiting() {
      return "%d, middle %.0f ms, p95 %.0f ms, longest %.0f ms"
          .formatted(nanos.size(), at(0.5) / 1e6, at(0.95) / 1e6, at(1) / 1e6);
    }

    @Override
    public String toString() {
      return "best %.1f ms, middle %.1f ms".formatted(at(0) / 1e6, at(0.5) / 1e6);
    }
  }

  /** One who asks for one thing. */
  static final class Caller {
    private final String path;
    private final HttpRequest request;
    private final HttpClient client;

    Caller(String path, HttpRequest request) {
      this(path, request, newClient());
    }

    Caller(String path, HttpRequest request, HttpClient client) {
      this.path = path;
      this.request = request;
      this.client = client;
    }

    void call() {
      call(client, request);
    }

    /** How many answers come a second, when each connection asks as soon as it was answered. */
    double perSecond(int connections, Duration lasting) {
      AtomicLong answered = new AtomicLong();
      long start = System.nanoTime();
      long end = start + lasting.toNanos();
      try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
        for (int i = 0; i < connections; i++) {
          threads.execute(
              () -> {
                HttpClient own = newClient();
                while (System.nanoTime() < end) {
                  call(own, request);
                  answered.incrementAndGet();
                }
              });
        }
      }
      return answered.get() / ((System.nanoTime() - start) / 1e9);
    }

    private static void call(HttpClient client, HttpRequest request) {
      try {
        int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status != 200) {
          throw new AssertionError(request.uri() + " answered " + status);
        }
      } catch (IOException e) {
        throw new AssertionError(request.uri() + " was not answered", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("stopped", e);
      }
    }

    @Override
    public String toString() {
      return "GET " + path;
    }
  }

  private static HttpClient newClient() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  /**
   * Each person opens a page every so often, on time even when the last one has not come yet; how
   * long they wait is counted from the moment they meant to.
   *
   * @return by kind of page
   */
  Map<String, Timed> openModel(
      List<String> people,
      List<String> goals,
      List<String> dashboards,
      Duration between,
      Duration lasting)
      throws InterruptedException {
    Map<String, Timed> waited = new ConcurrentHashMap<>();
    Random random = new Random(23);
    HttpClient client = newClient();
    int pages = (int) (lasting.toNanos() * people.size() / between.toNanos());
    long start = System.nanoTime() + 100_000_000;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < pages; i++) {
        String path = path(random, goals, dashboards);
        HttpRequest request = pageRequest(path, people.get(i % people.size()));
        long meant = start + between.toNanos() * i / people.size();
        for (long left = meant - System.nanoTime(); left > 0; left = meant - System.nanoTime()) {
          LockSupport.parkNanos(left);
        }
        threads.execute(
            () -> {
              Caller.call(client, request);
              waited.computeIfAbsent(kind(path), any -> new Timed()).add(System.nanoTime() - meant);
            });
      }
    }
    return new TreeMap<>(waited);
  }

  private static String path(Random random, List<String> goals, List<String> dashboards) {
    int of = random.nextInt(100);
    if (of < 25) {
      return "/";
    }
    if (of < 45) {
      return "/goals";
    }
    if (of < 70) {
      return "/goals/" + goals.get(random.nextInt(goals.size()));
    }
    if (of < 80) {
      return "/metrics";
    }
    return of < 95 ? dashboards.get(random.nextInt(dashboards.size())) : "/data";
  }

  private static String kind(String path) {
    return path.startsWith("/goals/") ? "/goals/{id}" : path;
  }
}
