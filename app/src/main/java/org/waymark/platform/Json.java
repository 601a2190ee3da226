package org.waymark.platform;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.exc.IgnoredPropertyException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/** The one way JSON is read and written: nothing is guessed, and what is refused is named. */
public final class Json {
  private static final JsonMapper MAPPER = build();

  private Json() {}

  /** The strict mapper; the same one that reads request bodies. */
  public static JsonMapper mapper() {
    return MAPPER;
  }

  /**
   * Reads a value.
   *
   * @throws MalformedInput or {@link InvalidInput} naming the field
   */
  public static <T> T read(String json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JacksonException e) {
      throw explain(e);
    }
  }

  public static String write(@Nullable Object value) {
    return MAPPER.writeValueAsString(value);
  }

  private static JsonMapper build() {
    SimpleModule exactNumbers = new SimpleModule("exact numbers");
    exactNumbers.addDeserializer(Double.class, new ExactDouble());
    exactNumbers.addDeserializer(double.class, new ExactDouble());
    return JsonMapper.builder(new StrictJsonFactory())
        .addModule(exactNumbers)
        .enable(
            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
            DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
            DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
            DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .withCoercionConfig(
            LogicalType.Textual,
            text ->
                text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
        .disable(
            DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS,
            DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
        .build();
  }

  /**
   * What the sender of unreadable JSON is told: the field and the reason, never a class of ours.
   */
  public static RuntimeException explain(JacksonException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidInput
          || cause instanceof MalformedInput
          || cause instanceof TooLarge) {
        return (RuntimeException) cause;
      }
      if (cause instanceof IllegalArgumentException && cause.getMessage() != null) {
        return InvalidInput.of(field(e), cause.getMessage());
      }
    }
    String field = field(e);
    String reason =
        switch (e) {
          case UnrecognizedPropertyException unknown -> {
            field = join(field, unknown.getPropertyName());
            yield "is not a known key here; remove it or correct its spelling";
          }
          case IgnoredPropertyException ignored -> "cannot be set";
          case InvalidFormatException format
              when format.getTargetType() != null && format.getTargetType().isEnum() ->
              "must be one of "
                  + List.of(format.getTargetType().getEnumConstants())
                      .toString()
                      .toLowerCase(Locale.ROOT);
          case InvalidFormatException format -> "must be " + kind(format.getTargetType());
          case MismatchedInputException mismatch when mismatch.getTargetType() != null ->
              "must be " + kind(mismatch.getTargetType());
          case StreamConstraintsException bound -> bound(bound);
          default -> sentence(e);
        };
    return new MalformedInput(
        field.isEmpty() ? "The JSON " + reason : field + " " + reason,
        List.of(new FieldError(field, reason)));
  }

  private static String bound(StreamConstraintsException e) {
    String message = String.valueOf(e.getOriginalMessage());
    if (message.contains("nesting depth")) {
      return "is nested deeper than " + StrictJsonFactory.MAX_DEPTH + " levels";
    }
    if (message.contains("Number")) {
      return "holds a number of more than " + StrictJsonFactory.MAX_DIGITS + " digits";
    }
    return "holds a text of more than " + StrictJsonFactory.MAX_TEXT + " characters";
  }

  private static String sentence(JacksonException e) {
    String message = String.valueOf(e.getOriginalMessage());
    if (message.startsWith("Duplicate Object property")) {
      return "is given twice; keep one";
    }
    if (message.startsWith("holds ")) {
      return message;
    }
    if (message.startsWith("Non-standard token")) {
      return "holds NaN or Infinity, which are not JSON; leave the field out or send null";
    }
    int line = e.getLocation() == null ? -1 : e.getLocation().getLineNr();
    int column = e.getLocation() == null ? -1 : e.getLocation().getColumnNr();
    return "is not valid JSON" + (line > 0 ? " at line " + line + ", column " + column : "");
  }

  private static String kind(@Nullable Class<?> type) {
    if (type == null) {
      return "another kind of value";
    }
    return switch (type.getSimpleName()) {
      case "int", "Integer", "long", "Long", "short", "Short", "BigInteger" -> "a whole number";
      case "double", "Double", "BigDecimal", "float", "Float" -> "a number";
      case "boolean", "Boolean" -> "true or false";
      case "String" -> "a text";
      case "UUID" -> "an id";
      case "Instant", "OffsetDateTime" -> "an instant such as 2026-03-06T16:30:00Z";
      case "LocalDate" -> "a date such as 2026-03-31";
      case "Duration" -> "a duration such as PT4H";
      case "ZoneId" -> "a time zone such as Europe/Berlin";
      case "List", "Set", "Collection", "ArrayList", "HashSet" -> "a list";
      default -> type.isArray() ? "a list" : "an object";
    };
  }

  /** The path to what is wrong, such as {@code items[2].score}. */
  private static String field(JacksonException e) {
    StringBuilder path = new StringBuilder();
    if (!(e instanceof DatabindException)
        && e.processor() instanceof JsonParser parser
        && parser.streamReadContext() != null) {
      // the reader knows better where it is than the object it fills
      append(path, parser.streamReadContext());
      return path.toString();
    }
    for (JacksonException.Reference step : e.getPath()) {
      if (e instanceof UnrecognizedPropertyException unknown
          && step == e.getPath().getLast()
          && unknown.getPropertyName().equals(step.getPropertyName())) {
        break;
      }
      append(path, step.getPropertyName(), step.getIndex());
    }
    return path.toString();
  }

  private static void append(StringBuilder path, @Nullable TokenStreamContext context) {
    if (context == null || context.inRoot()) {
      return;
    }
    append(path, context.getParent());
    append(path, context.currentName(), context.getCurrentIndex());
  }

  private static void append(StringBuilder path, @Nullable String name, int index) {
    if (name != null) {
      path.append(path.isEmpty() ? "" : ".").append(name);
    } else if (index >= 0) {
      path.append('[').append(index).append(']');
    }
  }

  private static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** A number written as a number; the text "NaN" is none. */
  private static final class ExactDouble extends StdScalarDeserializer<Double> {
    ExactDouble() {
      super(Double.class);
    }

    @Override
    public @Nullable Double deserialize(JsonParser parser, DeserializationContext context) {
      JsonToken token = parser.currentToken();
      if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
        double value = parser.getDoubleValue();
        if (Double.isFinite(value)) {
          return value;
        }
      }
      return (Double) context.handleUnexpectedToken(Double.class, parser);
    }
  }
}
