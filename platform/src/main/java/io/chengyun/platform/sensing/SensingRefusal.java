package io.chengyun.platform.sensing;

import io.chengyun.kernel.Refusal;

/** Why sensing says no (感知拒绝). */
public enum SensingRefusal implements Refusal {
    TOO_LARGE(
            "sensing:too-large",
            "Send less at once: nothing of this was stored; cut it into requests of a few thousand rows.",
            Kind.TOO_LARGE),
    WRONG_UNIT("sensing:wrong-unit", "Send values in the unit that the district's registry gives.", Kind.UNACCEPTABLE),
    UNKNOWN_PROPERTY(
            "sensing:unknown-property",
            "Name an observed property by a code of the district's registry.",
            Kind.UNACCEPTABLE),
    NOWHERE(
            "sensing:nowhere",
            "Give the thing a location with a point before it gets a datastream.",
            Kind.UNACCEPTABLE),
    THING_KNOWN("sensing:thing-known", "Use the thing that already has this code, or another code.", Kind.CONFLICT),
    NO_SUCH_ENTITY("sensing:no-such-entity", "Look at the collection for the ids that exist.", Kind.ABSENT),
    NOT_TAKEN("sensing:not-taken", "Only entities shown as allowed can be created so.", Kind.UNACCEPTABLE),
    DEVICE_UNKNOWN(
            "sensing:device-unknown",
            "Send the device key of this house as Authorization: Bearer.",
            Kind.UNKNOWN_CALLER);

    private final Words words;

    SensingRefusal(String code, String advice, Kind kind) {
        this.words = new Words(code, advice, kind);
    }

    @Override
    public Words words() {
        return words;
    }
}
