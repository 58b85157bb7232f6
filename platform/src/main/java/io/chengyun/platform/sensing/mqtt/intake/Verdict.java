package io.chengyun.platform.sensing.mqtt.intake;

import io.chengyun.platform.sensing.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a message's sender is told after the commit (回执码).
 *
 * @param code reason code of MQTT 5
 * @param reason reject codes by row; empty when there is nothing to say
 */
public record Verdict(byte code, String reason) {

    public static final byte SUCCESS = 0;
    public static final byte NOT_AUTHORIZED = (byte) 0x87;
    public static final byte TOPIC_NAME_INVALID = (byte) 0x90;
    public static final byte QUOTA_EXCEEDED = (byte) 0x97;
    public static final byte PAYLOAD_FORMAT_INVALID = (byte) 0x99;

    private static final Verdict STORED = new Verdict(SUCCESS, "");
    private static final int NAMED = 10;

    /** The verdicts on letters of one batch, in their order; both lists are in the order of the batch's rows. */
    static List<Verdict> of(List<Letter> letters, Receipt receipt) {
        var verdicts = new ArrayList<Verdict>(letters.size());
        int next = 0;
        var rejected = receipt.rejected();
        for (var letter : letters) {
            int from = next;
            int end = letter.firstRow() + letter.rows();
            while (next < rejected.size() && rejected.get(next).row() <= end) {
                next++;
            }
            verdicts.add(next == from ? STORED : of(letter, rejected.subList(from, next)));
        }
        return verdicts;
    }

    private static Verdict of(Letter letter, List<Receipt.Rejected> rejected) {
        var reasons = rejected.stream()
                .limit(NAMED)
                .map(one -> letter.rows() == 1
                        ? one.why().code()
                        : (one.row() - letter.firstRow()) + "=" + one.why().code())
                .collect(Collectors.joining(", "));
        var whole = letter.rows() == 1
                ? reasons
                : "stored " + (letter.rows() - rejected.size()) + " of " + letter.rows() + ": " + reasons;
        return new Verdict(code(rejected), whole);
    }

    private static byte code(List<Receipt.Rejected> rejected) {
        byte code = SUCCESS;
        for (var one : rejected) {
            switch (one.why()) {
                case NOT_YOURS -> {
                    return NOT_AUTHORIZED;
                }
                case UNKNOWN_TOPIC -> code = TOPIC_NAME_INVALID;
                // It is stored: by an earlier try whose answer got lost, or because it was sent twice.
                case DUPLICATE -> {}
                default -> code = code == SUCCESS ? PAYLOAD_FORMAT_INVALID : code;
            }
        }
        return code;
    }

    /** Nothing is taken from this source now. */
    public static Verdict keptOut(String why) {
        return new Verdict(QUOTA_EXCEEDED, why);
    }

    public boolean isQuota() {
        return code == QUOTA_EXCEEDED;
    }

    public boolean foreign() {
        return code == NOT_AUTHORIZED;
    }
}
