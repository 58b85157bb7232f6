package io.chengyun.platform.place;

import io.chengyun.kernel.Refusal;

/** Why place says no (图网码拒绝). */
public enum PlaceRefusal implements Refusal {
    NO_SUCH_PROPERTY("place:no-such-property", "Use one of the district's property codes.", Kind.UNACCEPTABLE),
    NO_SUCH_AREA("place:no-such-area", "No area has this code on this date; see the list of areas.", Kind.ABSENT),
    NO_SUCH_LAYER("place:no-such-layer", "Use one of the layers listed.", Kind.ABSENT),
    NOT_ADMINISTRATOR("place:not-administrator", "Only an administrator replaces boundaries.", Kind.NOT_YOURS),
    OUTSIDE("place:outside", "The point lies outside the district on this date.", Kind.ABSENT),
    AREAS_WRONG("place:areas-wrong", "Mend every problem listed and send the whole layer again.", Kind.UNACCEPTABLE),
    FROM_PAST(
            "place:from-past",
            "Boundaries change from today on or later: what was, stays as it was.",
            Kind.UNACCEPTABLE),
    FROM_TOO_EARLY(
            "place:from-too-early",
            "This layer was already replaced from a later date; take a later one.",
            Kind.CONFLICT),
    TOWN_MISSING("place:town-missing", "Unit grids are served town by town: add ?town=.", Kind.UNACCEPTABLE);

    private final Words words;

    PlaceRefusal(String code, String advice, Kind kind) {
        this.words = new Words(code, advice, kind);
    }

    @Override
    public Words words() {
        return words;
    }
}
