package org.shouwen.deed.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.DateSchema;
import io.swagger.v3.oas.models.media.DateTimeSchema;
import io.swagger.v3.oas.models.media.FileSchema;
import io.swagger.v3.oas.models.media.MapSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.PathParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.regex.Pattern;
import org.shouwen.deed.Deed;
import org.shouwen.deed.DeedDesk;
import org.shouwen.deed.Input;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/** What the description of the API says of the deeds, made from what they say of themselves. */
@Component
record DeedDescription(DeedDesk desk) implements OpenApiCustomizer {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    @Override
    public void customise(io.swagger.v3.oas.models.OpenAPI api) {
        desk.all().forEach(deed -> {
            String path = "/api/tickets/{number}/" + deed.path();
            PathItem item = api.getPaths().getOrDefault(path, new PathItem());
            item.setPost(operation(deed, path));
            api.path(path, item);
        });
    }

    private static Operation operation(Deed deed, String path) {
        Operation operation = new Operation()
                .operationId(deed.id())
                .addTagsItem("deeds")
                .summary(deed.summary())
                .description("For " + deed.who().description() + ".")
                .responses(new ApiResponses()
                        .addApiResponse(deed.creates() ? "201" : "200", new ApiResponse().description("done"))
                        .addApiResponse("403", new ApiResponse().description("not yours"))
                        .addApiResponse("404", new ApiResponse().description("no such ticket for you"))
                        .addApiResponse("409", new ApiResponse().description("not possible now"))
                        .addApiResponse("422", new ApiResponse().description("an input is wrong")));
        PLACEHOLDER
                .matcher(path)
                .results()
                .forEach(found -> operation.addParametersItem(
                        new PathParameter().name(found.group(1)).required(true).schema(new StringSchema())));
        if (!deed.inputs().isEmpty()) {
            boolean files = deed.inputs().stream().anyMatch(input -> input.type() == Input.Type.FILES);
            operation.requestBody(new RequestBody()
                    .required(!deed.inputs().stream().allMatch(Input::mayBeLeftOut))
                    .content(new Content()
                            .addMediaType(
                                    files ? "multipart/form-data" : "application/json",
                                    new MediaType().schema(body(deed.inputs())))));
        }
        return operation;
    }

    private static Schema<?> body(List<Input> inputs) {
        Schema<Object> body = new ObjectSchema();
        inputs.forEach(input -> {
            body.addProperty(input.name(), schema(input).description(input.label()));
            if (!input.mayBeLeftOut()) {
                body.addRequiredItem(input.name());
            }
        });
        return body;
    }

    private static Schema<?> schema(Input input) {
        return switch (input.type()) {
            case TEXT, LONG_TEXT, CHOICE -> new StringSchema().maxLength(input.max());
            case MOMENT -> new DateTimeSchema();
            case DATE -> new DateSchema();
            case FLAG -> new BooleanSchema();
            case FILES -> new ArraySchema().items(new FileSchema());
            case DETAILS -> new MapSchema();
        };
    }
}
