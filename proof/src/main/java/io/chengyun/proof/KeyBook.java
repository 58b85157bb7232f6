package io.chengyun.proof;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys by which organisations sign what their people do (机构公钥簿), each with the time in which it held: lines of
 * {@code organisation CODE KEY FROM UNTIL}, with {@code -} for a key that still holds.
 */
public record KeyBook(List<Entry> entries) {

    private static final String WORD = "organisation";
    private static final String OPEN = "-";
    private static final int WORDS = 5;

    public KeyBook {
        entries = List.copyOf(entries);
    }

    /**
     * One key of an organisation (机构公钥).
     *
     * @param from the first moment at which it held
     * @param until the first moment at which it held no more; null while it does
     */
    public record Entry(
            String organisation,
            NoteKey key,
            Instant from,
            @Nullable Instant until) {

        boolean holdsAt(Instant at) {
            return !at.isBefore(from) && (until == null || at.isBefore(until));
        }

        String line() {
            return String.join(
                    " ", WORD, organisation, key.format(), from.toString(), until == null ? OPEN : until.toString());
        }
    }

    /** @throws Unreadable naming the line */
    public static KeyBook parse(String text) {
        var entries = new ArrayList<Entry>();
        var lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            var line = lines[i].strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                entries.add(entry(i + 1, line.split("[ \t]+")));
            }
        }
        return new KeyBook(entries);
    }

    private static Entry entry(int number, String[] words) {
        if (words.length != WORDS || !words[0].equals(WORD)) {
            throw new Unreadable(
                    "organisations line %d: is not 'organisation CODE KEY FROM UNTIL|-'".formatted(number));
        }
        try {
            var until = words[4].equals(OPEN) ? null : Instant.parse(words[4]);
            return new Entry(words[1], NoteKey.parse(words[2]), Instant.parse(words[3]), until);
        } catch (DateTimeException no) {
            throw new Unreadable(
                    "organisations line %d: not a time such as 2026-01-31T08:00:00Z".formatted(number), no);
        }
    }

    public String format() {
        var text = new StringBuilder();
        entries.forEach(entry -> text.append(entry.line()).append('\n'));
        return text.toString();
    }

    /** The key with the id. */
    Optional<Entry> find(int keyId) {
        return entries.stream().filter(entry -> entry.key.id() == keyId).findFirst();
    }

    /** All keys with which the organisation had to sign at the time, whatever their algorithm. */
    List<NoteKey> list(String organisation, Instant at) {
        return entries.stream()
                .filter(entry -> entry.organisation.equals(organisation) && entry.holdsAt(at))
                .map(Entry::key)
                .toList();
    }
}
