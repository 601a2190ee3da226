package org.waymark.platform;

import java.nio.file.Files;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /ready}: 200 when the server can be used, else 503 with the reason. */
@RestController
class Ready {
  private final JdbcClient lobby;
  private final Home home;

  Ready(@Qualifier("lobby") JdbcClient lobby, Home home) {
    this.lobby = lobby;
    this.home = home;
  }

  record State(String state, String reason) {}

  @GetMapping("/ready")
  ResponseEntity<State> ready() {
    try {
      lobby.sql("select 1").query((row, number) -> row.getInt(1)).single();
    } catch (DataAccessException e) {
      return ResponseEntity.status(503)
          .header("Retry-After", "5")
          .body(new State("notReady", "The database does not answer."));
    }
    if (!Files.isWritable(home.tmp())) {
      return ResponseEntity.status(503)
          .body(new State("notReady", "The home folder cannot be written."));
    }
    return ResponseEntity.ok(new State("ready", ""));
  }
}
