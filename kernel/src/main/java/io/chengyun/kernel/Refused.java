package io.chengyun.kernel;

import java.time.Duration;
import java.util.List;

/** Well formed, but the house says no, with a stable code and advice. */
public final class Refused extends CityException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;
    private final transient List<String> allowed;
    private final transient Duration comeAgainIn;

    public Refused(Refusal refusal) {
        this(refusal, List.of());
    }

    /**
     * @param allowed what would be possible instead (action names, codes); shown to the caller
     */
    public Refused(Refusal refusal, List<String> allowed) {
        this(refusal, allowed, Duration.ZERO);
    }

    /**
     * Refuses for now.
     *
     * @param comeAgainIn after which the same may be asked again
     */
    public Refused(Refusal refusal, Duration comeAgainIn) {
        this(refusal, List.of(), comeAgainIn);
    }

    private Refused(Refusal refusal, List<String> allowed, Duration comeAgainIn) {
        super(refusal.code() + ": " + refusal.advice());
        this.refusal = refusal;
        this.allowed = List.copyOf(allowed);
        this.comeAgainIn = comeAgainIn;
    }

    public Refusal refusal() {
        return refusal;
    }

    /** After which the same may be asked again; zero when time changes nothing. */
    public Duration comeAgainIn() {
        return comeAgainIn;
    }

    public List<String> allowed() {
        return allowed;
    }
}
