package io.chengyun.platform.casework;

import io.chengyun.kernel.Erasable;
import io.chengyun.kernel.Erasing;
import io.chengyun.kernel.Grade;
import io.chengyun.kernel.RecordCopy;
import io.chengyun.platform.casework.CaseFile.Standard;
import io.chengyun.platform.casework.clock.Level;
import io.chengyun.platform.casework.errand.Errand;
import io.chengyun.platform.intake.PublicText;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** All that can happen to a case (案件流水). */
public sealed interface CaseEvent extends Erasable {

    /** The case as it stands after the event. */
    @Override
    CaseFile now();

    /** Who did it and what they said to it. */
    Act act();

    @Override
    default String subject() {
        return now().id();
    }

    /** Its type in the journal. */
    default String type() {
        return "casework." + getClass().getSimpleName();
    }

    @Override
    default CaseEvent erased() {
        return (CaseEvent) RecordCopy.with((Record) this, now().erased(), act().erased(type()));
    }

    @Override
    default @Nullable String by() {
        return act().by().equals(Turn.Actor.HOUSE) ? null : act().by();
    }

    /**
     * 办理: who acted, and what they gave with it.
     *
     * @param by staff id, or {@code house} for what the house does by itself
     * @param legalGround the rule on which a return or a ruling rests; null where none is asked
     * @param evidence ids of photos given with it
     */
    record Act(
            String by,
            String organisation,
            @Nullable String note,
            @Nullable String legalGround,
            List<String> evidence) {

        /** In the notes of these stands what the reporter said on the telephone. */
        private static final Set<String> SPOKEN = Set.of("casework.Contacted", "casework.CalledBack");
        /** In the notes of these stands what the house itself wrote: ids, which may look like numbers of somebody. */
        private static final Set<String> OWN = Set.of("casework.Relieved");

        public Act {
            evidence = List.copyOf(evidence);
        }

        /** The same without what the reporter said, and without what may be a number of theirs in what others wrote. */
        Act erased(String type) {
            return OWN.contains(type) ? this : saying(SPOKEN.contains(type) ? null : note);
        }

        private Act saying(@Nullable String said) {
            return new Act(by, organisation, said == null ? null : PublicText.of(said), legalGround, evidence);
        }
    }

    /**
     * 原版: what held before, so that both versions are on record.
     *
     * @param standard null where it was not filed yet
     * @param dueAt when the whole case was due
     */
    record Former(String caseClass, @Nullable Standard standard, Instant dueAt) {

        static Former of(CaseFile file) {
            return new Former(
                    file.matter().caseClass(),
                    file.course().standard(),
                    file.clocks().business().dueAt());
        }
    }

    /** What is read back of the words of a case's last event, which its row names (存底): the case as it stands. */
    record Kept(CaseFile now) {

        /**
         * The case that these words say.
         *
         * @throws IllegalStateException where there are none: somebody took them out of the journal, or put the row there
         */
        public static CaseFile read(JsonMapper json, @Nullable String words) {
            if (words == null) {
                throw new IllegalStateException("a case's row names words that the journal does not have");
            }
            return json.readValue(words, Kept.class).now();
        }
    }

    /** 上报: somebody, or a warning, says that there is a problem. */
    record Reported(CaseFile now, Act act, Instant at) implements CaseEvent {}

    /** 受理: the acceptor took it up. */
    record Accepted(CaseFile now, Act act, Instant at) implements CaseEvent {}

    /** 不予受理. */
    record Rejected(CaseFile now, Act act, Instant at) implements CaseEvent {}

    /** 先行联系: whoever holds it spoke to who asked. */
    record Contacted(CaseFile now, Act act, Instant at) implements CaseEvent {}

    /** 自行处置: who found it fixed it on the spot. */
    record SelfHandled(CaseFile now, Act act, Instant at) implements CaseEvent {}

    /** 要求核实 (before filing). */
    record VerificationRequested(CaseFile now, Act act, Instant at) implements CaseEvent {}

    /** 核实: it is there. */
    record Verified(CaseFile now, Act act, Instant at) implements CaseEvent {}

    /**
     * 换班改派: the shift of whoever was asked to look at it ended, and another is asked; why stands with the case.
     *
     * @param from who was asked before, and why
     */
    record Relieved(CaseFile now, Act act, Errand from, Instant at) implements CaseEvent {

        static CaseEvent of(CaseFile before, CaseFile now, Turn turn) {
            var from = Objects.requireNonNull(before.course().errand());
            var note = nameOf(before) + " → " + nameOf(now);
            var house = turn.actor();
            return new Relieved(now, new Act(house.id(), house.organisation(), note, null, List.of()), from, turn.at());
        }

        /** The person, or the post that has it where nobody was on shift. */
        private static String nameOf(CaseFile file) {
            var holder = file.holder();
            return holder.person() == null ? holder.organisation() : holder.person();
        }
    }

    /** 立案. */
    record Filed(CaseFile now, Act act, Instant at) implements CaseEvent {}

    /** 作废: not to be filed, with the reason. */
    record Voided(CaseFile now, Act act, Instant at) implements CaseEvent {}

    /** 要求补充: more has to be known first. */
    record InformationAsked(CaseFile now, Act act, Instant at) implements CaseEvent {}

    /** 待派遣: handed to the dispatcher. */
    record HandedOver(CaseFile now, Act act, Instant at) implements CaseEvent {}

    /** 派遣: an organisation has it and its clock runs. */
    record Dispatched(CaseFile now, Act act, Instant at) implements CaseEvent {}

    /** 退回受理: the dispatcher gives it back to the acceptor. */
    record SentBack(CaseFile now, Act act, Instant at) implements CaseEvent {}

    /** 仲裁: decided who has it, for good. */
    record Arbitrated(CaseFile now, Act act, Instant at) implements CaseEvent {}

    /** 签收. */
    record Signed(CaseFile now, Act act, Instant at) implements CaseEvent {}

    /** 指派: one person of the organisation has it. */
    record Assigned(CaseFile now, Act act, Instant at) implements CaseEvent {}

    /** 撤回指派. */
    record Revoked(CaseFile now, Act act, Instant at) implements CaseEvent {}

    /** 申请延期、挂账: the department asks the dispatcher. */
    record Requested(CaseFile now, Act act, Instant at) implements CaseEvent {}

    /** 不同意延期、挂账. */
    record RequestRefused(CaseFile now, Act act, Instant at) implements CaseEvent {}

    /** 延期: one original limit on top of the current deadline. */
    record Extended(CaseFile now, Act act, Instant at) implements CaseEvent {}

    /** 挂账、缓办. */
    record Suspended(CaseFile now, Act act, Instant at) implements CaseEvent {}

    /** 恢复: by the dispatcher, or by itself on the day. */
    record Resumed(CaseFile now, Act act, Instant at) implements CaseEvent {}

    /** 回退: the department hands it back, with reason and legal ground. */
    record Returned(CaseFile now, Act act, Instant at) implements CaseEvent {}

    /** 处置完成: the department says that it is done. */
    record Submitted(CaseFile now, Act act, Instant at) implements CaseEvent {}

    /** 退回处置: the dispatcher does not take the work as done. */
    record WorkSentBack(CaseFile now, Act act, Instant at) implements CaseEvent {}

    /** 确认反馈: the dispatcher takes the work as done and inspection is asked. */
    record Confirmed(CaseFile now, Act act, Instant at) implements CaseEvent {}

    /** 核查通过 (after handling). */
    record InspectionPassed(CaseFile now, Act act, Instant at) implements CaseEvent {}

    /** 核查不通过: to be done again (返工). */
    record InspectionFailed(CaseFile now, Act act, Instant at) implements CaseEvent {}

    /** 结案. */
    record Closed(CaseFile now, Act act, Instant at) implements CaseEvent {}

    /** 强制结案, on a legal ground. */
    record ForceClosed(CaseFile now, Act act, Instant at) implements CaseEvent {}

    /** 回访: what the reporter says of it. */
    record CalledBack(CaseFile now, Act act, Instant at) implements CaseEvent {}

    /** 改类: of another class than before, with the limits of that one. */
    record Reclassified(CaseFile now, Act act, Former former, Instant at) implements CaseEvent {

        static CaseEvent of(CaseFile before, CaseFile now, Turn turn) {
            return new Reclassified(now, turn.act(), Former.of(before), turn.at());
        }
    }

    /** 时限调整: the district changed the limits of the standard by which it was filed. */
    record Relimited(CaseFile now, Act act, Former former, Instant at) implements CaseEvent {}

    /** 并案: it goes on in another case. */
    record Merged(CaseFile now, Act act, Instant at) implements CaseEvent {}

    /** 并入: another case that asks for the same goes on in this one. */
    record Joined(CaseFile now, Act act, String merged, Instant at) implements CaseEvent {}

    /** 拆并: a case that had been merged into this one goes its own way again. */
    record Parted(CaseFile now, Act act, String merged, Instant at) implements CaseEvent {}

    /** 拆分: a second matter in it is a case of its own from now on. */
    record Split(CaseFile now, Act act, Instant at) implements CaseEvent {}

    /** 会办: others help the one who holds it. */
    record Shared(CaseFile now, Act act, Instant at) implements CaseEvent {}

    /** 分办办结. */
    record PartDone(CaseFile now, Act act, Instant at) implements CaseEvent {}

    /** 分办不予办理. */
    record PartDeclined(CaseFile now, Act act, Instant at) implements CaseEvent {}

    /** 分办逾期: a helper's part took longer than it may. */
    record PartOverran(CaseFile now, Act act, String organisation, Instant at) implements CaseEvent {}

    /** 重新打开, with the reason. */
    record Reopened(CaseFile now, Act act, Instant at) implements CaseEvent {}

    /** 等级变化: the warning behind it got graver or milder. */
    record Regraded(CaseFile now, Act act, Grade from, Instant at) implements CaseEvent {}

    /** 预警解除: the warning behind it was lifted; the case goes on. */
    record WarningLifted(CaseFile now, Act act, Instant at) implements CaseEvent {}

    /** 抹除: a data steward had the city forget in which words it was asked for. */
    record Erased(CaseFile now, Act act, Instant at) implements CaseEvent, Erasing {}

    /** 升级督促: the holder's limit passed and the next level is told; the case stays where it is. */
    record Escalated(CaseFile now, Act act, Level level, Instant at) implements CaseEvent {}

    /** 逾期: the case as a whole took longer than it may. */
    record Overran(CaseFile now, Act act, Instant at) implements CaseEvent {}

    /** 先行联系逾期: the limit passed and nobody has spoken to who asked; this level is told. */
    record ContactMissed(CaseFile now, Act act, Level level, Instant at) implements CaseEvent {}
}
