package io.chengyun.platform.sensing.sensorthings.answer;

import io.chengyun.platform.sensing.sensorthings.model.EntityId;
import io.chengyun.platform.sensing.sensorthings.model.EntityType;
import io.chengyun.platform.sensing.sensorthings.model.EntityTypes;
import io.chengyun.platform.sensing.sensorthings.model.Link;
import io.chengyun.platform.sensing.sensorthings.search.EntitySearch.Owners;

/** The entities at the end of a link from one entity (关系范围). */
public record Scope(EntityType owner, EntityId id, Link link) {

    public EntityType target() {
        return EntityTypes.get(link.target());
    }

    public Owners owners() {
        return new Owners(owner, link, new Long[] {id.number()}, new Long[] {id.micros()});
    }
}
