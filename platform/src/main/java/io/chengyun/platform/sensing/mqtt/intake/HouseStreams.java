package io.chengyun.platform.sensing.mqtt.intake;

import io.chengyun.platform.sensing.Datastream;
import io.chengyun.platform.sensing.Sensing;
import java.util.Optional;

/** The streams that the house knows (本院数据流), from memory. */
public record HouseStreams(Sensing sensing) implements PublishReader.Streams {

    @Override
    public Optional<Datastream> findStream(long id) {
        return sensing.findStream(id);
    }

    @Override
    public Optional<Datastream> findStream(String thing, String property) {
        return sensing.findStream(thing, property);
    }
}
