package io.chengyun.platform.casework;

import io.chengyun.kernel.Malformed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody gives with an action (办理内容).
 *
 * @param version the case's revision that the person looked at; null to act on whatever stands
 * @param organisation code of the organisation meant
 * @param person staff id meant
 * @param standard id of the filing standard that is met
 * @param until end of a suspension
 * @param legalGround the rule on which it rests
 * @param evidence ids of photos sent to the case before
 */
public record Given(
        @Nullable Long version,
        @Nullable String note,
        @Nullable String organisation,
        @Nullable String person,
        @Nullable String standard,
        @Nullable Instant until,
        @Nullable String legalGround,
        @Nullable List<String> evidence) {

    private static final int LONGEST_TEXT = 2_000;
    private static final int MOST_PHOTOS = 50;

    public Given {
        note = text("note", note);
        organisation = text("organisation", organisation);
        person = text("person", person);
        standard = text("standard", standard);
        legalGround = text("legalGround", legalGround);
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
        if (evidence.size() > MOST_PHOTOS) {
            throw new Malformed("evidence", "name at most " + MOST_PHOTOS + " photos with one action");
        }
    }

    /** Nothing but the action itself. */
    public static Given nothing() {
        return new Given(null, null, null, null, null, null, null, null);
    }

    /** Only a remark. */
    public static Given note(String note) {
        return new Given(null, note, null, null, null, null, null, null);
    }

    /** Only the filing standard that is met. */
    static Given standard(String standard) {
        return new Given(null, null, null, null, standard, null, null, null);
    }

    List<String> photos() {
        return evidence == null ? List.of() : evidence;
    }

    /** Blank is absent; too long is malformed. */
    private static @Nullable String text(String field, @Nullable String text) {
        if (text != null && text.length() > LONGEST_TEXT) {
            throw new Malformed(field, "write at most " + LONGEST_TEXT + " characters");
        }
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** What an action may need. */
    public enum Need {
        NOTE("note"),
        EVIDENCE("evidence"),
        ORGANISATION("organisation"),
        STANDARD("standard"),
        PERSON("person"),
        UNTIL("until"),
        LEGAL_GROUND("legalGround");

        private final String field;

        Need(String field) {
            this.field = field;
        }

        /** The field in the body of an action. */
        public String field() {
            return field;
        }
    }

    /** Refuses as malformed if this is not among what is given. */
    void require(Need need) {
        boolean there = switch (need) {
            case NOTE -> note != null;
            case EVIDENCE -> !photos().isEmpty();
            case ORGANISATION -> organisation != null;
            case STANDARD -> standard != null;
            case PERSON -> person != null;
            case UNTIL -> until != null;
            case LEGAL_GROUND -> legalGround != null;
        };
        if (!there) {
            throw new Malformed(need.field(), "is needed for this action");
        }
    }
}
