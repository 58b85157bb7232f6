package io.chengyun.platform.casework;

import io.chengyun.kernel.Refused;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What can be done with a case (操作). People name actions by their word, such as {@code send-back}. */
public enum CaseAction {
    ACCEPT,
    REJECT,
    SELF_HANDLE,
    /** 先行联系: who asked is spoken to before anything is done. */
    CONTACT,
    REQUEST_VERIFICATION,
    VERIFY,
    /** 换班改派: the shift of whoever was asked to look ended; the house asks who is on shift now. */
    RELIEVE,
    FILE,
    VOID,
    ASK_INFORMATION,
    /** 移交派遣: the house hands a filed case to the dispatcher. */
    HAND_OVER,
    DISPATCH,
    REDISPATCH,
    /** 属地兜底: the house gives a disputed case to the fallback, who handles it meanwhile. */
    FALL_BACK,
    SEND_BACK,
    ARBITRATE,
    SIGN,
    ASSIGN,
    REVOKE,
    /** 申请延期: the department asks. */
    EXTEND,
    /** 申请挂账: the department asks. */
    SUSPEND,
    /** 同意: the dispatcher grants what the department asked. */
    GRANT,
    /** 不同意: the dispatcher refuses it. */
    REFUSE,
    RESUME,
    RETURN,
    SUBMIT,
    CONFIRM,
    SEND_BACK_WORK,
    INSPECT_PASS,
    INSPECT_FAIL,
    CLOSE,
    FORCE_CLOSE,
    /** 回访: the reporter is asked whether it is solved. */
    CALL_BACK,
    REOPEN,
    /** 改类: it is of another class after all, and counts by that class's limit from where it began. */
    RECLASSIFY,
    /** 并案: somebody asked for the same before; it goes on there. */
    MERGE,
    /** 拆分: a second matter in it becomes a case of its own. */
    SPLIT,
    /** 会办: other organisations help the one who holds it. */
    SHARE,
    /** 分办办结: a helper's part is done. */
    PART_DONE,
    /** 分办不予办理: the part is not theirs. */
    PART_DECLINE;

    private static final Set<CaseAction> HOUSE_ONLY = Set.of(HAND_OVER, FALL_BACK, RELIEVE);

    /** Whether it gives the case to an organisation, so that dispatch has to be asked first. */
    boolean dispatches() {
        return this == DISPATCH || this == REDISPATCH || this == FALL_BACK || this == ARBITRATE;
    }

    /** Whether somebody is asked to go and look, so that the nearest has to be found first. */
    boolean asksToLook() {
        return this == REQUEST_VERIFICATION || this == CONFIRM || this == SELF_HANDLE || this == RELIEVE;
    }

    /** Whether it may tie cases together or take them apart, so that others must wait with theirs. */
    boolean ties() {
        return this == MERGE || this == REOPEN;
    }

    /** The word in addresses and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The action that people mean by this word. */
    public static CaseAction of(String word) {
        return Arrays.stream(values())
                .filter(action -> action.word().equals(word) && !HOUSE_ONLY.contains(action))
                .findFirst()
                .orElseThrow(() -> new Refused(CaseRefusal.NO_SUCH_ACTION, words()));
    }

    private static List<String> words() {
        return Arrays.stream(values())
                .filter(action -> !HOUSE_ONLY.contains(action))
                .map(CaseAction::word)
                .toList();
    }
}
