package io.chengyun.platform.sensing.sensorthings;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Cells of a row that the lean row has no room for (细节单元), as JSON. */
final class Cells {

    /** Components that an observation may have beyond its time and its number. */
    static final Set<String> KNOWN =
            Set.of("resultTime", "resultQuality", "validTime", "FeatureOfInterest", "FeatureOfInterest/id");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ObjectNode values = JSON.objectNode();

    void clear() {
        if (!values.isEmpty()) {
            values.removeAll();
        }
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** The unit among parameters; if nothing else is there, they are no cell. */
    @Nullable
    String settleUnit(String parameters) {
        var sent = values.path(parameters);
        if (sent.size() == (sent.has("unit") ? 1 : 0)) {
            values.remove(parameters);
        }
        return sent.path("unit").isString() ? sent.path("unit").stringValue() : null;
    }

    ObjectNode values() {
        return values;
    }

    /** Takes the value that the parser stands on; afterwards it stands on its end. */
    void take(String name, JsonParser json) {
        var value = read(json);
        if (name.equals("FeatureOfInterest/id")) {
            values.set("FeatureOfInterest", JSON.objectNode().set("@iot.id", value));
        } else {
            values.set(name, value);
        }
    }

    /** The parser itself bounds how deep this goes. */
    private static JsonNode read(JsonParser json) {
        return switch (json.currentToken()) {
            case START_OBJECT -> {
                var object = JSON.objectNode();
                while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                    var name = json.currentName();
                    json.nextToken();
                    object.set(name, read(json));
                }
                yield object;
            }
            case START_ARRAY -> {
                var list = JSON.arrayNode();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    list.add(read(json));
                }
                yield list;
            }
            case VALUE_STRING -> JSON.stringNode(json.getString());
            case VALUE_NUMBER_INT -> JSON.numberNode(json.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> JSON.numberNode(json.getDoubleValue());
            case VALUE_TRUE, VALUE_FALSE -> JSON.booleanNode(json.getBooleanValue());
            default -> JSON.nullNode();
        };
    }
}
