package io.chengyun.proof;

/** What was given is not what it should be (不可读): names the part, and what stands there instead. */
public final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param what in words for a person, such as {@code checkpoint: size 007 has leading zeroes} */
    public Unreadable(String what) {
        super(what);
    }

    public Unreadable(String what, Throwable cause) {
        super(what, cause);
    }

    /** What is wrong, in words for a person. */
    public String what() {
        return String.valueOf(getMessage());
    }
}
