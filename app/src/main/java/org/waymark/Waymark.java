package org.waymark;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The server: starts everything a workspace needs on one machine. */
@SpringBootApplication
public class Waymark {
  public static void main(String[] args) {
    SpringApplication.run(Waymark.class, args);
  }
}
