package io.chengyun.platform.sensing.sensorthings.change;

import io.chengyun.platform.sensing.Sensing;
import io.chengyun.platform.sensing.table.FeatureStore;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where things stand and stood (位置变迁): whoever changes a thing's locations leaves a historical location. */
@Component
class ThingPlaces {

    private final JdbcClient jdbc;
    private final Sensing sensing;
    private final FeatureStore features;
    private final Clock clock;

    ThingPlaces(JdbcClient jdbc, Sensing sensing, FeatureStore features, Clock clock) {
        this.jdbc = jdbc;
        this.sensing = sensing;
        this.features = features;
        this.clock = clock;
    }

    /** Notes that the thing stands from now on where its locations are; of a thing that stands nowhere there is no place to note. */
    void moved(long thing) {
        jdbc.sql("""
                        with passage as (
                            insert into sensing.historical_location (thing_id, at)
                            select :thing, :now
                            where exists (select from sensing.thing_location where thing_id = :thing)
                            returning id)
                        insert into sensing.historical_location_place (historical_location_id, location_id)
                        select passage.id, tl.location_id from passage, sensing.thing_location tl where tl.thing_id = :thing
                        """)
                .param("thing", thing)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        sensing.changed(sensing.listStreamsOf(thing));
    }

    /** Takes a thing from where it stands, so that it can be put elsewhere. */
    void leave(long thing) {
        jdbc.sql("delete from sensing.thing_location where thing_id = ?")
                .param(thing)
                .update();
    }

    /** The location itself is another now: what was made of it stays as it was, and its things have moved. */
    void replaced(long location, List<Long> streams) {
        features.release(location);
        sensing.changed(streams);
    }
}
