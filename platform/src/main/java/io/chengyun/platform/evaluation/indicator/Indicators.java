package io.chengyun.platform.evaluation.indicator;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Access;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.evaluation.indicator.IndicatorStore.Scope;
import io.chengyun.platform.evaluation.indicator.Sheet.Figure;
import io.chengyun.platform.evaluation.indicator.Sheet.Line;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Front door of the indicators (指标): counted when asked, from the facts of the cases that the caller may see. */
@Service
public class Indicators {

    private static final List<String> SIZES = List.of("reported", "turns");

    private final IndicatorStore store;
    private final MemberNames names;
    private final ScopeFinder scopes;
    private final Access access;

    Indicators(IndicatorStore store, MemberNames names, ScopeFinder scopes, Access access) {
        this.store = store;
        this.names = names;
        this.scopes = scopes;
        this.access = access;
    }

    /** Reads a question; without days it is about the month that the district is in, without a subject about towns. */
    public Question read(Asked asked) {
        var subject = asked.subject() == null ? Subject.TOWN.name() : asked.subject();
        if (asked.from() != null || asked.to() != null) {
            return Question.of(subject, asked.from(), asked.to(), asked.of());
        }
        var month = scopes.month();
        return Question.of(
                subject, month.atDay(1).toString(), month.plusMonths(1).atDay(1).toString(), asked.of());
    }

    /**
     * All indicators of the question's members.
     *
     * @throws Refused if it is not the caller's to see
     */
    @Transactional(readOnly = true)
    public Sheet count(Question question, Caller caller) {
        admit(question, caller);
        return count(question, caller, IndicatorList.ALL);
    }

    /** The same for each of these periods, of some indicators only. */
    @Transactional(readOnly = true)
    public List<Sheet> counts(Question question, List<Period> periods, List<String> codes, Caller caller) {
        admit(question, caller);
        var wanted = codes.stream().map(Indicators::known).toList();
        return periods.stream()
                .map(period -> count(new Question(question.subject(), period, question.of()), caller, wanted))
                .toList();
    }

    /** The rows behind one figure. */
    @Transactional(readOnly = true)
    public Drill list(String code, Question question, Caller caller) {
        admit(question, caller);
        var indicator = known(code);
        var member = indicator
                .sql()
                .base()
                .member(question.subject())
                .orElseThrow(() -> new Refused(IndicatorRefusal.NOT_THIS_SUBJECT));
        var scope = scopes.scope(question, caller);
        return new Drill(
                indicator.filled(scope.recurrence().words()),
                store.countRows(indicator, member, scope),
                store.listRows(indicator, member, scope));
    }

    private Sheet count(Question question, Caller caller, List<Indicator> wanted) {
        var scope = scopes.scope(question, caller);
        var counted = wanted.stream()
                .filter(indicator ->
                        indicator.sql().base().member(question.subject()).isPresent())
                .toList();
        return new Sheet(
                question,
                caller.town(),
                scope.to(),
                store.heardAt().orElse(null),
                counted.stream()
                        .map(one -> one.filled(scope.recurrence().words()))
                        .toList(),
                lines(question, counted, byMember(counted, scope)));
    }

    /** The figures of each member by indicator: one question to the database a base. */
    private Map<String, Map<String, Figure>> byMember(List<Indicator> counted, Scope scope) {
        var found = new TreeMap<String, Map<String, Figure>>();
        for (var base : Base.values()) {
            var ofBase = counted.stream()
                    .filter(indicator -> indicator.sql().base() == base)
                    .toList();
            var member = base.member(scope.subject());
            if (!ofBase.isEmpty() && member.isPresent()) {
                store.count(ofBase, member.get(), scope).forEach((code, figures) -> {
                    var mine = found.computeIfAbsent(code, none -> new HashMap<>());
                    figures.forEach(figure -> mine.put(figure.indicator(), figure));
                });
            }
        }
        return found;
    }

    private List<Line> lines(Question question, List<Indicator> counted, Map<String, Map<String, Figure>> found) {
        if (question.of() != null) {
            found.putIfAbsent(question.of(), Map.of());
        }
        var lastDay = question.period().to().minusDays(1);
        return found.entrySet().stream()
                .map(entry -> new Line(
                        names.get(question.subject(), entry.getKey(), lastDay), figures(counted, entry.getValue())))
                .sorted(Comparator.comparingLong(Indicators::size).reversed())
                .toList();
    }

    private static List<Figure> figures(List<Indicator> counted, Map<String, Figure> found) {
        return counted.stream()
                .map(indicator -> found.getOrDefault(indicator.code(), Figure.none(indicator)))
                .toList();
    }

    /** How much there was to do: the first count that the subject has. */
    private static long size(Line line) {
        return line.figures().stream()
                .filter(figure -> SIZES.contains(figure.indicator()))
                .mapToLong(Figure::n)
                .findFirst()
                .orElse(0);
    }

    private void admit(Question question, Caller caller) {
        ScopeRules.refuses(question, caller).ifPresent(refusal -> {
            access.denied(caller, "evaluate", question.subject().name());
            throw new Refused(refusal);
        });
    }

    private static Indicator known(String code) {
        return IndicatorList.find(code).orElseThrow(() -> new Refused(IndicatorRefusal.NO_SUCH_INDICATOR));
    }
}
