package io.chengyun.platform.sensing.sensorthings.model;

import static io.chengyun.platform.sensing.sensorthings.model.Field.Kind.JSON;
import static io.chengyun.platform.sensing.sensorthings.model.Field.Kind.PLACE;
import static io.chengyun.platform.sensing.sensorthings.model.Field.Kind.TEXT;

import io.chengyun.platform.sensing.sensorthings.model.Field.Need;
import java.util.ArrayList;
import java.util.List;

/** What datastreams of both kinds show, and the longer pieces of SQL round them (数据流字段). */
final class Streams {

    static final String UNIT = "case when {t}.unit_of_measurement is null"
            + " then jsonb_build_object('name', {t}.unit, 'symbol', {t}.unit, 'definition', null)"
            + " else {t}.unit_of_measurement || jsonb_build_object('symbol', {t}.unit) end";

    static final String PROPERTIES_WITH_CODE = "case when {t}.code is null then {t}.properties"
            + " else coalesce({t}.properties, '{}') || jsonb_build_object('code', {t}.code) end";

    /** What is no number stands beside the lean row. */
    static final String RESULT = "coalesce({t}_d.result, to_jsonb(nullif({t}.result, 'NaN')))";

    private static final String FIRST = "(select o.phenomenon_at from sensing.observation o"
            + " where o.datastream_id = {t}.id order by o.phenomenon_at limit 1)";
    private static final String LAST = "(select n.phenomenon_at from sensing.latest n where n.datastream_id = {t}.id)";
    private static final String FIRST_RESULT = "(select min(d.result_at) from sensing.observation_detail d"
            + " where d.datastream_id = {t}.id and d.result_at is not null)";
    private static final String LAST_RESULT = "(select max(d.result_at) from sensing.observation_detail d"
            + " where d.datastream_id = {t}.id and d.result_at is not null)";

    private Streams() {}

    /** The fields of both kinds, with those that only one has. */
    static List<Field> fields(List<Field> own) {
        var fields = new ArrayList<>(List.of(
                Field.required("name", TEXT, "name"),
                Field.usual("description", TEXT, "description"),
                Field.usual("observationType", TEXT, "observation_type")));
        fields.addAll(own);
        fields.addAll(List.of(
                Field.sparse("observedArea", PLACE, "observed_area"),
                Field.period("phenomenonTime", FIRST, LAST, Need.SPARSE),
                Field.period("resultTime", FIRST_RESULT, LAST_RESULT, Need.SPARSE),
                Field.sparse("properties", JSON, "properties")));
        return List.copyOf(fields);
    }
}
