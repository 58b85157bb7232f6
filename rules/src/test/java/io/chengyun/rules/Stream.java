package io.chengyun.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One stream under one rule: feeds samples at minutes after 08:00 and keeps what was said. */
public final class Stream {

    public static final Instant EIGHT = Instant.parse("2013-10-07T00:00:00Z");

    public final List<Finding> said = new ArrayList<>();
    private final Rule rule;
    private final Watch watch;

    public Stream(Rule rule) {
        this.rule = rule;
        this.watch = new Watch(List.of(rule));
    }

    public static Instant at(double minutes) {
        return EIGHT.plus(Duration.ofMillis(Math.round(minutes * 60_000)));
    }

    public static Sample sample(double minutes, double value) {
        return new Sample(at(minutes), value);
    }

    /** Feeds a sample; what was said of it, or null. */
    public @Nullable Finding feed(double minutes, double value) {
        var sample = sample(minutes, value);
        int before = said.size();
        watch.on(sample.micros(), sample.value(), this::keep);
        return said.size() == before ? null : last();
    }

    public void feed(List<Sample> samples) {
        samples.forEach(sample -> watch.on(sample.micros(), sample.value(), this::keep));
    }

    public @Nullable Finding until(double minutes) {
        int before = said.size();
        watch.onTime(at(minutes), this::keep);
        return said.size() == before ? null : last();
    }

    private void keep(int rule, Finding finding) {
        said.add(finding);
    }

    /** When the rule asks to be asked again. */
    public @Nullable Instant dueAt() {
        return watch.dueAt();
    }

    public RuleState state() {
        return watch.state(0);
    }

    /** What the rule would have to be told to go on from here, and the history it would be told it with. */
    public List<Object> remembered() {
        var remembered = new ArrayList<Object>();
        for (long word : watch.words(0)) {
            remembered.add(word);
        }
        remembered.addAll(samples());
        return remembered;
    }

    public List<Sample> samples() {
        var history = watch.history();
        var samples = new ArrayList<Sample>();
        for (long p = history.begin(); p < history.end(); p++) {
            samples.add(history.sample(p));
        }
        return samples;
    }

    /** The same stream in a house that was started anew: it knows the words that were kept, and reads its history again. */
    public Stream restarted() {
        var anew = new Stream(rule);
        anew.watch.recall(0, watch.words(0));
        samples().forEach(sample -> anew.watch.remember(sample.micros(), sample.value()));
        return anew;
    }

    public Finding last() {
        return said.get(said.size() - 1);
    }

    /** What was said, in short: {@code BLUE}, {@code EASED}, {@code UNKNOWN}. */
    public List<String> words() {
        return said.stream()
                .map(finding -> finding.grade() == null
                        ? finding.state().name()
                        : finding.grade().name())
                .toList();
    }
}
