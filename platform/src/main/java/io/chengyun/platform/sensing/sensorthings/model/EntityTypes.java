package io.chengyun.platform.sensing.sensorthings.model;

import static io.chengyun.platform.sensing.sensorthings.model.Field.Kind.DURATION;
import static io.chengyun.platform.sensing.sensorthings.model.Field.Kind.JSON;
import static io.chengyun.platform.sensing.sensorthings.model.Field.Kind.PLACE;
import static io.chengyun.platform.sensing.sensorthings.model.Field.Kind.RESULT;
import static io.chengyun.platform.sensing.sensorthings.model.Field.Kind.TEXT;
import static io.chengyun.platform.sensing.sensorthings.model.Field.Kind.TIME;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.sensing.SensingRefusal;
import io.chengyun.platform.sensing.sensorthings.model.EntityType.Key;
import io.chengyun.platform.sensing.sensorthings.model.Field.Need;
import io.chengyun.platform.sensing.sensorthings.model.Link.Joining;
import java.util.List;

/** The entities of the standard that this house serves (实体表): a new one is a row here and a table. */
public final class EntityTypes {

    public static final String DATASTREAMS = "Datastreams";
    public static final String FEATURES_OF_INTEREST = "FeaturesOfInterest";
    public static final String HISTORICAL_LOCATIONS = "HistoricalLocations";
    public static final String LOCATIONS = "Locations";
    public static final String MULTI_DATASTREAMS = "MultiDatastreams";
    public static final String OBSERVATIONS = "Observations";
    public static final String OBSERVED_PROPERTIES = "ObservedProperties";
    public static final String SENSORS = "Sensors";
    public static final String THINGS = "Things";

    private static final String BY_ID = "{t}.id";
    private static final String NEWEST_FIRST = "{t}.phenomenon_at desc";

    /** Of many streams at once: as the key lies, so that a page is read and not all of them sorted. */
    private static final String NEWEST_FIRST_BY_STREAM = "{t}.datastream_id desc, {t}.phenomenon_at desc";

    /** The feature an observation names, or else the one its stream looked at when it was stored. */
    private static final String FEATURE_OF_OBSERVATION = "coalesce({t}_d.feature_id, ("
            + "select f.feature_id from sensing.stream_feature f where f.datastream_id = {t}.datastream_id"
            + " and f.since <= {t}.stored_at order by f.since desc limit 1))";

    private static final String OBSERVATIONS_OF_FEATURE = "{t}.datastream_id in ("
            + "select f.datastream_id from sensing.stream_feature f where f.feature_id = {n}"
            + " union all select d.datastream_id from sensing.observation_detail d where d.feature_id = {n})"
            + " and " + FEATURE_OF_OBSERVATION + " = {n}";

    private static final EntityType THING = new EntityType(
            THINGS,
            "thing",
            "sensing.thing {t}",
            Key.NUMBER,
            BY_ID,
            List.of(
                    Field.required("name", TEXT, "name"),
                    Field.usual("description", TEXT, "description"),
                    Field.sparse("properties", JSON, "properties"),
                    Field.taken("code", TEXT, "/properties/code")),
            // Locations first: a datastream stands where its thing stands.
            List.of(
                    Link.across(LOCATIONS, BY_ID, new Joining("thing_location", "thing_id", "location_id")),
                    Link.many(HISTORICAL_LOCATIONS, "{t}.thing_id = {n}", "{t}.at desc, {t}.id desc", "thing_id"),
                    Link.many(DATASTREAMS, "thing_id"),
                    Link.many(MULTI_DATASTREAMS, "thing_id")));

    private static final EntityType LOCATION = new EntityType(
            LOCATIONS,
            "location",
            "sensing.location {t}",
            Key.NUMBER,
            BY_ID,
            List.of(
                    Field.required("name", TEXT, "name"),
                    Field.usual("description", TEXT, "description"),
                    Field.usual("encodingType", TEXT, "encoding_type"),
                    Field.required("location", PLACE, "location"),
                    Field.sparse("properties", JSON, "properties")),
            List.of(
                    Link.across(THINGS, BY_ID, new Joining("thing_location", "location_id", "thing_id")),
                    Link.across(
                            HISTORICAL_LOCATIONS,
                            "{t}.at desc, {t}.id desc",
                            new Joining("historical_location_place", "location_id", "historical_location_id"))));

    private static final EntityType HISTORICAL_LOCATION = new EntityType(
            HISTORICAL_LOCATIONS,
            "historical_location",
            "sensing.historical_location {t}",
            Key.NUMBER,
            BY_ID,
            List.of(Field.required("time", TIME, "at")),
            List.of(
                    Link.one("Thing", THINGS, "thing_id"),
                    Link.across(
                            LOCATIONS,
                            BY_ID,
                            new Joining("historical_location_place", "historical_location_id", "location_id"))));

    private static final EntityType DATASTREAM = new EntityType(
            DATASTREAMS,
            "datastream",
            "(select * from sensing.datastream where not multi) {t}",
            Key.NUMBER,
            BY_ID,
            Streams.fields(List.of(
                    Field.shown("unitOfMeasurement", JSON, Streams.UNIT, Need.USUAL),
                    Field.taken("unit_of_measurement", JSON, "/unitOfMeasurement"),
                    Field.taken("unit", TEXT, "/unitOfMeasurement/symbol"),
                    Field.taken("interval_seconds", DURATION, "/properties/interval"))),
            List.of(
                    Link.one("Thing", THINGS, "thing_id"),
                    Link.one("Sensor", SENSORS, "sensor_id"),
                    Link.one("ObservedProperty", OBSERVED_PROPERTIES, "observed_property_id"),
                    Link.many(OBSERVATIONS, "{t}.datastream_id = {n}", NEWEST_FIRST, "datastream_id")));

    private static final EntityType MULTI_DATASTREAM = new EntityType(
            MULTI_DATASTREAMS,
            "datastream",
            "(select * from sensing.datastream where multi) {t}",
            Key.NUMBER,
            BY_ID,
            Streams.fields(List.of(
                    Field.required("multiObservationDataTypes", JSON, "data_types"),
                    Field.required("unitOfMeasurements", JSON, "unit_of_measurement"))),
            List.of(
                    Link.one("Thing", THINGS, "thing_id"),
                    Link.one("Sensor", SENSORS, "sensor_id"),
                    Link.across(
                            OBSERVED_PROPERTIES,
                            "(select min(x.rank) from sensing.multi_property x where x.datastream_id = {n}"
                                    + " and x.observed_property_id = {t}.id), {t}.id",
                            new Joining("multi_property", "datastream_id", "observed_property_id")),
                    Link.many(OBSERVATIONS, "{t}.datastream_id = {n}", NEWEST_FIRST, "datastream_id")));

    private static final EntityType SENSOR = new EntityType(
            SENSORS,
            "sensor",
            "sensing.sensor {t}",
            Key.NUMBER,
            BY_ID,
            List.of(
                    Field.required("name", TEXT, "name"),
                    Field.usual("description", TEXT, "description"),
                    Field.usual("encodingType", TEXT, "encoding_type"),
                    Field.usual("metadata", JSON, "metadata"),
                    Field.sparse("properties", JSON, "properties")),
            List.of(Link.many(DATASTREAMS, "sensor_id"), Link.many(MULTI_DATASTREAMS, "sensor_id")));

    private static final EntityType OBSERVED_PROPERTY = new EntityType(
            OBSERVED_PROPERTIES,
            "observed_property",
            "sensing.observed_property {t}",
            Key.NUMBER,
            BY_ID,
            List.of(
                    Field.required("name", TEXT, "name"),
                    Field.required("definition", TEXT, "definition"),
                    Field.usual("description", TEXT, "description"),
                    Field.shown("properties", JSON, Streams.PROPERTIES_WITH_CODE, Need.SPARSE),
                    Field.taken("properties", JSON, "/properties")),
            List.of(
                    Link.many(DATASTREAMS, "observed_property_id"),
                    Link.across(
                            MULTI_DATASTREAMS,
                            BY_ID,
                            new Joining("multi_property", "observed_property_id", "datastream_id"))));

    private static final EntityType OBSERVATION = new EntityType(
            OBSERVATIONS,
            "observation",
            "sensing.observation {t} left join sensing.observation_detail {t}_d"
                    + " on {t}_d.datastream_id = {t}.datastream_id and {t}_d.phenomenon_at = {t}.phenomenon_at",
            Key.STREAM_AND_TIME,
            "{t}.datastream_id, {t}.phenomenon_at",
            List.of(
                    Field.period("phenomenonTime", "{t}.phenomenon_at", "{t}_d.phenomenon_end", Need.USUAL),
                    Field.shown("result", RESULT, Streams.RESULT, Need.USUAL),
                    Field.shown("resultTime", TIME, "{t}_d.result_at", Need.USUAL),
                    Field.shown("resultQuality", JSON, "{t}_d.quality", Need.SPARSE),
                    Field.period("validTime", "{t}_d.valid_from", "{t}_d.valid_to", Need.SPARSE),
                    Field.shown("parameters", JSON, "{t}_d.parameters", Need.SPARSE)),
            List.of(
                    Link.one("Datastream", DATASTREAMS, "datastream_id"),
                    Link.one("MultiDatastream", MULTI_DATASTREAMS, "datastream_id"),
                    Link.one("FeatureOfInterest", FEATURES_OF_INTEREST, FEATURE_OF_OBSERVATION, "feature_id")));

    private static final EntityType FEATURE_OF_INTEREST = new EntityType(
            FEATURES_OF_INTEREST,
            "feature",
            "sensing.feature {t}",
            Key.NUMBER,
            BY_ID,
            List.of(
                    Field.required("name", TEXT, "name"),
                    Field.usual("description", TEXT, "description"),
                    Field.required("encodingType", TEXT, "encoding_type"),
                    Field.required("feature", PLACE, "feature"),
                    Field.sparse("properties", JSON, "properties")),
            List.of(Link.many(OBSERVATIONS, OBSERVATIONS_OF_FEATURE, NEWEST_FIRST_BY_STREAM, "feature_id")));

    /** In the order of the service root. */
    public static final List<EntityType> ALL = List.of(
            THING,
            LOCATION,
            HISTORICAL_LOCATION,
            DATASTREAM,
            MULTI_DATASTREAM,
            SENSOR,
            OBSERVED_PROPERTY,
            OBSERVATION,
            FEATURE_OF_INTEREST);

    private EntityTypes() {}

    public static EntityType get(String set) {
        return ALL.stream()
                .filter(type -> type.set().equals(set))
                .findFirst()
                .orElseThrow(() -> new Refused(
                        SensingRefusal.NO_SUCH_ENTITY,
                        ALL.stream().map(EntityType::set).toList()));
    }
}
