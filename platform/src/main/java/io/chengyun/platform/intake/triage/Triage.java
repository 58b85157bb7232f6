package io.chengyun.platform.intake.triage;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.intake.triage.Head.Example;
import io.chengyun.platform.intake.triage.Proposal.Precedent;
import io.chengyun.platform.language.Encoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Front door of triage (分类建议): proposes a class for a text, from texts that people have settled. Never changes, so any thread
 * may ask; who settles more trains another.
 */
public final class Triage {

    private static final int PRECEDENTS = 3;
    /** The newest are looked at for precedents; looking at more would take longer than encoding a text. */
    private static final int REMEMBERED = 20_000;

    private final Reader reader;
    private final View view;
    private final Judge judge;
    private final List<Settled> settled;

    private record Settled(Labelled text, float[] meaning) {}

    private record Judge(Head head, Tuning tuning, List<String> labels) {}

    private Triage(Reader reader, View view, Judge judge, List<Settled> settled) {
        this.reader = reader;
        this.view = view;
        this.judge = judge;
        this.settled = settled;
    }

    /** Learns from settled texts, the oldest first; the same texts give the same triage. */
    public static Triage train(List<Labelled> texts, Encoder encoder) {
        var useful =
                texts.stream().filter(one -> Reader.saysSomething(one.text())).toList();
        var labels = useful.stream().map(Labelled::label).distinct().sorted().toList();
        if (labels.size() < 2) {
            throw new Malformed("train", "has " + labels.size() + " classes; there must be two at least");
        }
        var reader = new Reader(encoder);
        var read = useful.stream().map(one -> reader.read(one.text())).toList();
        var view = new View(read);
        var examples = new ArrayList<Example>();
        var settled = new ArrayList<Settled>();
        for (int i = 0; i < read.size(); i++) {
            var text = useful.get(i);
            examples.add(new Example(view.of(read.get(i)), labels.indexOf(text.label())));
            settled.add(new Settled(text, view.meaning(read.get(i))));
        }
        var tuning = Tuning.of(examples, labels.size(), view.size());
        var head = Head.train(examples, labels.size(), view.size(), tuning.decay());
        int first = Math.max(0, settled.size() - REMEMBERED);
        var judge = new Judge(head, tuning, labels);
        return new Triage(reader, view, judge, List.copyOf(settled.subList(first, settled.size())));
    }

    /** The likeliest class of the text, with what came before that was like it. */
    public Proposal propose(String text) {
        if (!Reader.saysSomething(text)) {
            return Proposal.NONE;
        }
        var read = reader.read(text);
        var likely = judge.tuning().likely(judge.head().of(view.of(read)));
        int best = IntStream.range(0, likely.length)
                .boxed()
                .max(Comparator.comparingDouble(label -> likely[label]))
                .orElseThrow();
        return new Proposal(judge.labels().get(best), likely[best], precedents(view.meaning(read)));
    }

    /** The same for many at once, on all cores; in the order of the texts. */
    public List<Proposal> proposeAll(List<String> texts) {
        return texts.parallelStream().map(this::propose).toList();
    }

    private List<Precedent> precedents(float[] meaning) {
        return settled.stream()
                .map(one -> new Precedent(one.text().id(), one.text().label(), cosine(one.meaning(), meaning)))
                .sorted(Comparator.comparingDouble(Precedent::likeness).reversed())
                .limit(PRECEDENTS)
                .toList();
    }

    private static double cosine(float[] one, float[] other) {
        float sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
