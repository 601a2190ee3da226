package org.waymark.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Style, script and icon under addresses that carry the hash of their content: kept by browsers for
 * a year, and replaced in the moment they change. All files of {@code static/css} are joined into
 * one.
 */
@Controller
public class Assets {
  private static final CacheControl A_YEAR =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  private final Map<String, Asset> byName;
  private final Addresses addresses;

  public Assets() {
    var style =
        new Asset(
            "waymark", "css", MediaType.valueOf("text/css;charset=UTF-8"), joined("css", "css"));
    var script =
        new Asset(
            "waymark",
            "js",
            MediaType.valueOf("text/javascript;charset=UTF-8"),
            joined("js", "js"));
    var icon = new Asset("icon", "svg", MediaType.valueOf("image/svg+xml"), joined("icon", "svg"));
    byName = Map.of(style.name(), style, script.name(), script, icon.name(), icon);
    addresses = new Addresses(style.address(), script.address(), icon.address());
  }

  /** Where the current style, script and icon are. */
  public record Addresses(String style, String script, String icon) {}

  public Addresses addresses() {
    return addresses;
  }

  @GetMapping("/assets/{name}")
  public ResponseEntity<byte[]> asset(@PathVariable String name) {
    var asset = byName.get(name);
    return asset == null
        ? ResponseEntity.notFound().cacheControl(CacheControl.noStore()).build()
        : ResponseEntity.ok().cacheControl(A_YEAR).contentType(asset.type()).body(asset.content());
  }

  private record Asset(String stem, String ending, MediaType type, byte[] content) {
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
