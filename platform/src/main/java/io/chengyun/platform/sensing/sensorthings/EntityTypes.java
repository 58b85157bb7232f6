package io.chengyun.platform.sensing.sensorthings;

import static io.chengyun.platform.sensing.sensorthings.EntityType.Kind.DURATION;
import static io.chengyun.platform.sensing.sensorthings.EntityType.Kind.JSON;
import static io.chengyun.platform.sensing.sensorthings.EntityType.Kind.NUMBER;
import static io.chengyun.platform.sensing.sensorthings.EntityType.Kind.TEXT;
import static io.chengyun.platform.sensing.sensorthings.EntityType.Kind.TIME;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.sensing.SensingRefusal;
import io.chengyun.platform.sensing.sensorthings.EntityType.Field;
import io.chengyun.platform.sensing.sensorthings.EntityType.Key;
import io.chengyun.platform.sensing.sensorthings.EntityType.Link;
import java.util.List;

/** The entities of the standard that this house serves (实体表): a new one is a row here and a table. */
final class EntityTypes {

    static final String DATASTREAMS = "Datastreams";
    static final String OBSERVATIONS = "Observations";
    static final String OBSERVED_PROPERTIES = "ObservedProperties";
    static final String THINGS = "Things";

    private static final String BY_ID = "t.id";

    /** In the order of the service root. */
    static final List<EntityType> ALL = List.of(
            new EntityType(
                    THINGS,
                    "thing",
                    Key.NUMBER,
                    BY_ID,
                    List.of(
                            Field.required("name", TEXT, "name"),
                            Field.of("description", TEXT, "description"),
                            Field.of("properties", JSON, "properties"),
                            Field.taken("code", TEXT, "/properties/code")),
                    // Locations first: a datastream stands where its thing stands.
                    List.of(Link.across("Locations", "thing_id"), Link.many(DATASTREAMS, "thing_id", BY_ID))),
            new EntityType(
                    "Locations",
                    "location",
                    Key.NUMBER,
                    BY_ID,
                    List.of(
                            Field.required("name", TEXT, "name"),
                            Field.of("description", TEXT, "description"),
                            Field.of("encodingType", TEXT, "encoding_type"),
                            Field.required("location", JSON, "location"),
                            Field.of("properties", JSON, "properties")),
                    List.of(Link.across(THINGS, "location_id"))),
            new EntityType(
                    DATASTREAMS,
                    "datastream",
                    Key.NUMBER,
                    BY_ID,
                    List.of(
                            Field.required("name", TEXT, "name"),
                            Field.of("description", TEXT, "description"),
                            Field.of("observationType", TEXT, "observation_type"),
                            Field.shown(
                                    "unitOfMeasurement",
                                    JSON,
                                    "jsonb_build_object('name', t.unit, 'symbol', t.unit, 'definition', null)"),
                            Field.of("properties", JSON, "properties"),
                            Field.taken("unit", TEXT, "/unitOfMeasurement/symbol"),
                            Field.taken("interval_seconds", DURATION, "/properties/interval")),
                    List.of(
                            Link.one("Thing", THINGS, "thing_id"),
                            Link.one("Sensor", "Sensors", "sensor_id"),
                            Link.one("ObservedProperty", OBSERVED_PROPERTIES, "observed_property_id"),
                            Link.many(OBSERVATIONS, "datastream_id", "t.phenomenon_at desc"))),
            new EntityType(
                    "Sensors",
                    "sensor",
                    Key.NUMBER,
                    BY_ID,
                    List.of(
                            Field.required("name", TEXT, "name"),
                            Field.of("description", TEXT, "description"),
                            Field.of("encodingType", TEXT, "encoding_type"),
                            Field.of("metadata", JSON, "metadata"),
                            Field.of("properties", JSON, "properties")),
                    List.of(Link.many(DATASTREAMS, "sensor_id", BY_ID))),
            new EntityType(
                    OBSERVED_PROPERTIES,
                    "observed_property",
                    Key.NUMBER,
                    BY_ID,
                    List.of(
                            Field.required("name", TEXT, "name"),
                            Field.of("definition", TEXT, "definition"),
                            Field.of("description", TEXT, "description"),
                            Field.shown("properties", JSON, "jsonb_build_object('code', t.code)")),
                    List.of(Link.many(DATASTREAMS, "observed_property_id", BY_ID))),
            new EntityType(
                    OBSERVATIONS,
                    "observation",
                    Key.STREAM_AND_TIME,
                    "t.datastream_id, t.phenomenon_at",
                    List.of(
                            Field.shown("phenomenonTime", TIME, "t.phenomenon_at"),
                            Field.shown("result", NUMBER, "t.result"),
                            Field.shown("resultTime", TIME, "null::timestamptz")),
                    List.of(Link.one("Datastream", DATASTREAMS, "datastream_id"))));

    private EntityTypes() {}

    static EntityType get(String set) {
        return ALL.stream()
                .filter(type -> type.set().equals(set))
                .findFirst()
                .orElseThrow(() -> new Refused(
                        SensingRefusal.NO_SUCH_ENTITY,
                        ALL.stream().map(EntityType::set).toList()));
    }
}
