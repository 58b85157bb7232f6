package io.chengyun.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whom somebody believes (信任策略): which logs, which witnesses, and how many of them must have seen a checkpoint (C2SP
 * tlog-policy).
 *
 * @param logs their keys
 * @param witnesses keys by the names that groups and quorum use
 * @param groups by name
 * @param quorum name of a group or a witness, or {@link #NONE}
 */
public record Policy(List<NoteKey> logs, Map<String, NoteKey> witnesses, Map<String, Group> groups, String quorum) {

    public static final String NONE = "none";

    public Policy {
        logs = List.copyOf(logs);
        witnesses = Map.copyOf(witnesses);
        groups = Map.copyOf(groups);
    }

    /**
     * So many of these (见证组).
     *
     * @param least how many of the members must have seen it
     */
    public record Group(int least, List<String> members) {

        public Group {
            members = List.copyOf(members);
        }
    }

    /** A log alone, without witnesses. */
    public static Policy of(NoteKey log) {
        return new Policy(List.of(log), Map.of(), Map.of(), NONE);
    }

    /** @throws Unreadable naming the line */
    public static Policy parse(String text) {
        return new PolicyFile().read(text);
    }

    /** The keys of the log with the name. */
    List<NoteKey> logs(String origin) {
        var found = new ArrayList<NoteKey>();
        for (var log : logs) {
            if (log.name().equals(origin)) {
                found.add(log);
            }
        }
        return found;
    }

    /** Names of the witnesses that signed, in order. */
    public Set<String> seenBy(Note note) {
        var seen = new TreeSet<String>();
        for (var witness : witnesses.entrySet()) {
            if (note.isSignedBy(witness.getValue())) {
                seen.add(witness.getKey());
            }
        }
        return seen;
    }

    /** Whether those are enough. */
    public boolean isEnough(Set<String> seen) {
        return quorum.equals(NONE) || counts(quorum, seen);
    }

    private boolean counts(String name, Set<String> seen) {
        var group = groups.get(name);
        if (group == null) {
            return seen.contains(name);
        }
        int count = 0;
        for (var member : group.members()) {
            count += counts(member, seen) ? 1 : 0;
        }
        return count >= group.least();
    }

    /** How many of how many, for a person; of a group of groups, its leaves are counted. */
    public int witnessCount() {
        return witnesses.size();
    }
}
