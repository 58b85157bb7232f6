package io.chengyun.platform.casework.inbox;

import io.chengyun.kernel.Grade;
import io.chengyun.kernel.Malformed;
import io.chengyun.platform.casework.CaseFile.Source;
import io.chengyun.platform.casework.CaseState;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to see of a folder (收件箱查询).
 *
 * @param after where the page before ended; null for the first
 * @param limit at most so many, 1 to 200
 */
public record InboxQuery(
        InboxFolder folder, Filter filter, @Nullable InboxCursor after, int limit) {

    private static final int MOST = 200;
    private static final int LONGEST_TEXT = 100;

    public InboxQuery {
        limit = Math.max(1, Math.min(limit, MOST));
        if (after != null && !after.fits(folder, filter)) {
            throw new Malformed("after", "belongs to another folder or filter: ask for the first page");
        }
    }

    /**
     * Only cases that fit all of it (筛选); null lets everything through.
     *
     * @param text part of the title, or the whole id
     */
    public record Filter(
            @Nullable String caseClass,
            @Nullable String town,
            @Nullable CaseState state,
            @Nullable Source source,
            @Nullable Grade grade,
            @Nullable String text) {

        public Filter {
            text = text == null || text.isBlank() ? null : text.strip();
            if (text != null && text.length() > LONGEST_TEXT) {
                throw new Malformed("text", "search for at most " + LONGEST_TEXT + " characters");
            }
        }

        /** Everything. */
        public static Filter none() {
            return new Filter(null, null, null, null, null, null);
        }

        boolean isEmpty() {
            return equals(none());
        }

        Map<String, @Nullable Object> parameters() {
            var parameters = new HashMap<String, @Nullable Object>();
            parameters.put("caseClass", caseClass);
            parameters.put("ofTown", town);
            parameters.put("state", state == null ? null : state.name());
            parameters.put("source", source == null ? null : source.name());
            parameters.put("grade", grade == null ? null : grade.name());
            parameters.put("id", text);
            parameters.put("text", text == null ? null : "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%");
            return parameters;
        }
    }
}
