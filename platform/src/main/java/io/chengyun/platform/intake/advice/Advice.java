package io.chengyun.platform.intake.advice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the acceptor is advised to do with a request (受理建议).
 *
 * @param caseClass the proposed class; null where a person must decide
 * @param confidence 0 to 1: how likely the class is right; 0 where none is proposed
 * @param department who would get it by the duty list; null where no class is proposed, or nobody is named
 * @param precedents the nearest cases that were closed, nearest first; none before anything was learnt
 */
public record Advice(
        @Nullable String caseClass,
        double confidence,
        Basis basis,
        @Nullable String department,
        Urgency urgency,
        List<Precedent> precedents) {

    public Advice {
        precedents = List.copyOf(precedents);
    }

    /** What the class is proposed by (建议依据). */
    public enum Basis {
        /** 已结案件: cases that were closed, and corrections. */
        LEARNT,
        /** 关键词: the scenarios' keywords, before enough was learnt. */
        KEYWORDS,
        /** 请人判断: nothing is sure enough. */
        ASK_A_PERSON
    }

    /**
     * Whether it can wait (紧急程度).
     *
     * @param words what in the text says so; none where nothing does
     */
    public record Urgency(boolean urgent, List<String> words) {
        public Urgency {
            words = List.copyOf(words);
        }
    }

    /**
     * A case that was closed and is like this (先例案件).
     *
     * @param likeness the cosine of both meanings
     */
    public record Precedent(String caseId, String caseClass, double likeness) {}
}
