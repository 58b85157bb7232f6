package io.chengyun.platform.sensing.registry;

import io.chengyun.kernel.Refusal;

/** Why the registry of devices says no (设备拒绝). */
public enum DeviceRefusal implements Refusal {
    ABSENT("sensing:device-absent", "There is no such device here.", Kind.ABSENT),
    NOT_YOUR_ROLE("sensing:device-not-your-role", "An administrator or a data steward does this.", Kind.NOT_YOURS),
    OUTSIDE(
            "sensing:device-outside",
            "Stand where the device stands: this point is not in your area.",
            Kind.UNACCEPTABLE),
    COMMISSIONED("sensing:device-commissioned", "It is commissioned already: look at its page.", Kind.CONFLICT),
    RETIRED("sensing:device-retired", "Its code belongs to a retired device: use another code.", Kind.CONFLICT),
    NO_STREAMS(
            "sensing:device-no-streams",
            "Nobody registered it: say which properties it observes, by codes of the district's registry.",
            Kind.UNACCEPTABLE);

    private final Words words;

    DeviceRefusal(String code, String advice, Kind kind) {
        this.words = new Words(code, advice, kind);
    }

    @Override
    public Words words() {
        return words;
    }
}
