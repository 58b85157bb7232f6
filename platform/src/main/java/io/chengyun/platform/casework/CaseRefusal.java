package io.chengyun.platform.casework;

import io.chengyun.kernel.Refusal;

/** Why casework says no (案件拒绝). */
public enum CaseRefusal implements Refusal {
    ABSENT("casework:absent", "There is no such case here.", Kind.ABSENT),
    NO_SUCH_ACTION("casework:no-such-action", "Name one of the actions of a case.", Kind.ABSENT),
    NOT_ALLOWED_NOW(
            "casework:not-allowed-now",
            "The case's state does not allow this now; see what is allowed.",
            Kind.CONFLICT),
    CHANGED_MEANWHILE(
            "casework:changed-meanwhile", "Somebody else acted first: look at the case again.", Kind.CONFLICT),
    NOT_YOUR_ROLE("casework:not-your-role", "Another role does this; see what is allowed to yours.", Kind.NOT_YOURS),
    NOT_YOUR_CASE("casework:not-your-case", "Another organisation holds the case.", Kind.NOT_YOURS),
    OTHER_TOWN("casework:other-town", "Report what lies in your own town.", Kind.NOT_YOURS),
    CONTROLLED(
            "casework:controlled",
            "A control area allows this there at this time: see /api/control-areas.",
            Kind.UNACCEPTABLE),
    OWN_WORK(
            "casework:own-work",
            "Inspection is done by somebody who did not handle it, of another organisation.",
            Kind.NOT_YOURS),
    NO_SUCH_CLASS("casework:no-such-class", "No installed scenario knows this class of cases.", Kind.UNACCEPTABLE),
    NO_SUCH_STANDARD("casework:no-such-standard", "Name one of the class's filing standards.", Kind.UNACCEPTABLE),
    NO_SUCH_ASSET(
            "casework:no-such-asset",
            "Name the code of a part that is there today, or none: the nearest of the class is taken.",
            Kind.UNACCEPTABLE),
    NO_SUCH_EVIDENCE(
            "casework:no-such-evidence", "Send the photo to this case first, then name its id.", Kind.UNACCEPTABLE),
    EVIDENCE_MISSING(
            "casework:evidence-missing",
            "The closing condition asks for more photos: attach them with the action.",
            Kind.UNACCEPTABLE),
    EXTENDED_TOO_OFTEN("casework:extended-too-often", "No further extension is possible.", Kind.CONFLICT),
    OVERDUE("casework:overdue", "The limit has passed: it can no longer be extended.", Kind.CONFLICT),
    SUSPENDED_BEFORE("casework:suspended-before", "A case is suspended once.", Kind.CONFLICT),
    SUSPENDED_TOO_LONG(
            "casework:suspended-too-long", "Name a moment in the future and within a year.", Kind.UNACCEPTABLE),
    ALREADY_SHARED("casework:already-shared", "Others help with it already.", Kind.CONFLICT),
    NOT_YOUR_PART("casework:not-your-part", "Your organisation has no open part in the case.", Kind.NOT_YOURS),
    PARTS_OPEN("casework:parts-open", "Parts of others are not done yet: the policy waits for them.", Kind.CONFLICT),
    MERGED_ITSELF(
            "casework:merged-itself",
            "That case was merged itself, or is this one: name the case in which it goes on.",
            Kind.CONFLICT),
    TARGET_ENDED("casework:target-ended", "That case has ended: reopen it first.", Kind.CONFLICT),
    NO_SUCH_TARGET("casework:no-such-target", "Name a case that you may see.", Kind.UNACCEPTABLE),
    SAME_CLASS("casework:same-class", "It is of that class already.", Kind.CONFLICT),
    NOBODY_ASKED(
            "casework:nobody-asked", "Nobody asked for it from outside: there is nobody to contact.", Kind.CONFLICT),
    CONTACTED("casework:contacted", "Who asked was contacted already.", Kind.CONFLICT),
    CALLED_BACK("casework:called-back", "The reporter was asked since it ended.", Kind.CONFLICT),
    RULED("casework:ruled", "Who has the case was decided by arbitration: it is not returned again.", Kind.CONFLICT),
    DISPUTED("casework:disputed", "Returned too often: the commander decides by arbitration.", Kind.CONFLICT);

    private final Words words;

    CaseRefusal(String code, String advice, Kind kind) {
        this.words = new Words(code, advice, kind);
    }

    @Override
    public Words words() {
        return words;
    }
}
