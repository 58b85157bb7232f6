package io.chengyun.kernel;

/** Why we say no: each module has one enum of these, with stable codes and advice. */
public interface Refusal {

    Words words();

    /** Stable code {@code module:problem}, such as {@code casework:not-allowed-now}. */
    default String code() {
        return words().code();
    }

    /** What the caller can do about it, one sentence. */
    default String advice() {
        return words().advice();
    }

    default Kind kind() {
        return words().kind();
    }

    /** All that a refusal says. */
    record Words(String code, String advice, Kind kind) {}

    /** How the refusal is answered over HTTP. */
    enum Kind {
        /** 401: nobody is signed in. */
        UNKNOWN_CALLER(401),
        /** 403: signed in, but not for this. */
        NOT_YOURS(403),
        /** 404: absent, or outside the caller's scope, which must look the same. */
        ABSENT(404),
        /** 409: the thing's state does not allow it now. */
        CONFLICT(409),
        /** 413: more than the house takes at once. */
        TOO_LARGE(413),
        /** 422: understood and wrong. */
        UNACCEPTABLE(422),
        /** 429: too often in too short a time. */
        TOO_OFTEN(429);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }
}
