package io.chengyun.rules.group;

import io.chengyun.rules.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One way to judge the streams of a group together (群体规则): values in, values out, no clock, store or framework.
 *
 * <p>A rule is immutable and shared by all groups and threads; what it knows of one group is a {@link GroupState}, which it
 * changes in place. The same reports in the same order make the same state and the same findings, always. A gap is
 * unknown: it never clears what stood.
 */
public sealed interface GroupRule permits Composite, KOfN, Neighbours, Sequence {

    /** More members than this are not remembered of a group; those that came first stay. */
    int MOST_MEMBERS = 256;

    /** What it wants to hear of members: property codes, and {@link Report#signal}s of rules. */
    Set<String> topics();

    /** How far back from a member's newest report it must hear again what it forgot, or never heard. */
    Duration reach();

    /** What it knows of a group that never reported. */
    GroupState initial();

    /** What it knew when it said these words; words of another form count as none. */
    GroupState recall(long[] words);

    /** Weighs a report of one of its topics, the newest or a late one. */
    @Nullable
    GroupFinding on(GroupState state, Report report);

    /** When it must be asked again though nobody reported; null when only a report can change its mind. */
    @Nullable
    Instant dueAt(GroupState state);

    /** Weighs the passing of time; harmless when asked too early. */
    @Nullable
    GroupFinding onTime(GroupState state, Instant now);

    Words words();

    /** What it watches for, as a person reads it, in Chinese. */
    String sentence();

    /** What it watches for, as a person reads it, in English. */
    String sentenceEn();
}
