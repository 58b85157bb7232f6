package io.chengyun.kernel;

import java.util.List;

/** Well formed, but the house says no, with a stable code and advice. */
public final class Refused extends CityException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;
    private final transient List<String> allowed;

    public Refused(Refusal refusal) {
        this(refusal, List.of());
    }

    /**
     * @param allowed what would be possible instead (action names, codes); shown to the caller
     */
    public Refused(Refusal refusal, List<String> allowed) {
        super(refusal.code() + ": " + refusal.advice());
        this.refusal = refusal;
        this.allowed = List.copyOf(allowed);
    }

    public Refusal refusal() {
        return refusal;
    }

    public List<String> allowed() {
        return allowed;
    }
}
