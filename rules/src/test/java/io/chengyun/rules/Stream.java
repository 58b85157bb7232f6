package io.chengyun.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One stream under one rule: feeds samples at minutes after 08:00 and keeps what was said. */
final class Stream {

    static final Instant EIGHT = Instant.parse("2013-10-07T00:00:00Z");

    final List<Finding> said = new ArrayList<>();
    private final Rule rule;
    RuleState state;

    Stream(Rule rule) {
        this.rule = rule;
        this.state = rule.initial();
    }

    static Instant at(double minutes) {
        return EIGHT.plus(Duration.ofMillis(Math.round(minutes * 60_000)));
    }

    static Sample sample(double minutes, double value) {
        return new Sample(at(minutes), value);
    }

    /** Feeds a sample; what was said of it, or null. */
    @Nullable
    Finding feed(double minutes, double value) {
        return keep(rule.on(state, sample(minutes, value)));
    }

    void feed(List<Sample> samples) {
        samples.forEach(sample -> keep(rule.on(state, sample)));
    }

    @Nullable
    Finding until(double minutes) {
        return keep(rule.onTime(state, at(minutes)));
    }

    private @Nullable Finding keep(Step step) {
        state = step.state();
        if (step.finding() != null) {
            said.add(step.finding());
        }
        return step.finding();
    }

    Finding last() {
        return said.get(said.size() - 1);
    }

    /** What was said, in short: {@code BLUE}, {@code EASED}, {@code UNKNOWN}. */
    List<String> words() {
        return said.stream()
                .map(finding -> finding.grade() == null
                        ? finding.state().name()
                        : finding.grade().name())
                .toList();
    }
}
