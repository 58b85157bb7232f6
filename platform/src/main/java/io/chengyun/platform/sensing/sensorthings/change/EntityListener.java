package io.chengyun.platform.sensing.sensorthings.change;

import io.chengyun.platform.sensing.sensorthings.model.EntityId;
import io.chengyun.platform.sensing.sensorthings.model.EntityType;

/**
 * Hears that an entity is new or changed (实体监听): called inside the transaction that writes it, so what it does with that
 * waits for the commit, and it is quick.
 */
public interface EntityListener {

    void onWritten(EntityType type, EntityId id);
}
