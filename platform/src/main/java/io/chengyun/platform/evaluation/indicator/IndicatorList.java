package io.chengyun.platform.evaluation.indicator;

import static io.chengyun.platform.evaluation.indicator.Conditions.CLOSED;
import static io.chengyun.platform.evaluation.indicator.Conditions.CLOSED_IN_TIME;
import static io.chengyun.platform.evaluation.indicator.Conditions.DUE;
import static io.chengyun.platform.evaluation.indicator.Conditions.LATE;
import static io.chengyun.platform.evaluation.indicator.Conditions.done;
import static io.chengyun.platform.evaluation.indicator.Conditions.ended;
import static io.chengyun.platform.evaluation.indicator.Conditions.on;
import static io.chengyun.platform.evaluation.indicator.Conditions.toBeDone;
import static io.chengyun.platform.evaluation.indicator.Conditions.within;
import static io.chengyun.platform.evaluation.indicator.IndicatorDraft.of;

import io.chengyun.platform.evaluation.indicator.Indicator.Measure;
import io.chengyun.platform.evaluation.indicator.Indicator.Sql;
import io.chengyun.platform.evaluation.indicator.Indicator.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every indicator (指标目录), in the order in which they are shown. */
final class IndicatorList {

    private static final Text DUE_WORDS = new Text(
            "应结案件：已立案，且本期到期或本期结案；挂账、并案的除外",
            "due cases: filed, with the deadline in the period or closed in it; suspended and merged ones excluded");
    private static final Text TO_DISPATCH =
            new Text("应派遣任务：本期到期或派出", "to be dispatched: due or dispatched in the period");
    private static final Text TO_HANDLE = new Text(
            "应处置任务：本期到期或处置；挂账、按时回退的除外",
            "to be handled: due or handled in the period; suspended ones and those returned in time excluded");
    private static final Text TO_CONTACT = new Text(
            "应联系诉求：本期联系时限到期或已联系；并案、不予立案的除外",
            "to be contacted: requests with the limit for it in the period or contacted in it; merged and not filed ones excluded");
    private static final Text HANDED_IN = new Text("本期提交处置结果的任务", "tasks handed in during the period");
    private static final Text CLOSED_WORDS = new Text("本期结案的案件", "cases closed in the period");
    private static final String CLOSED_BY_END_ZH = "期末前已结案（含强制结案）";
    private static final String CLOSED_BY_END = "closed by the end of the period, by force included";
    private static final String HANDED_IN_NOW =
            on("HANDLE") + " AND " + ended("Submitted") + " AND " + within("a.ended_at");
    private static final String CLOSED_NOW = within("f.closed_at");
    private static final String CALLED_BACK = within("f.called_back_at");

    static final List<Indicator> ALL = Stream.of(volumes(), desks(), handling(), closing(), voices(), times(), costs())
            .flatMap(List::stream)
            .toList();

    private IndicatorList() {}

    static Optional<Indicator> find(String code) {
        return ALL.stream().filter(known -> known.code().equals(code)).findFirst();
    }

    private static List<Indicator> volumes() {
        return List.of(
                of("reported", "上报数", "Reported")
                        .over("本期上报的案件", "cases reported in the period")
                        .count(Base.REPORT, within("f.reported_at")),
                of("turns", "办理量", "Turns done")
                        .over("本期办完的环节", "turns at a desk that ended in the period")
                        .count(Base.TURN, within("a.ended_at")),
                of("filing", "立案率", "Filing rate")
                        .counts("期末前已立案", "filed by the end of the period")
                        .over("本期上报的案件", "cases reported in the period")
                        .share(Base.REPORT, within("f.reported_at"), "f.filed_at < :to"),
                of("duplicates", "重复案件率", "Duplicate rate")
                        .counts("本期并入其他案件的案件", "cases merged into another in the period")
                        .over("本期立案的案件", "cases filed in the period")
                        .ratio(Base.CASE, within("f.filed_at"), within("f.merged_at")));
    }

    private static List<Indicator> desks() {
        return List.of(
                of("filing_in_time", "按时立案率", "Filing in time")
                        .over("本期到期或办完的立案环节", "turns at the filing desk due or done in the period")
                        .inTime("FILE", "Filed", "Rejected", "Voided", "SelfHandled"),
                of("verification_in_time", "按时核实率", "Verification in time")
                        .over("本期到期或办完的核实环节", "verifications due or done in the period")
                        .inTime("VERIFY", "Verified", "Rejected"),
                of("dispatch_in_time", "按时派遣率", "Dispatch in time")
                        .over(TO_DISPATCH)
                        .inTime("DISPATCH", "Dispatched", "Arbitrated"),
                of("dispatch_right", "准确派遣率", "Right dispatch")
                        .counts("已派出且未被部门回退", "dispatched, and not returned by the department so far")
                        .over(TO_DISPATCH)
                        .share(
                                Base.TURN,
                                toBeDone("DISPATCH", "Dispatched", "Arbitrated"),
                                done("Dispatched", "Arbitrated") + " AND NOT a.undone"),
                of("inspection_in_time", "按时核查率", "Inspection in time")
                        .over("本期到期或办完的核查环节", "inspections due or done in the period")
                        .inTime("INSPECT", "InspectionPassed", "InspectionFailed"));
    }

    private static List<Indicator> handling() {
        var inspected = ended("InspectionPassed", "InspectionFailed");
        return List.of(
                of("returned", "回退率", "Return rate")
                        .counts("被部门回退", "returned by the department")
                        .over("本期派给部门的任务", "dispatches to a department in the period")
                        .share(Base.TURN, on("HANDLE") + " AND " + within("a.opened_at"), ended("Returned")),
                of("handling", "处置率", "Handling rate")
                        .counts("期末前已处置", "handled by the end of the period")
                        .over(TO_HANDLE)
                        .share(Base.TURN, toBeDone("HANDLE", "Submitted"), done("Submitted")),
                of("handling_in_time", "按期处置率", "Handling in time")
                        .over(TO_HANDLE)
                        .inTime("HANDLE", "Submitted"),
                of("rework", "返工率", "Rework rate")
                        .counts("核查未通过或被派遣员退回重做", "failed inspection, or sent back to be done again")
                        .over(HANDED_IN)
                        .share(Base.TURN, HANDED_IN_NOW, "a.undone"),
                of("inspection", "核查通过率", "Inspections passed")
                        .counts("核查通过", "passed")
                        .over("本期完成的核查", "inspections done in the period")
                        .share(
                                Base.TURN,
                                on("INSPECT") + " AND " + within("a.ended_at") + " AND " + inspected,
                                ended("InspectionPassed")));
    }

    private static List<Indicator> closing() {
        return List.of(
                closed("closing", "结案率", "Closing rate").over(DUE_WORDS).share(Base.CASE, DUE, CLOSED),
                closed("closing_events", "事件结案率", "Closing rate, events")
                        .over("应结案件中的事件", "due cases that are events")
                        .share(Base.CASE, DUE + " AND f.kind = 'EVENT'", CLOSED),
                closed("closing_parts", "部件结案率", "Closing rate, parts")
                        .over("应结案件中的部件", "due cases that are parts")
                        .share(Base.CASE, DUE + " AND f.kind = 'PART'", CLOSED),
                of("closing_in_time", "按期结案率", "Closing in time")
                        .counts("在时限内结案", "closed within the limit")
                        .over(DUE_WORDS)
                        .share(Base.CASE, DUE, CLOSED_IN_TIME),
                of("overdue", "逾期率", "Overdue rate")
                        .counts("超过时限，申诉成立的除外", "past the limit, those with a granted appeal excluded")
                        .over(DUE_WORDS)
                        .share(Base.CASE, DUE, LATE + " AND f.appeal_granted_at IS NULL"),
                of("overdue_raw", "逾期率（申诉前）", "Overdue rate before appeals")
                        .counts("超过时限，不论申诉结果", "past the limit, whatever came of an appeal")
                        .over(DUE_WORDS)
                        .share(Base.CASE, DUE, LATE),
                of("extended", "延期率", "Extension rate")
                        .counts("获准延期至少一次", "with at least one extension")
                        .over(DUE_WORDS)
                        .share(Base.CASE, DUE, "f.extensions > 0"),
                of("forced", "强制结案率", "Closed by force")
                        .counts("强制结案", "closed by force")
                        .over(CLOSED_WORDS)
                        .share(Base.CASE, CLOSED_NOW, "f.state = 'FORCED_CLOSED'"),
                of("lowest_level", "最低层级解决率", "Solved at the lowest level")
                        .counts("由网格工作站处置", "handled by a grid's station")
                        .over(CLOSED_WORDS)
                        .share(Base.CASE, CLOSED_NOW, "f.level = 'grid_station'"));
    }

    private static List<Indicator> voices() {
        return List.of(
                of("contact", "先行联系率", "First contact")
                        .counts("在先行联系时限（区服务规程）内联系", "contacted within the district's limit for it")
                        .over(TO_CONTACT)
                        .share(
                                Base.CONTACT,
                                Conditions.TO_CONTACT,
                                "f.contacted_at < :to AND f.contacted_at <= f.contact_due_at"),
                of("request_in_time", "按时办结率", "Requests finished in time")
                        .counts("在时限内结案", "closed within the limit")
                        .over("应结案件中的诉求", "due cases that somebody asked for from outside")
                        .share(Base.CASE, DUE + " AND f.requested", CLOSED_IN_TIME),
                of("resolved", "实际解决率", "Confirmed solved")
                        .counts("诉求人确认已解决", "the reporter says it is solved")
                        .over("本期有效回访：对是否解决有答复", "valid call-backs of the period: it was said whether it is solved")
                        .share(Base.CASE, CALLED_BACK + " AND f.resolved IS NOT NULL", "f.resolved"),
                of("satisfied", "满意率", "Satisfied")
                        .counts("诉求人满意", "the reporter is satisfied")
                        .over("本期有效回访：对是否满意有答复", "valid call-backs of the period: it was said whether one is satisfied")
                        .share(Base.CASE, CALLED_BACK + " AND f.satisfied IS NOT NULL", "f.satisfied"));
    }

    private static List<Indicator> times() {
        return List.of(
                working("handling_mean", "平均处置时长", "Mean handling time", Measure.MEAN_HOURS),
                working("handling_p50", "处置时长 P50", "Handling time P50", Measure.HALF_HOURS),
                working("handling_p90", "处置时长 P90", "Handling time P90", Measure.MOST_HOURS),
                elapsed("elapsed_p50", "处置历时 P50", "Handling around the clock P50", Measure.HALF_HOURS),
                elapsed("elapsed_p90", "处置历时 P90", "Handling around the clock P90", Measure.MOST_HOURS),
                wholeCase("closing_p50", "结案时长 P50", "Time to close P50", Measure.HALF_HOURS),
                wholeCase("closing_p90", "结案时长 P90", "Time to close P90", Measure.MOST_HOURS));
    }

    private static List<Indicator> costs() {
        return List.of(
                of("crew_hours", "案均工时", "Crew-hours a case")
                        .counts("处置单位各轮填报的工时合计", "crew-hours of all parties and rounds, as they reported")
                        .over("本期结案且填报了工时的案件", "cases closed in the period for which crew-hours were reported")
                        .measured(
                                Measure.MEAN_HOURS,
                                new Sql(Base.CASE, CLOSED_NOW + " AND f.crew_hours IS NOT NULL", "f.crew_hours")),
                of("kilometres", "案均里程", "Kilometres a case")
                        .counts("处置单位各轮填报的里程合计", "kilometres of all parties and rounds, as they reported")
                        .over("本期结案且填报了里程的案件", "cases closed in the period for which kilometres were reported")
                        .measured(
                                Measure.MEAN_KILOMETRES,
                                new Sql(Base.CASE, CLOSED_NOW + " AND f.kilometres IS NOT NULL", "f.kilometres")),
                of("recurrence", "复发组解决率", "Recurrence groups solved")
                        .counts(
                                "组内案件期末前全部结案，且此后至少 {quiet} 天未再发生",
                                "every case closed, and nothing new for at least {quiet} days up to the end of the period")
                        .over(
                                "案件数最多的 {top} 个复发组：期末前 {window} 天内同一单元网格、同一小类，" + "一件结案后又有上报的已立案案件；并案的除外",
                                "the {top} groups with most cases: filed cases of one class in one unit grid within {window} days"
                                        + " up to the end, at least one reported after another was closed; merged ones excluded")
                        .share(Base.RECURRENCE, Recurrence.TOP, Recurrence.SOLVED));
    }

    private static IndicatorDraft closed(String code, String zh, String en) {
        return of(code, zh, en).counts(CLOSED_BY_END_ZH, CLOSED_BY_END);
    }

    private static Indicator working(String code, String zh, String en, Measure measure) {
        return of(code, zh, en)
                .counts(
                        "派遣至提交的工作时（夜间、节假日、挂账不计）",
                        "working hours from dispatch to handing in; nights, holidays and suspension do not count")
                .over(HANDED_IN)
                .measured(measure, new Sql(Base.TURN, HANDED_IN_NOW, "a.working_seconds / 3600.0"));
    }

    private static Indicator elapsed(String code, String zh, String en, Measure measure) {
        return of(code, zh, en)
                .counts(
                        "派遣至提交的自然小时（挂账不计）",
                        "hours by the clock on the wall from dispatch to handing in; suspension does not count")
                .over(HANDED_IN)
                .measured(measure, new Sql(Base.TURN, HANDED_IN_NOW, "a.elapsed_seconds / 3600.0"));
    }

    private static Indicator wholeCase(String code, String zh, String en, Measure measure) {
        return of(code, zh, en)
                .counts("上报至结案的工作时", "working hours from the report to the closing")
                .over(CLOSED_WORDS)
                .measured(measure, new Sql(Base.CASE, CLOSED_NOW, "f.closing_hours"));
    }
}
