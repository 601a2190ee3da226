package org.waymark.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class JsonTest {
  enum Colour {
    RED,
    BLUE
  }

  record Thing(
      String name,
      Integer count,
      BigDecimal amount,
      Double share,
      Boolean open,
      Colour colour,
      LocalDate day,
      Instant at,
      UUID id,
      List<Thing> parts) {
    Thing {
      if (name != null && name.isBlank()) {
        throw new IllegalArgumentException("must not be blank");
      }
    }
  }

  private static FieldError refused(String json) {
    Throwable thrown = catchThrowable(() -> Json.read(json, Thing.class));
    return switch (thrown) {
      case MalformedInput e -> e.errors().getFirst();
      case InvalidInput e -> e.errors().getFirst();
      case null -> throw new AssertionError("was accepted: " + json);
      default -> throw new AssertionError(thrown);
    };
  }

  @Test
  void what_is_right_is_read() {
    Thing thing =
        Json.read(
            """
            {"name":"Łódź 🙂","count":3,"amount":1.10,"share":0.5,"open":true,"colour":"RED","day":"2026-03-31",
             "at":"2026-03-06T16:30:00Z","parts":[{"name":"x"}]}
            """,
            Thing.class);
    assertThat(thing.name()).isEqualTo("Łódź 🙂");
    assertThat(thing.amount()).isEqualTo(new BigDecimal("1.10"));
    assertThat(thing.count()).isEqualTo(3);
    assertThat(Json.write(new Page<>(List.of(Instant.parse("2026-03-06T16:30:00Z")), null)))
        .isEqualTo("{\"items\":[\"2026-03-06T16:30:00Z\"],\"next\":null}");
  }

  @Test
  void an_unknown_key_is_named() {
    assertThat(refused("{\"nam\":\"x\"}").field()).isEqualTo("nam");
    assertThat(refused("{\"parts\":[{},{\"nam\":\"x\"}]}").field()).isEqualTo("parts[1].nam");
  }

  @Test
  void a_key_given_twice_is_named() {
    assertThat(refused("{\"name\":\"x\",\"name\":\"y\"}"))
        .isEqualTo(new FieldError("name", "is given twice; keep one"));
  }

  @Test
  void a_broken_number_is_no_whole_number() {
    assertThat(refused("{\"count\":3.7}"))
        .isEqualTo(new FieldError("count", "must be a whole number"));
    assertThat(refused("{\"parts\":[{\"count\":3.7}]}").field()).isEqualTo("parts[0].count");
  }

  @Test
  void a_text_is_no_number_and_a_number_no_text() {
    assertThat(refused("{\"count\":\"3\"}"))
        .isEqualTo(new FieldError("count", "must be a whole number"));
    assertThat(refused("{\"amount\":\"3\"}"))
        .isEqualTo(new FieldError("amount", "must be a number"));
    assertThat(refused("{\"share\":\"NaN\"}"))
        .isEqualTo(new FieldError("share", "must be a number"));
    assertThat(refused("{\"amount\":\"NaN\"}"))
        .isEqualTo(new FieldError("amount", "must be a number"));
    assertThat(refused("{\"name\":3}")).isEqualTo(new FieldError("name", "must be a text"));
    assertThat(refused("{\"open\":1}")).isEqualTo(new FieldError("open", "must be true or false"));
    assertThat(refused("{\"colour\":0}").field()).isEqualTo("colour");
    assertThat(refused("{\"colour\":\"green\"}").reason()).isEqualTo("must be one of [red, blue]");
    assertThat(refused("{\"day\":\"31.3.2026\"}").reason())
        .isEqualTo("must be a date such as 2026-03-31");
    assertThat(refused("{\"at\":\"yesterday\"}").field()).isEqualTo("at");
    assertThat(refused("{\"id\":\"x\"}")).isEqualTo(new FieldError("id", "must be an id"));
    assertThat(refused("{\"parts\":{}}")).isEqualTo(new FieldError("parts", "must be a list"));
    assertThat(refused("[]").reason()).isEqualTo("must be an object");
  }

  @Test
  void not_a_number_and_infinity_are_no_json() {
    assertThat(refused("{\"amount\":NaN}").field()).isEqualTo("amount");
    assertThat(refused("{\"amount\":Infinity}").field()).isEqualTo("amount");
    assertThat(refused("{\"share\":1e999}").field()).isEqualTo("share");
  }

  @Test
  void texts_a_database_cannot_keep_are_refused() {
    assertThat(refused("{\"name\":\"a\\u0000b\"}").field()).isEqualTo("name");
    assertThat(refused("{\"name\":\"a\\ud83d\"}").reason()).contains("half of a character");
    assertThat(refused("{\"name\":\"\\ude42a\"}").reason()).contains("half of a character");
    assertThat(refused("{\"a\\u0000\":1}").reason()).contains("NUL");
    assertThat(refused("{\"parts\":[{\"name\":\"a\\u0000b\"}]}").field())
        .isEqualTo("parts[0].name");
  }

  @Test
  void endless_nesting_and_endless_digits_are_refused() {
    assertThat(
            catchThrowable(() -> Json.read("[".repeat(5_000) + "]".repeat(5_000), JsonNode.class)))
        .isInstanceOf(MalformedInput.class)
        .hasMessageContaining("nested deeper than 40");
    assertThat(refused("{\"amount\":" + "9".repeat(5_000) + "}").reason())
        .contains("more than 100 digits");
    assertThat(refused("{\"name\":\"" + "x".repeat(1_100_000) + "\"}").reason())
        .contains("1000000 characters");
  }

  @Test
  void broken_json_says_where() {
    assertThat(refused("{\"name\":\"x\"").reason()).contains("not valid JSON");
    assertThat(refused("{\"name\":\"x\"} {}").reason()).isNotEmpty();
    assertThat(refused("").reason()).isNotEmpty();
    assertThat(refused("{'name':1}").reason()).contains("line 1");
  }

  @Test
  void a_rule_of_the_type_is_told_with_its_field() {
    assertThat(refused("{\"parts\":[{\"name\":\" \"}]}"))
        .isEqualTo(new FieldError("parts[0]", "must not be blank"));
  }

  @Test
  void a_tree_is_read_as_strictly() {
    assertThat(catchThrowable(() -> Json.read("{\"a\":{\"b\":1,\"b\":2}}", JsonNode.class)))
        .isInstanceOfSatisfying(
            MalformedInput.class, e -> assertThat(e.errors().getFirst().field()).isEqualTo("a.b"));
    assertThat(catchThrowable(() -> Json.read("{\"a\":\"\\u0000\"}", JsonNode.class)))
        .isInstanceOf(MalformedInput.class);
  }
}
