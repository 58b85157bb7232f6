package io.chengyun.platform.casework.inbox;

import io.chengyun.kernel.Malformed;
import java.util.Arrays;

/** A folder of the inbox (收件箱分类). */
public enum InboxFolder {
    /** 我的: assigned to the person who asks. */
    MINE,
    /** 本单位: with the person's organisation or one below it. */
    UNIT,
    /** 已逾期: its next deadline has passed. */
    OVERDUE,
    /** 即将到期: due within what the district calls soon. */
    SOON,
    /** 被退回: came back from a department or failed its inspection, and waits to be sent again. */
    RETURNED,
    /** 我关注的: whoever holds it, ended or not. */
    WATCHED;

    static InboxFolder of(String text) {
        return Arrays.stream(values())
                .filter(folder -> folder.name().equals(text))
                .findFirst()
                .orElseThrow(
                        () -> new Malformed("folder", "'" + text + "' must be one of " + Arrays.toString(values())));
    }
}
