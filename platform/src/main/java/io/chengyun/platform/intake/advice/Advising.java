package io.chengyun.platform.intake.advice;

import io.chengyun.platform.dispatch.Dispatch;
import io.chengyun.platform.dispatch.Work.Task;
import io.chengyun.platform.intake.ServiceRequest;
import io.chengyun.platform.intake.Services;
import io.chengyun.platform.intake.advice.Advice.Basis;
import io.chengyun.platform.intake.advice.Advice.Precedent;
import io.chengyun.platform.intake.triage.Proposal;
import io.chengyun.platform.place.Position;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Front door of advice (受理建议): proposes to the acceptor, and learns from what the acceptor does. */
@Service
public class Advising {

    private final LessonStore store;
    private final Learning learning;
    private final Services services;
    private final Dispatch dispatch;
    private final Clock clock;

    Advising(LessonStore store, Learning learning, Services services, Dispatch dispatch, Clock clock) {
        this.store = store;
        this.learning = learning;
        this.services = services;
        this.dispatch = dispatch;
        this.clock = clock;
    }

    /** What is proposed for a request; kept, so that what a person does instead is known as a correction. */
    @Transactional
    public Advice advise(ServiceRequest request) {
        var advice = weigh(request);
        store.propose(request.id(), advice, clock.instant());
        return advice;
    }

    /** Takes over what became of a request's case. */
    @Transactional
    public void learn(String request, Lesson lesson) {
        store.settle(request, lesson);
    }

    /**
     * How the house does at it (建议成绩).
     *
     * @param learntOf settled requests whose class had been proposed by what was learnt; of these so many were filed so
     * @param keywordsOf the same of those proposed by keywords
     */
    public record Score(int learntRight, int learntOf, int keywordsRight, int keywordsOf) {}

    /** How often what was proposed was what a person filed. */
    public Score score() {
        var learnt = store.hits(Basis.LEARNT);
        var keywords = store.hits(Basis.KEYWORDS);
        return new Score(learnt.right(), learnt.of(), keywords.right(), keywords.of());
    }

    private Advice weigh(ServiceRequest request) {
        var policy = learning.policy();
        var text = request.asked().description();
        var learnt = text.isBlank()
                ? Proposal.NONE
                : learning.triage().map(known -> known.propose(text)).orElse(Proposal.NONE);
        var classed = classed(text, learnt, policy);
        return new Advice(
                classed.code(),
                classed.confidence(),
                classed.basis(),
                classed.code() == null ? null : department(request, classed.code()),
                TextRules.urgency(text, policy.urgent()),
                learnt.precedents().stream().map(Advising::precedent).toList());
    }

    private record Classed(@Nullable String code, double confidence, Basis basis) {}

    private Classed classed(String text, Proposal learnt, AdvicePolicy policy) {
        if (!learnt.asksAPerson(policy.floor())) {
            return new Classed(learnt.label(), learnt.confidence(), Basis.LEARNT);
        }
        double trust = trust(policy);
        return TextRules.named(text, services.list())
                .filter(code -> trust >= policy.floor())
                .map(code -> new Classed(code, trust, Basis.KEYWORDS))
                .orElse(new Classed(null, 0, Basis.ASK_A_PERSON));
    }

    private @Nullable String department(ServiceRequest request, String caseClass) {
        var spot = request.spot();
        var task = new Task(caseClass, spot.town(), spot.grid());
        var sited = spot.isExact() ? dispatch.sited(task, new Position(spot.lon(), spot.lat())) : task;
        return dispatch.find(sited).orElse(null);
    }

    /** How often keywords are right, as far as people showed it. */
    private double trust(AdvicePolicy policy) {
        var hits = store.hits(Basis.KEYWORDS);
        var before = policy.keywords();
        return (before.right() + hits.right()) / (double) (before.of() + hits.of());
    }

    private static Precedent precedent(Proposal.Precedent like) {
        return new Precedent(like.id(), like.label(), like.likeness());
    }
}
