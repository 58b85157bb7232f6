package io.chengyun.platform.intake.advice;

import io.chengyun.platform.intake.triage.Labelled;
import io.chengyun.platform.intake.triage.Triage;
import io.chengyun.platform.journal.Timed;
import io.chengyun.platform.language.Encoder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What the house has learnt from settled cases (学习). It learns when somebody first asks, and from then on once a day at the
 * district's hour, if anything was settled since; a house that nobody asks loads no encoder.
 */
@Component
class Learning implements Timed {

    private final LessonStore store;
    private final Encoder encoder;
    private final Clock clock;
    private final List<AdvicePolicy> policies;
    private volatile @Nullable Learnt learnt;

    Learning(
            LessonStore store,
            Encoder encoder,
            Clock clock,
            @Value("${chengyun.place.district:districts/minhang}") String district) {
        this.store = store;
        this.encoder = encoder;
        this.clock = clock;
        this.policies = AdvicePolicy.read(Path.of(district));
    }

    /**
     * What was learnt.
     *
     * @param triage null while there is too little to learn from
     * @param newest when the newest lesson in it was settled; null without any
     */
    private record Learnt(@Nullable Triage triage, @Nullable Instant newest, Instant nextAt) {}

    AdvicePolicy policy() {
        return AdvicePolicy.on(policies, LocalDate.ofInstant(clock.instant(), clock.getZone()));
    }

    /** What it can propose by; empty while there is too little to learn from. */
    Optional<Triage> triage() {
        var there = learnt;
        return Optional.ofNullable(there == null ? learn().triage() : there.triage());
    }

    @Override
    public String name() {
        return "intake.learning";
    }

    @Override
    public @Nullable Instant nextDueAt() {
        var there = learnt;
        return there == null ? null : there.nextAt();
    }

    @Override
    public void fireDue() {
        var due = nextDueAt();
        if (due != null && !due.isAfter(clock.instant())) {
            learn();
        }
    }

    /** Learns anew when somebody next asks. */
    synchronized void forget() {
        learnt = null;
    }

    private synchronized Learnt learn() {
        var before = learnt;
        var now = clock.instant();
        if (before != null && before.nextAt().isAfter(now)) {
            return before;
        }
        var newest = store.newest().orElse(null);
        var triage = before != null && newest != null && newest.equals(before.newest()) ? before.triage() : train();
        var made = new Learnt(triage, newest, next(now));
        learnt = made;
        return made;
    }

    private @Nullable Triage train() {
        var learning = policy().learning();
        var texts = store.listTexts(learning.most());
        long classes = texts.stream().map(Labelled::label).distinct().count();
        return texts.size() < learning.fewest() || classes < 2 ? null : Triage.train(texts, encoder);
    }

    private Instant next(Instant now) {
        var zone = clock.getZone();
        var at = policy().learning().at();
        var today = LocalDate.ofInstant(now, zone).atTime(at).atZone(zone).toInstant();
        return today.isAfter(now)
                ? today
                : LocalDate.ofInstant(now, zone)
                        .plusDays(1)
                        .atTime(at)
                        .atZone(zone)
                        .toInstant();
    }
}
