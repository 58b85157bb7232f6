package io.chengyun.kernel;

/** What goes wrong in the house: the caller's words, the house's rules, or the house itself. */
public abstract sealed class CityException extends RuntimeException permits Malformed, Refused, Fault {

    private static final long serialVersionUID = 1L;

    CityException(String message) {
        super(message);
    }

    CityException(String message, Throwable cause) {
        super(message, cause);
    }
}
