package io.chengyun.platform.sensing.sensorthings.change;

import io.chengyun.platform.sensing.Sensing;
import io.chengyun.platform.sensing.sensorthings.model.EntityId;
import io.chengyun.platform.sensing.sensorthings.model.EntityType;
import io.chengyun.platform.sensing.sensorthings.model.EntityTypes;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Deletes entities with what cannot be without them (级联删除), as the standard's table of integrity says. */
@Service
public class EntityEraser {

    private final JdbcClient jdbc;
    private final EntityKeeper keeper;
    private final ObservationChanges observations;
    private final Sensing sensing;
    private final TransactionTemplate transaction;

    EntityEraser(
            JdbcClient jdbc,
            EntityKeeper keeper,
            ObservationChanges observations,
            Sensing sensing,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.keeper = keeper;
        this.observations = observations;
        this.sensing = sensing;
        this.transaction = transaction;
    }

    public void erase(EntityType type, EntityId id) {
        if (type.set().equals(EntityTypes.OBSERVATIONS)) {
            observations.erase(id);
        } else if (type.set().equals(EntityTypes.FEATURES_OF_INTEREST)) {
            observations.eraseOfFeature(id.number());
        } else {
            transaction.executeWithoutResult(status -> eraseRow(type, id));
        }
    }

    /** Takes back what a request made that was refused after all, the last first. */
    public void undo(Created created) {
        var made = created.made();
        for (int i = made.size() - 1; i >= 0; i--) {
            erase(made.get(i).type(), made.get(i).id());
        }
    }

    private void eraseRow(EntityType type, EntityId id) {
        var streams = keeper.listStreams(type, id);
        if (type.set().equals(EntityTypes.LOCATIONS)) {
            jdbc.sql("""
                            delete from sensing.historical_location where id in (
                                select historical_location_id from sensing.historical_location_place where location_id = ?)
                            """).param(id.number()).update();
            part("thing_location", "location_id", id);
            delete(type.table(), id);
            sensing.changed(streams);
            return;
        }
        streams.forEach(this::eraseStream);
        if (type.set().equals(EntityTypes.THINGS)) {
            part("thing_location", "thing_id", id);
        }
        if (!type.table().equals("datastream")) {
            delete(type.table(), id);
        }
    }

    private void part(String joining, String column, EntityId id) {
        jdbc.sql("delete from sensing.%s where %s = ?".formatted(joining, column))
                .param(id.number())
                .update();
    }

    private void delete(String table, EntityId id) {
        jdbc.sql("delete from sensing." + table + " where id = ?")
                .param(id.number())
                .update();
    }

    /** The row is locked first: a batch that is being written for the stream comes before this, or finds it gone. */
    private void eraseStream(long stream) {
        jdbc.sql("select id from sensing.datastream where id = ? for update")
                .param(stream)
                .query(Long.class)
                .single();
        sensing.close(stream);
        for (var table : List.of("observation_detail", "observation", "latest", "stream_feature", "multi_property")) {
            jdbc.sql("delete from sensing." + table + " where datastream_id = ?")
                    .param(stream)
                    .update();
        }
        delete("datastream", EntityId.of(stream));
    }
}
