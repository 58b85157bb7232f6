package io.chengyun.kernel;

/** The house is broken: answered with 503 and retry-after, logged once at the door. */
public final class Fault extends CityException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /**
     * @param code stable code {@code module:problem}, such as {@code journal:database-gone}
     */
    public Fault(String code, Throwable cause) {
        super(code, cause);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
