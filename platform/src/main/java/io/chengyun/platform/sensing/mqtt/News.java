package io.chengyun.platform.sensing.mqtt;

import io.chengyun.platform.sensing.Datastream;
import io.chengyun.platform.sensing.StoredBatch.Reading;
import io.chengyun.platform.sensing.notation.PhenomenonTime;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import tools.jackson.databind.json.JsonMapper;

/** A committed observation on its way to subscribers (观测消息). */
record News(Datastream stream, Reading reading) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** As the subscriber wants to read it. */
    byte[] text(Wanted wanted) {
        var time = reading.at().toString();
        var shown = new LinkedHashMap<String, Object>();
        if (wanted.kind() == Wanted.Kind.COMPACT) {
            shown.put("t", time);
            shown.put("v", reading.value());
        } else {
            shown.put("@iot.id", stream.id() + "-" + PhenomenonTime.micros(reading.at()));
            shown.put("phenomenonTime", time);
            shown.put("resultTime", time);
            shown.put("result", reading.value());
            if (!wanted.select().isEmpty()) {
                shown.keySet().retainAll(wanted.select());
            }
        }
        return JSON.writeValueAsString(shown).getBytes(StandardCharsets.UTF_8);
    }
}
