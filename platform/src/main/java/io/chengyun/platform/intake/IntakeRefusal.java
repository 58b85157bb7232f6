package io.chengyun.platform.intake;

import io.chengyun.kernel.Refusal;

/** Why intake says no (诉求拒绝). */
public enum IntakeRefusal implements Refusal {
    ABSENT("intake:absent", "There is no such request here.", Kind.ABSENT),
    NOT_YOUR_ROLE("intake:not-your-role", "Acceptors and commanders take requests in.", Kind.NOT_YOURS),
    NOT_A_STEWARD("intake:not-a-steward", "A data steward erases what is personal.", Kind.NOT_YOURS),
    TOO_MANY_TRIES("intake:too-many-tries", "Too many wrong digits: wait before the next try.", Kind.TOO_OFTEN),
    NO_SUCH_SERVICE("intake:no-such-service", "Name one of the services that are offered.", Kind.UNACCEPTABLE),
    NO_SUCH_ADDRESS(
            "intake:no-such-address",
            "This address is not found in the district: send lat and long as well.",
            Kind.UNACCEPTABLE),
    NO_SUCH_ASSET(
            "intake:no-such-asset",
            "Name the code of a part that is there today, or none: the nearest of the class is taken.",
            Kind.UNACCEPTABLE);

    private final Words words;

    IntakeRefusal(String code, String advice, Kind kind) {
        this.words = new Words(code, advice, kind);
    }

    @Override
    public Words words() {
        return words;
    }
}
