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
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.waymark.access.OpenToAll;
import org.waymark.platform.NotFound;

/**
 * Style, scripts and icon under addresses that carry the hash of their content: kept by browsers
 * for a year, and replaced in the moment they change. All files of {@code static/css} are joined
 * into one, and so are those of {@code static/js}; what reads values off charts is a script of its
 * own, fetched only by pages that have one.
 */
@Controller
@OpenToAll
public class Assets {
  private static final String A_YEAR = "public, max-age=31536000, immutable";

  private final Map<String, Asset> byName;
  private final Addresses addresses;

  public Assets() {
    var style = style(files("css", "css") + inLayer("vendor", files("vendor/uplot", "css")));
    var script = script("waymark", files("js", "js"));
    var charts = script("charts", files("vendor/uplot", "js") + files("js/charts", "js"));
    var icon = new Asset("icon", "svg", "image/svg+xml", bytes(files("icon", "svg")));
    byName =
        Stream.of(style, script, charts, icon)
            .collect(Collectors.toMap(Asset::name, Function.identity()));
    addresses = new Addresses(style.address(), script.address(), charts.address(), icon.address());
  }

  /** Where the current style, scripts and icon are. */
  public record Addresses(String style, String script, String charts, String icon) {}

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

  private static Asset style(String text) {
    return new Asset("waymark", "css", "text/css;charset=UTF-8", bytes(text));
  }

  private static Asset script(String stem, String text) {
    return new Asset(stem, "js", "text/javascript;charset=UTF-8", bytes(text));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String inLayer(String layer, String style) {
    return "@layer " + layer + " {\n" + style + "}\n";
  }

  /** All files of a folder with this ending, one after the other, by name. */
  private static String files(String folder, String ending) {
    try {
      var files =
          new PathMatchingResourcePatternResolver()
              .getResources("classpath:/static/" + folder + "/*." + ending);
      return Arrays.stream(files)
          .sorted(Comparator.comparing(file -> String.valueOf(file.getFilename())))
          .map(Assets::text)
          .map(text -> text.endsWith("\n") ? text : text + "\n")
          .collect(Collectors.joining());
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
