package org.waymark.platform;

import java.io.DataInput;
import java.io.InputStream;
import java.io.Reader;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.SerializableString;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.io.IOContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.util.JsonParserDelegate;

/**
 * Reads JSON whose texts a database can keep: no NUL, no half of a surrogate pair, no key twice,
 * nothing nested without end.
 */
final class StrictJsonFactory extends JsonFactory {
  private static final long serialVersionUID = 1L;
  static final int MAX_DEPTH = 40;
  static final int MAX_TEXT = 1_000_000;
  static final int MAX_DIGITS = 100;

  /** Four digits of exponent or more: written out, such a number fills the memory. */
  private static final Pattern FAR = Pattern.compile("[eE][+-]?0*[1-9]\\d{3}");

  StrictJsonFactory() {
    super(
        (JsonFactoryBuilder)
            JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .streamReadConstraints(
                    StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxStringLength(MAX_TEXT)
                        .maxNameLength(1_000)
                        .maxNumberLength(MAX_DIGITS)
                        .build()));
  }

  private StrictJsonFactory(StrictJsonFactory other) {
    super(other);
  }

  @Override
  public StrictJsonFactory copy() {
    return new StrictJsonFactory(this);
  }

  @Override
  public TokenStreamFactory snapshot() {
    return this;
  }

  @Override
  protected JsonParser _createParser(ObjectReadContext reading, IOContext context, InputStream in) {
    return new Checked(super._createParser(reading, context, in));
  }

  @Override
  protected JsonParser _createParser(ObjectReadContext reading, IOContext context, Reader in) {
    return new Checked(super._createParser(reading, context, in));
  }

  @Override
  protected JsonParser _createParser(
      ObjectReadContext reading,
      IOContext context,
      char[] data,
      int offset,
      int length,
      boolean recyclable) {
    return new Checked(super._createParser(reading, context, data, offset, length, recyclable));
  }

  @Override
  protected JsonParser _createParser(
      ObjectReadContext reading, IOContext context, byte[] data, int offset, int length) {
    return new Checked(super._createParser(reading, context, data, offset, length));
  }

  @Override
  protected JsonParser _createParser(ObjectReadContext reading, IOContext context, DataInput in) {
    return new Checked(super._createParser(reading, context, in));
  }

  /** Looks at every name and text as it passes. */
  private static final class Checked extends JsonParserDelegate {
    Checked(JsonParser parser) {
      super(parser);
    }

    @Override
    public @Nullable JsonToken nextToken() {
      return checked(super.nextToken());
    }

    @Override
    public @Nullable JsonToken nextValue() {
      return checked(super.nextValue());
    }

    @Override
    public @Nullable String nextName() {
      String name = super.nextName();
      checked(currentToken());
      return name;
    }

    @Override
    public boolean nextName(SerializableString wanted) {
      boolean found = super.nextName(wanted);
      checked(currentToken());
      return found;
    }

    @Override
    public int nextNameMatch(PropertyNameMatcher matcher) {
      int match = super.nextNameMatch(matcher);
      checked(currentToken());
      return match;
    }

    private @Nullable JsonToken checked(@Nullable JsonToken token) {
      if (token == JsonToken.VALUE_STRING || token == JsonToken.PROPERTY_NAME) {
        String trouble = trouble(getString());
        if (trouble != null) {
          throw new StreamReadException(this, trouble);
        }
      } else if (token == JsonToken.VALUE_NUMBER_FLOAT && FAR.matcher(getString()).find()) {
        throw new StreamReadException(this, "holds a number beyond 1e999 or within 1e-999 of zero");
      }
      return token;
    }
  }

  /** What is wrong with a text, or null. */
  static @Nullable String trouble(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return "holds a NUL character; remove it";
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return "holds half of a character (a lone surrogate); send valid Unicode";
      }
    }
    return null;
  }
}
