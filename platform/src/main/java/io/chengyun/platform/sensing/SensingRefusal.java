package io.chengyun.platform.sensing;

import io.chengyun.kernel.Refusal;

/** Why sensing says no (感知拒绝). */
public enum SensingRefusal implements Refusal {
    TOO_LARGE(
            "sensing:too-large",
            "Send less at once: nothing of this was stored; cut it into requests of a few thousand rows.",
            Kind.TOO_LARGE),
    WRONG_UNIT("sensing:wrong-unit", "Send values in the unit that the district's registry gives.", Kind.UNACCEPTABLE),
    NO_FEATURE(
            "sensing:no-feature",
            "Name a FeatureOfInterest, or give the thing a location, so that it is known what was observed.",
            Kind.CONFLICT),
    THING_KNOWN("sensing:thing-known", "Use the thing that already has this code, or another code.", Kind.CONFLICT),
    NO_SUCH_ENTITY("sensing:no-such-entity", "Look at the collection for the ids that exist.", Kind.ABSENT),
    TOO_LARGE_AN_ANSWER(
            "sensing:too-large-an-answer",
            "Ask for less at once: a smaller $top, here or in $expand.",
            Kind.UNACCEPTABLE),
    TOO_COSTLY(
            "sensing:too-costly",
            "The query takes longer than it may: ask for fewer entities, a shorter time or a smaller area.",
            Kind.UNACCEPTABLE),
    NOT_CHANGED_SO(
            "sensing:not-changed-so",
            "This relation cannot be changed any more: delete and create.",
            Kind.UNACCEPTABLE),
    TIME_TAKEN(
            "sensing:time-taken",
            "Another observation of this stream stands at that time: delete it first, or name another time.",
            Kind.CONFLICT),
    NOT_TAKEN("sensing:not-taken", "Only entities shown as allowed can be created so.", Kind.UNACCEPTABLE),
    SLOW_DOWN(
            "sensing:slow-down",
            "Wait as long as Retry-After says and send again: this source brings more than its rate; nothing was stored.",
            Kind.TOO_OFTEN),
    KEPT_OUT(
            "sensing:kept-out",
            "Mend what this source sends: too much of it was bad, so nothing is taken for a time; an administrator can let it in.",
            Kind.TOO_OFTEN),
    NO_SUCH_SOURCE("sensing:no-such-source", "Look at the accounts for the sources that are kept out.", Kind.ABSENT),
    BATCH_CHANGED(
            "sensing:batch-changed",
            "Rows of this batch were corrected or deleted since: what the digest was made of is not there any more.",
            Kind.CONFLICT),
    NOT_YOUR_OFFICE("sensing:not-your-office", "Ask an administrator to do it.", Kind.NOT_YOURS),
    NOT_A_DEVICES(
            "sensing:not-a-devices",
            "With a device's own token, post observations of its own datastreams; for all else use the house's device key.",
            Kind.NOT_YOURS),
    DEVICE_UNKNOWN(
            "sensing:device-unknown",
            "Send the device key of this house, or the device's own token, as Authorization: Bearer.",
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
