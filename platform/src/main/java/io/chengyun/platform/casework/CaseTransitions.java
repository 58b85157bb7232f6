package io.chengyun.platform.casework;

import static io.chengyun.platform.access.Role.ACCEPTOR;
import static io.chengyun.platform.access.Role.COMMANDER;
import static io.chengyun.platform.access.Role.DISPATCHER;
import static io.chengyun.platform.access.Role.HANDLER;
import static io.chengyun.platform.access.Role.INSPECTOR;
import static io.chengyun.platform.casework.CaseState.CLOSED;
import static io.chengyun.platform.casework.CaseState.FILED;
import static io.chengyun.platform.casework.CaseState.FORCED_CLOSED;
import static io.chengyun.platform.casework.CaseState.HANDLED;
import static io.chengyun.platform.casework.CaseState.HANDLING;
import static io.chengyun.platform.casework.CaseState.INSPECTION_FAILED;
import static io.chengyun.platform.casework.CaseState.MERGED;
import static io.chengyun.platform.casework.CaseState.NOT_FILED;
import static io.chengyun.platform.casework.CaseState.PENDING_CLOSING;
import static io.chengyun.platform.casework.CaseState.PENDING_DISPATCH;
import static io.chengyun.platform.casework.CaseState.PENDING_FILING;
import static io.chengyun.platform.casework.CaseState.PENDING_HANDLING;
import static io.chengyun.platform.casework.CaseState.PENDING_INSPECTION;
import static io.chengyun.platform.casework.CaseState.PENDING_VERIFICATION;
import static io.chengyun.platform.casework.CaseState.REPORTED;
import static io.chengyun.platform.casework.CaseState.RETURNED;
import static io.chengyun.platform.casework.CaseState.SUSPENDED;
import static io.chengyun.platform.casework.Given.Need.CASE_CLASS;
import static io.chengyun.platform.casework.Given.Need.EVIDENCE;
import static io.chengyun.platform.casework.Given.Need.INTO;
import static io.chengyun.platform.casework.Given.Need.LEGAL_GROUND;
import static io.chengyun.platform.casework.Given.Need.NOTE;
import static io.chengyun.platform.casework.Given.Need.ORGANISATION;
import static io.chengyun.platform.casework.Given.Need.ORGANISATIONS;
import static io.chengyun.platform.casework.Given.Need.PERSON;
import static io.chengyun.platform.casework.Given.Need.POLICY;
import static io.chengyun.platform.casework.Given.Need.RESOLVED;
import static io.chengyun.platform.casework.Given.Need.STANDARD;
import static io.chengyun.platform.casework.Given.Need.UNTIL;
import static io.chengyun.platform.casework.Transition.on;

import io.chengyun.platform.casework.Transition.Guard;
import java.util.List;

/**
 * Every way a case can go (流转表), in one list: what is allowed now, to whom, and what the case then is, all follow from
 * it. Where an action has several rows, the first whose conditions hold is taken.
 */
final class CaseTransitions {

    static final List<Transition> ALL = List.of(
            // 信息采集 collect
            on(CaseAction.ACCEPT, REPORTED)
                    .by(ACCEPTOR, COMMANDER)
                    .to(PENDING_FILING, CaseMoves::stay, CaseEvent.Accepted::new),
            on(CaseAction.REJECT, REPORTED)
                    .by(ACCEPTOR, COMMANDER)
                    .byHouse()
                    .needs(NOTE)
                    .to(NOT_FILED, CaseMoves::end, CaseEvent.Rejected::new),
            on(CaseAction.REJECT, PENDING_VERIFICATION)
                    .by(INSPECTOR)
                    .needs(NOTE)
                    .to(NOT_FILED, CaseMoves::end, CaseEvent.Rejected::new),
            on(CaseAction.SELF_HANDLE, REPORTED)
                    .by(INSPECTOR)
                    .needs(STANDARD, EVIDENCE)
                    .to(PENDING_INSPECTION, CaseMoves::selfHandle, CaseEvent.SelfHandled::new),
            on(CaseAction.REQUEST_VERIFICATION, REPORTED, PENDING_FILING)
                    .by(ACCEPTOR, COMMANDER)
                    .to(PENDING_VERIFICATION, CaseMoves::askVerification, CaseEvent.VerificationRequested::new),
            on(CaseAction.VERIFY, PENDING_VERIFICATION)
                    .by(INSPECTOR)
                    .to(PENDING_FILING, CaseMoves::answer, CaseEvent.Verified::new),
            on(CaseAction.RELIEVE, PENDING_VERIFICATION, PENDING_INSPECTION)
                    .byHouse()
                    .when(Guard.SHIFT_OVER)
                    .changes(CaseMoves::relieve, CaseEvent.Relieved::of),
            on(CaseAction.CONTACT, REPORTED, PENDING_FILING)
                    .by(ACCEPTOR)
                    .needs(NOTE)
                    .when(Guard.HOLDS, Guard.ASKED_FOR, Guard.NOT_CONTACTED)
                    .stays(CaseMoves::contact, CaseEvent.Contacted::new),
            // 案卷建立 file
            on(CaseAction.FILE, PENDING_FILING)
                    .by(ACCEPTOR, COMMANDER)
                    .needs(STANDARD)
                    .to(FILED, CaseMoves::file, CaseEvent.Filed::new),
            on(CaseAction.FILE, REPORTED).byHouse().needs(STANDARD).to(FILED, CaseMoves::file, CaseEvent.Filed::new),
            on(CaseAction.VOID, PENDING_FILING)
                    .by(ACCEPTOR, COMMANDER)
                    .needs(NOTE)
                    .to(NOT_FILED, CaseMoves::end, CaseEvent.Voided::new),
            on(CaseAction.ASK_INFORMATION, PENDING_FILING)
                    .by(ACCEPTOR, COMMANDER)
                    .needs(NOTE)
                    .to(REPORTED, CaseMoves::stay, CaseEvent.InformationAsked::new),
            on(CaseAction.RECLASSIFY, REPORTED, PENDING_VERIFICATION, PENDING_FILING)
                    .by(ACCEPTOR, COMMANDER)
                    .needs(CASE_CLASS)
                    .changes(CaseMoves::reclassify, CaseEvent.Reclassified::of),
            on(CaseAction.RECLASSIFY, PENDING_DISPATCH, RETURNED)
                    .by(DISPATCHER, COMMANDER)
                    .needs(CASE_CLASS, STANDARD, NOTE)
                    .changes(CaseMoves::reclassify, CaseEvent.Reclassified::of),
            on(CaseAction.SPLIT, PENDING_FILING, PENDING_DISPATCH)
                    .by(ACCEPTOR, DISPATCHER, COMMANDER)
                    .needs(CASE_CLASS, NOTE)
                    .stays(CaseMoves::stay, CaseEvent.Split::new),
            on(CaseAction.MERGE, REPORTED, PENDING_VERIFICATION, PENDING_FILING, PENDING_DISPATCH, RETURNED)
                    .by(ACCEPTOR, COMMANDER)
                    .byHouse()
                    .needs(INTO)
                    .to(MERGED, CaseMoves::merge, CaseEvent.Merged::new),
            on(CaseAction.HAND_OVER, FILED)
                    .byHouse()
                    .to(PENDING_DISPATCH, CaseMoves::toDispatcher, CaseEvent.HandedOver::new),
            // 任务派遣 dispatch
            on(CaseAction.DISPATCH, PENDING_DISPATCH)
                    .by(DISPATCHER, COMMANDER)
                    .byHouse()
                    .to(PENDING_HANDLING, CaseMoves::dispatch, CaseEvent.Dispatched::new),
            on(CaseAction.REDISPATCH, RETURNED)
                    .by(DISPATCHER, COMMANDER)
                    .needs(ORGANISATION)
                    .when(Guard.UNDISPUTED)
                    .to(PENDING_HANDLING, CaseMoves::dispatch, CaseEvent.Dispatched::new),
            on(CaseAction.REDISPATCH, INSPECTION_FAILED)
                    .by(DISPATCHER, COMMANDER)
                    .needs(ORGANISATION)
                    .to(PENDING_HANDLING, CaseMoves::dispatch, CaseEvent.Dispatched::new),
            on(CaseAction.FALL_BACK, RETURNED)
                    .byHouse()
                    .when(Guard.DISPUTED)
                    .to(PENDING_HANDLING, CaseMoves::dispatch, CaseEvent.Dispatched::new),
            on(CaseAction.SEND_BACK, PENDING_DISPATCH, RETURNED)
                    .by(DISPATCHER)
                    .needs(NOTE)
                    .to(PENDING_FILING, CaseMoves::toAcceptor, CaseEvent.SentBack::new),
            on(CaseAction.ARBITRATE, RETURNED, PENDING_HANDLING, HANDLING)
                    .by(COMMANDER)
                    .needs(ORGANISATION, NOTE, LEGAL_GROUND)
                    .when(Guard.DISPUTED, Guard.NOT_RULED)
                    .to(PENDING_HANDLING, CaseMoves::arbitrate, CaseEvent.Arbitrated::new),
            // 任务处理 handle
            on(CaseAction.SIGN, PENDING_HANDLING)
                    .by(HANDLER)
                    .when(Guard.HOLDS)
                    .to(HANDLING, CaseMoves::sign, CaseEvent.Signed::new),
            on(CaseAction.ASSIGN, PENDING_HANDLING, HANDLING)
                    .by(HANDLER)
                    .needs(PERSON)
                    .when(Guard.HOLDS)
                    .stays(CaseMoves::assign, CaseEvent.Assigned::new),
            on(CaseAction.REVOKE, PENDING_HANDLING, HANDLING)
                    .by(HANDLER)
                    .when(Guard.HOLDS, Guard.WITH_A_PERSON)
                    .stays(CaseMoves::revoke, CaseEvent.Revoked::new),
            on(CaseAction.CONTACT, PENDING_HANDLING, HANDLING, SUSPENDED)
                    .by(HANDLER)
                    .needs(NOTE)
                    .when(Guard.HOLDS, Guard.ASKED_FOR, Guard.NOT_CONTACTED)
                    .stays(CaseMoves::contact, CaseEvent.Contacted::new),
            on(CaseAction.SHARE, PENDING_HANDLING, HANDLING)
                    .by(DISPATCHER, COMMANDER)
                    .needs(ORGANISATIONS, POLICY)
                    .when(Guard.NOT_SHARED)
                    .stays(CaseMoves::share, CaseEvent.Shared::new),
            on(CaseAction.PART_DONE, PENDING_HANDLING, HANDLING)
                    .by(HANDLER)
                    .needs(NOTE)
                    .when(Guard.HAS_A_PART)
                    .stays(CaseMoves::partDone, CaseEvent.PartDone::new),
            on(CaseAction.PART_DECLINE, PENDING_HANDLING, HANDLING)
                    .by(HANDLER)
                    .needs(NOTE, LEGAL_GROUND)
                    .when(Guard.HAS_A_PART)
                    .stays(CaseMoves::partDeclined, CaseEvent.PartDeclined::new),
            on(CaseAction.EXTEND, HANDLING)
                    .by(HANDLER)
                    .needs(NOTE)
                    .when(Guard.HOLDS, Guard.NOTHING_ASKED, Guard.EXTENSION_LEFT, Guard.IN_TIME)
                    .stays(CaseMoves::askExtension, CaseEvent.Requested::new),
            on(CaseAction.SUSPEND, HANDLING)
                    .by(HANDLER)
                    .needs(NOTE, UNTIL)
                    .when(Guard.HOLDS, Guard.NOTHING_ASKED, Guard.NEVER_SUSPENDED)
                    .stays(CaseMoves::askSuspension, CaseEvent.Requested::new),
            on(CaseAction.GRANT, HANDLING)
                    .by(DISPATCHER)
                    .when(Guard.EXTENSION_ASKED, Guard.IN_TIME)
                    .stays(CaseMoves::extend, CaseEvent.Extended::new),
            on(CaseAction.GRANT, HANDLING)
                    .by(DISPATCHER)
                    .when(Guard.SUSPENSION_ASKED, Guard.STILL_AHEAD)
                    .to(SUSPENDED, CaseMoves::suspend, CaseEvent.Suspended::new),
            on(CaseAction.REFUSE, HANDLING)
                    .by(DISPATCHER)
                    .needs(NOTE)
                    .when(Guard.SOMETHING_ASKED)
                    .stays(CaseMoves::refuse, CaseEvent.RequestRefused::new),
            on(CaseAction.RESUME, SUSPENDED)
                    .by(DISPATCHER)
                    .byHouse()
                    .to(HANDLING, CaseMoves::resume, CaseEvent.Resumed::new),
            on(CaseAction.RETURN, PENDING_HANDLING, HANDLING)
                    .by(HANDLER)
                    .needs(NOTE, LEGAL_GROUND)
                    .when(Guard.HOLDS, Guard.NOT_RULED)
                    .to(RETURNED, CaseMoves::giveBack, CaseEvent.Returned::new),
            on(CaseAction.SUBMIT, HANDLING)
                    .by(HANDLER)
                    .needs(NOTE, EVIDENCE)
                    .when(Guard.HOLDS, Guard.PARTS_DONE)
                    .to(HANDLED, CaseMoves::submit, CaseEvent.Submitted::new),
            // 处置反馈 feedback
            on(CaseAction.CONFIRM, HANDLED)
                    .by(DISPATCHER)
                    .byHouse()
                    .to(PENDING_INSPECTION, CaseMoves::askInspection, CaseEvent.Confirmed::new),
            on(CaseAction.SEND_BACK_WORK, HANDLED)
                    .by(DISPATCHER)
                    .needs(NOTE)
                    .to(HANDLING, CaseMoves::sendBackWork, CaseEvent.WorkSentBack::new),
            // 核查结案 inspect and close
            on(CaseAction.INSPECT_PASS, PENDING_INSPECTION)
                    .by(INSPECTOR)
                    .when(Guard.OTHER_PARTY)
                    .to(PENDING_CLOSING, CaseMoves::pass, CaseEvent.InspectionPassed::new),
            on(CaseAction.INSPECT_FAIL, PENDING_INSPECTION)
                    .by(INSPECTOR)
                    .needs(NOTE)
                    .when(Guard.OTHER_PARTY)
                    .to(INSPECTION_FAILED, CaseMoves::fail, CaseEvent.InspectionFailed::new),
            on(CaseAction.CLOSE, PENDING_CLOSING)
                    .by(ACCEPTOR, COMMANDER)
                    .byHouse()
                    .when(Guard.WAS_FILED, Guard.PASSED)
                    .to(CLOSED, CaseMoves::close, CaseEvent.Closed::new),
            on(
                            CaseAction.FORCE_CLOSE,
                            PENDING_DISPATCH,
                            PENDING_HANDLING,
                            HANDLING,
                            SUSPENDED,
                            HANDLED,
                            PENDING_INSPECTION,
                            INSPECTION_FAILED,
                            PENDING_CLOSING)
                    .by(COMMANDER)
                    .needs(NOTE, LEGAL_GROUND)
                    .to(FORCED_CLOSED, CaseMoves::end, CaseEvent.ForceClosed::new),
            on(CaseAction.CALL_BACK, CLOSED, FORCED_CLOSED)
                    .by(ACCEPTOR)
                    .needs(NOTE, RESOLVED)
                    .when(Guard.NOT_CALLED_BACK)
                    .stays(CaseMoves::callBack, CaseEvent.CalledBack::new),
            on(CaseAction.REOPEN, NOT_FILED, MERGED)
                    .by(ACCEPTOR, COMMANDER)
                    .needs(NOTE)
                    .to(PENDING_FILING, CaseMoves::reopenFiling, CaseEvent.Reopened::new),
            on(CaseAction.REOPEN, CLOSED, FORCED_CLOSED)
                    .by(ACCEPTOR, COMMANDER)
                    .needs(NOTE)
                    .to(PENDING_DISPATCH, CaseMoves::reopenDispatch, CaseEvent.Reopened::new));

    private CaseTransitions() {}
}
