package org.waymark.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.waymark.access.OpenToAll;
import org.waymark.platform.NotFound;

/**
 * Style, script and icon under addresses that carry the hash of their content: kept by browsers for
 * a year, and replaced in the moment they change. All files of {@code static/css} are joined into
 * one.
 */
@Controller
@OpenToAll
public class Assets {
  private static final String A_YEAR = "public, max-age=31536000, immutable";

  private final Map<String, Asset> byName;
  private final Addresses addresses;

  public Assets() {
    var style = new Asset("waymark", "css", "text/css;charset=UTF-8", joined("css", "css"));
    var script = new Asset("waymark", "js", "text/javascript;charset=UTF-8", joined("js", "js"));
    var icon = new Asset("icon", "svg", "image/svg+xml", joined("icon", "svg"));
    byName = Map.of(style.name(), style, script.name(), script, icon.name(), icon);
    addresses = new Addresses(style.address(), script.address(), icon.address());
  }

  /** Where the current style, script and icon are. */
  public record Addresses(String style, String script, String icon) {}

  public Addresses addresses() {
    return addresses;
  }

  @GetMapping("/assets/{name}")
  void asset(@PathVariable String name, HttpServletResponse response) throws IOException {
    var asset = asset(name).orElseThrow(() -> new NotFound("file"));
    response.setHeader(HttpHeaders.CACHE_CONTROL, A_YEAR);
    response.setContentType(asset.type());
    response.setContentLength(asset.content().length);
    response.getOutputStream().write(asset.content());
  }

  /** The file of this name, hash included. */
  public Optional<Asset> asset(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** One file as it is served. */
  public record Asset(String stem, String ending, String type, byte[] content) {
    String name() {
      return stem + "." + hash().substring(0, 16) + "." + ending;
    }

    String address() {
      return "/assets/" + name();
    }

    private String hash() {
      try {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
      } catch (NoSuchAlgorithmException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
  }

  private static byte[] joined(String folder, String ending) {
    try {
      var files =
          new PathMatchingResourcePatternResolver()
              .getResources("classpath:/static/" + folder + "/*." + ending);
      return Arrays.stream(files)
          .sorted(Comparator.comparing(file -> String.valueOf(file.getFilename())))
          .map(Assets::text)
          .collect(Collectors.joining("\n"))
          .getBytes(StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String text(Resource file) {
    try {
      return file.getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
