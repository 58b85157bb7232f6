package io.chengyun.platform.place;

import io.chengyun.kernel.DomainEvent;
import java.time.Instant;
import java.time.LocalDate;

/** All that can happen to the city's areas (图网码). */
public sealed interface PlaceEvent extends DomainEvent {

    @Override
    LayerEdition now();

    @Override
    default String subject() {
        return now().kind().layer();
    }

    /** 换图: a whole layer was replaced from a day on; every earlier day stays as it was. */
    record AreasReplaced(LayerEdition now, String by, Instant at) implements PlaceEvent {}

    /**
     * One edition of a layer (图层版本).
     *
     * @param from first day on which it holds
     * @param areas how many areas it has
     * @param sha256 digest of the GeoJSON as it is kept, hexadecimal
     */
    record LayerEdition(AreaKind kind, LocalDate from, int areas, String sha256) {}
}
