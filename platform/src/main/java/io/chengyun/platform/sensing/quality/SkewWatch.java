package io.chengyun.platform.sensing.quality;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells a wrong clock from a late line (时钟判定): a wrong clock is off by the same amount again and again.
 *
 * <p>One thread. Remembers only streams whose newest reading was off, until one is not.
 */
final class SkewWatch {

    private final Map<Long, Spell> spells = new HashMap<>();

    /** How often in a row, and between which offsets in milliseconds. */
    private record Spell(int count, long least, long most) {

        Spell and(long offset) {
            return new Spell(count + 1, Math.min(least, offset), Math.max(most, offset));
        }
    }

    /**
     * Takes in how far a stream's newest reading of a batch was ahead of its arrival, negative when behind.
     *
     * @return whether its clock is wrong, by all that was seen
     */
    boolean isWrong(long stream, Duration offset, QualityPolicy.Skew policy) {
        long millis = offset.toMillis();
        boolean off =
                millis > policy.ahead().toMillis() || -millis > policy.behind().toMillis();
        if (!off) {
            spells.remove(stream);
            return false;
        }
        var spell = spells.getOrDefault(stream, new Spell(0, millis, millis)).and(millis);
        if (spell.most() - spell.least() > policy.spread().toMillis()) {
            spell = new Spell(1, millis, millis);
        }
        spells.put(stream, spell);
        return spell.count() >= policy.batches();
    }

    int remembered() {
        return spells.size();
    }
}
