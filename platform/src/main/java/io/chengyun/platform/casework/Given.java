package io.chengyun.platform.casework;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.chengyun.kernel.Malformed;
import io.chengyun.platform.casework.Course.Effort;
import io.chengyun.platform.casework.joint.Joint.Sharing;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody gives with an action (办理内容): one flat object in JSON.
 *
 * @param version the case's revision that the person looked at; null to act on whatever stands
 * @param legalGround the rule on which it rests
 * @param evidence ids of photos sent to the case before
 * @param named whom or what the action names
 * @param sharing who handles it together, and how
 * @param answer what the reporter said when called back
 * @param effort what the work took, as who hands it in says
 */
public record Given(
        @Nullable Long version,
        @Nullable String note,
        @Nullable String legalGround,
        @Nullable List<String> evidence,
        @JsonUnwrapped Named named,
        @JsonUnwrapped Sharing sharing,
        @JsonUnwrapped Answer answer,
        @JsonUnwrapped Effort effort) {

    private static final int LONGEST_TEXT = 2_000;
    private static final int MOST_PHOTOS = 50;

    public Given {
        note = text("note", note);
        legalGround = text("legalGround", legalGround);
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
        if (evidence.size() > MOST_PHOTOS) {
            throw new Malformed("evidence", "name at most " + MOST_PHOTOS + " photos with one action");
        }
    }

    /**
     * Whom or what an action names (指定对象).
     *
     * @param organisation code of the organisation meant
     * @param person staff id meant
     * @param standard id of the filing standard that is met
     * @param caseClass code of the class that it is after all, or of the part that is split off
     * @param into id of the case that this one is merged into
     * @param until end of a suspension
     * @param asset code of the part that it is about
     */
    public record Named(
            @Nullable String organisation,
            @Nullable String person,
            @Nullable String standard,
            @Nullable String caseClass,
            @Nullable String into,
            @Nullable Instant until,
            @Nullable String asset) {

        static final Named NOTHING = new Named(null, null, null, null, null);

        /** Where no moment and no part is named. */
        public Named(
                @Nullable String organisation,
                @Nullable String person,
                @Nullable String standard,
                @Nullable String caseClass,
                @Nullable String into) {
            this(organisation, person, standard, caseClass, into, null, null);
        }

        public Named {
            organisation = text("organisation", organisation);
            person = text("person", person);
            standard = text("standard", standard);
            caseClass = text("caseClass", caseClass);
            into = text("into", into);
            asset = text("asset", asset);
        }
    }

    /** What the reporter said (回访结果): whether it is solved, and whether satisfied; null where not said. */
    public record Answer(
            @Nullable Boolean resolved, @Nullable Boolean satisfied) {

        static final Answer NOTHING = new Answer(null, null);
    }

    /** Nothing but the action itself. */
    public static Given nothing() {
        return new Given(null, null, null, null, Named.NOTHING, Sharing.NOTHING, Answer.NOTHING, Effort.NOTHING);
    }

    /** Only a remark. */
    public static Given note(String note) {
        return nothing().saying(note);
    }

    /** Only the filing standard that is met. */
    public static Given standard(String standard) {
        return nothing().naming(new Named(null, null, standard, null, null));
    }

    /** As somebody saw the case at that revision. */
    public Given at(long seen) {
        return new Given(seen, note, legalGround, evidence, named, sharing, answer, effort);
    }

    /** With this remark. */
    public Given saying(@Nullable String remark) {
        return new Given(version, remark, legalGround, evidence, named, sharing, answer, effort);
    }

    /** On this legal ground. */
    public Given on(@Nullable String ground) {
        return new Given(version, note, ground, evidence, named, sharing, answer, effort);
    }

    /** With these photos. */
    public Given showing(List<String> photos) {
        return new Given(version, note, legalGround, photos, named, sharing, answer, effort);
    }

    /** Until then. */
    public Given until(@Nullable Instant end) {
        return naming(new Named(
                named.organisation, named.person, named.standard, named.caseClass, named.into, end, named.asset));
    }

    /** Naming these instead. */
    public Given naming(Named these) {
        return new Given(version, note, legalGround, evidence, these, sharing, answer, effort);
    }

    /** Naming this organisation, and whatever was named beside. */
    public Given to(@Nullable String organisation) {
        return naming(new Named(
                organisation, named.person, named.standard, named.caseClass, named.into, named.until, named.asset));
    }

    /** Shared in this way. */
    public Given shared(Sharing how) {
        return new Given(version, note, legalGround, evidence, named, how, answer, effort);
    }

    /** With what the reporter said. */
    public Given answering(Answer said) {
        return new Given(version, note, legalGround, evidence, named, sharing, said, effort);
    }

    /** With what it took. */
    public Given spending(Effort said) {
        return new Given(version, note, legalGround, evidence, named, sharing, answer, said);
    }

    @Nullable
    Instant until() {
        return named.until;
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
        LEGAL_GROUND("legalGround"),
        CASE_CLASS("caseClass"),
        INTO("into"),
        ORGANISATIONS("organisations"),
        POLICY("policy"),
        RESOLVED("resolved");

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
            case ORGANISATION -> named.organisation != null;
            case STANDARD -> named.standard != null;
            case PERSON -> named.person != null;
            case UNTIL -> named.until != null;
            case LEGAL_GROUND -> legalGround != null;
            case CASE_CLASS -> named.caseClass != null;
            case INTO -> named.into != null;
            case ORGANISATIONS -> !sharing.helpers().isEmpty();
            case POLICY -> sharing.policy() != null;
            case RESOLVED -> answer.resolved != null;
        };
        if (!there) {
            throw new Malformed(need.field(), "is needed for this action");
        }
    }
}
