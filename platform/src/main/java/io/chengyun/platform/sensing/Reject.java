package io.chengyun.platform.sensing;

import io.chengyun.platform.sensing.notation.NumberText;
import org.jspecify.annotations.Nullable;

/** Why a single observation was not stored (退回原因): a value, not an exception, counted by code. */
public enum Reject {
    MALFORMED_ROW(
            "malformed-row", "The row does not have the announced cells, or its time is not ISO 8601 with offset."),
    MISSING("missing", "There is no value: empty, NA or null is never zero."),
    NOT_A_NUMBER("not-a-number", "The value is NaN."),
    INFINITE("infinite", "The value is infinite."),
    NOT_NUMERIC("not-numeric", "The value is text or something else that is no number."),
    UNKNOWN_DATASTREAM("unknown-datastream", "No datastream has this id: register it first."),
    WRONG_UNIT("wrong-unit", "The row's unit is not the datastream's."),
    IN_THE_FUTURE("in-the-future", "The time lies further ahead of the house's clock than allowed."),
    BEFORE_HORIZON("before-horizon", "The time lies further back than the house keeps observations."),
    OUT_OF_RANGE("out-of-range", "The value lies outside the range believable for its property."),
    NOT_YOURS("not-yours", "The sender's credential is another device's: a device writes its own datastreams only."),
    UNKNOWN_TOPIC("unknown-topic", "No observations are taken on this topic."),
    DUPLICATE("duplicate", "This stream has another observation at this time, and keeps that one.");

    private final String code;
    private final String why;

    Reject(String code, String why) {
        this.code = code;
        this.why = why;
    }

    /** Why a value written so is not stored; null if it is a number. */
    public static @Nullable Reject of(NumberText written) {
        return switch (written) {
            case NUMBER -> null;
            case NOTHING -> MISSING;
            case NAN -> NOT_A_NUMBER;
            case INFINITE -> INFINITE;
            case WORDS -> NOT_NUMERIC;
        };
    }

    static Reject ofCode(String code) {
        for (var reject : values()) {
            if (reject.code.equals(code)) {
                return reject;
            }
        }
        throw new IllegalArgumentException("no reject has the code " + code);
    }

    /** Stable code for counters and answers. */
    public String code() {
        return code;
    }

    /** One sentence for the sender. */
    public String why() {
        return why;
    }
}
