package io.chengyun.platform.sensing.sensorthings.answer;

import io.chengyun.platform.sensing.sensorthings.model.EntityType;
import io.chengyun.platform.sensing.sensorthings.model.EntityTypes;
import io.chengyun.platform.sensing.sensorthings.model.Field;
import io.chengyun.platform.sensing.sensorthings.query.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Observations as arrays of cells, stream by stream (数据数组应答). */
final class DataArrays {

    private static final EntityType OBSERVATION = EntityTypes.get(EntityTypes.OBSERVATIONS);

    private DataArrays() {}

    static List<Map<String, @Nullable Object>> of(List<Entity> observations, Query query, String root) {
        var components = components(query);
        var byStream = new LinkedHashMap<Long, List<Entity>>();
        observations.forEach(one -> byStream.computeIfAbsent(one.id().number(), stream -> new ArrayList<>())
                .add(one));
        var groups = new ArrayList<Map<String, @Nullable Object>>();
        byStream.forEach((stream, rows) -> {
            var group = new LinkedHashMap<String, @Nullable Object>();
            group.put("Datastream@iot.navigationLink", root + "/" + EntityTypes.DATASTREAMS + "(" + stream + ")");
            group.put("components", components);
            group.put("dataArray@iot.count", rows.size());
            group.put(
                    "dataArray",
                    rows.stream().map(row -> cells(row, components)).toList());
            groups.add(group);
        });
        return groups;
    }

    private static List<String> components(Query query) {
        var names = new ArrayList<>(List.of("id"));
        names.addAll(OBSERVATION.shown().stream().map(Field::name).toList());
        if (!query.select().isEmpty()) {
            names.retainAll(query.select());
        }
        return names;
    }

    private static List<@Nullable Object> cells(Entity row, List<String> components) {
        var cells = new ArrayList<@Nullable Object>();
        for (var name : components) {
            cells.add(name.equals("id") ? row.known().value() : row.values().get(name));
        }
        return cells;
    }
}
