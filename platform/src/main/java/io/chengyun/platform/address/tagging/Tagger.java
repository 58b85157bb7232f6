package io.chengyun.platform.address.tagging;

import io.chengyun.kernel.Malformed;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/** Marks the parts of a text (标注器). Never changes, so any thread may ask. */
public final class Tagger {

    private static final String FORM = "chengyun-tagger-1";
    private static final int ROUNDS = 12;
    /** A feature seen once in so many texts at most, or once at all, is forgotten. */
    private static final int RARE = 4_000;

    private static final long SEED = 1;
    /** A tag has a bit of a long. */
    private static final int MOST_LABELS = 31;

    private final TagSet tags;
    private final Lexicon lexicon;
    private final Weights weights;

    Tagger(TagSet tags, Lexicon lexicon, Weights weights) {
        this.tags = tags;
        this.lexicon = lexicon;
        this.weights = weights;
    }

    /** Learns one; the same texts give the same tagger. */
    public static Tagger train(List<Tagged> texts, Lexicon lexicon) {
        var labels = new TreeSet<String>();
        texts.forEach(text -> text.spans().forEach(span -> labels.add(span.label())));
        if (labels.isEmpty() || labels.size() > MOST_LABELS) {
            throw new Malformed("train", "has " + labels.size() + " labels; there must be 1 to " + MOST_LABELS);
        }
        return new Training(texts, new TagSet(List.copyOf(labels)), lexicon, Math.max(2, texts.size() / RARE))
                .run(ROUNDS, SEED);
    }

    /** The parts of the text, in its order. */
    public List<Span> tag(String text) {
        var tokens = Tokens.of(text);
        if (tokens.size() == 0) {
            return List.of();
        }
        var lattice = weights.lattice(text, tokens, lexicon);
        var way = lattice.best();
        var beliefs = lattice.beliefs();
        var certainty = new double[way.length];
        for (int i = 0; i < way.length; i++) {
            certainty[i] = beliefs.of(i)[way[i]];
        }
        return tags.spans(way, certainty, tokens);
    }

    /** Writes it, packed. */
    public void write(OutputStream to) throws IOException {
        try (var out = new DataOutputStream(new GZIPOutputStream(to, 1 << 16))) {
            out.writeUTF(FORM);
            out.writeInt(tags.labels().size());
            for (var label : tags.labels()) {
                out.writeUTF(label);
            }
            weights.write(out);
        }
    }

    /** Reads one that was trained with the same words known. */
    public static Tagger read(InputStream from, Lexicon lexicon) throws IOException {
        try (var in = new DataInputStream(new java.io.BufferedInputStream(new GZIPInputStream(from), 1 << 16))) {
            if (!in.readUTF().equals(FORM)) {
                throw new Malformed("model", "is of another form; train it again");
            }
            var labels = new ArrayList<String>();
            for (int i = in.readInt(); i > 0; i--) {
                labels.add(in.readUTF());
            }
            var tags = new TagSet(labels);
            return new Tagger(tags, lexicon, Weights.read(in, tags));
        } catch (ZipException | EOFException torn) {
            throw new Malformed("model", "is no model, or only a part of one; train it again");
        }
    }
}
