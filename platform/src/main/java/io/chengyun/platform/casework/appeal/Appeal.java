package io.chengyun.platform.casework.appeal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A department's wish that an overdue case be not counted against it (申诉). Granted, it leaves the overdue figure; that it
 * was overdue stays written.
 *
 * @param reviews the first first
 */
public record Appeal(String id, String caseId, Plea plea, List<Review> reviews, Outcome outcome) {

    public Appeal {
        reviews = List.copyOf(reviews);
    }

    /** 申诉理由: who asks, and on which ground. */
    public record Plea(String organisation, String by, String note, String legalGround, Instant at) {}

    /** 复核意见. */
    public record Review(String by, String organisation, boolean granted, String note, Instant at) {}

    /** 申诉结果. */
    public enum Outcome {
        OPEN,
        /** 准予: as many reviewers as the district asks agreed. */
        GRANTED,
        /** 驳回: one reviewer did not. */
        REFUSED
    }

    /** Staff id of who reviewed it last; null before the first. */
    @Nullable
    String lastReviewer() {
        return reviews.isEmpty() ? null : reviews.get(reviews.size() - 1).by();
    }

    Appeal reviewed(Review review, Outcome then) {
        var all = new ArrayList<>(reviews);
        all.add(review);
        return new Appeal(id, caseId, plea, all, then);
    }
}
