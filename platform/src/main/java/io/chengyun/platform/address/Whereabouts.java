package io.chengyun.platform.address;

import java.util.List;
import java.util.Optional;

/**
 * Where in the district an address lies (落位).
 *
 * @param spots what it may mean, likeliest first; none unless found
 * @param why in a sentence, for whoever has to decide
 */
public record Whereabouts(Verdict verdict, List<Spot> spots, String why) {

    /** What can be said of an address (落位结论). */
    public enum Verdict {
        /** In the district. */
        FOUND,
        /** Of another city or district: it is not ours. */
        OUTSIDE,
        /** Ours perhaps, but nothing in it is known to the district. */
        UNKNOWN,
        /** The text says nothing of where. */
        NOTHING
    }

    public Whereabouts {
        spots = List.copyOf(spots);
    }

    static Whereabouts none(Verdict verdict, String why) {
        return new Whereabouts(verdict, List.of(), why);
    }

    /** The likeliest. */
    public Optional<Spot> best() {
        return spots.stream().findFirst();
    }

    /** 0 to 1: how likely the best is right. */
    public double confidence() {
        return best().map(Spot::confidence).orElse(0.0);
    }
}
