package org.waymark.goals.web;

import static java.util.Objects.requireNonNull;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;
import org.waymark.goals.GoalWords;
import org.waymark.goals.KeyResultWords;
import org.waymark.goals.Step;

/**
 * Describes changes of goals, key results and steps: any of the fields they were made with, and the
 * version that was read. {@link Patch} reads them as they come, to tell null from left out.
 */
@Component
class GoalsDescribed implements OpenApiCustomizer {
  private static final Map<String, Class<?>> CHANGED =
      Map.of(
          "/api/v1/goals/{id}", GoalWords.class,
          "/api/v1/key-results/{id}", KeyResultWords.class,
          "/api/v1/steps/{id}", Step.Words.class);

  @Override
  public void customise(OpenAPI api) {
    CHANGED.forEach(
        (address, words) -> {
          String name =
              ModelConverters.getInstance(true).read(words).keySet().stream()
                  .findFirst()
                  .orElseThrow();
          Schema<Object> version = new Schema<>();
          version.addType("integer");
          Schema<Object> more = new Schema<>();
          more.addType("object");
          more.addProperty("version", version);
          var content =
              requireNonNull(api.getPaths().get(address), address)
                  .getPatch()
                  .getRequestBody()
                  .getContent();
          requireNonNull(content.get("application/json"), address)
              .schema(
                  new Schema<>()
                      .addAllOfItem(new Schema<>().$ref("#/components/schemas/" + name))
                      .addAllOfItem(more));
        });
  }
}
