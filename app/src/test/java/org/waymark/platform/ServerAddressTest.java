package org.waymark.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** Behind a proxy with TLS the server is told how people know it. */
class ServerAddressTest {
  private final MockHttpServletRequest asked = new MockHttpServletRequest("GET", "/calendar/x.ics");

  @Test
  void addresses_that_are_handed_out_are_those_of_the_proxy_and_cookies_are_secure() {
    ServerAddress address = told("https://goals.example.org/");
    assertThat(address.of(asked)).isEqualTo("https://goals.example.org");
    assertThat(address.isSecure(asked)).isTrue();
    assertThat(told("https://goals.example.org:8443").of(asked))
        .isEqualTo("https://goals.example.org:8443");
    assertThat(told("http://goals.local").isSecure(asked)).isFalse();
  }

  @Test
  void untold_it_is_what_was_asked_for() {
    ServerAddress address = new ServerAddress(Settings.from(Map.of()));
    assertThat(address.of(asked)).isEqualTo("http://localhost");
    assertThat(address.isSecure(asked)).isFalse();
    asked.setScheme("https");
    asked.setSecure(true);
    asked.setServerPort(443);
    assertThat(address.of(asked)).isEqualTo("https://localhost");
    assertThat(address.isSecure(asked)).isTrue();
  }

  @Test
  void what_is_no_address_of_a_server_keeps_it_from_starting() {
    for (String odd :
        new String[] {
          "goals.example.org",
          "ftp://goals.example.org",
          "https://goals.example.org/waymark",
          "https://ada@goals.example.org",
          "https://goals.example.org?x",
          "https:// goals"
        }) {
      assertThatThrownBy(() -> told(odd))
          .as(odd)
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("WAYMARK_URL");
    }
  }

  private static ServerAddress told(String url) {
    return new ServerAddress(Settings.from(Map.of("WAYMARK_URL", url)));
  }
}
