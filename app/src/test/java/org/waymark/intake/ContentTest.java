package org.waymark.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ContentTest {

  @Test
  void the_same_content_under_another_unit_or_none_is_another_content() {
    UUID content = UUID.fromString("0e2f7a4c-93f1-4c5d-8a1b-6d8e2f7c9b10");
    Set<UUID> met = new HashSet<>();
    assertThat(met.add(Content.under(content, null))).isTrue();
    for (int unit = 0; unit < 100_000; unit++) {
      assertThat(met.add(Content.under(content, unit))).isTrue();
    }
    assertThat(Content.under(content, 7)).isEqualTo(Content.under(content, 7));
  }
}
