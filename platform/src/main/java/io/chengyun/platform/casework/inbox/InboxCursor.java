package io.chengyun.platform.casework.inbox;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.casework.inbox.InboxQuery.Filter;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/**
 * Where a page of the inbox ended (翻页标记), so that the next begins right behind it however much changed before.
 *
 * @param of the folder and filter that it belongs to
 */
public record InboxCursor(String of, Instant deadlineAt, String id) {

    static InboxCursor behind(InboxFolder folder, Filter filter, Instant deadlineAt, String id) {
        return new InboxCursor(mark(folder, filter), deadlineAt, id);
    }

    /** Reads what {@link #text} wrote. */
    public static InboxCursor of(String text) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 3);
            if (parts.length == 3) {
                return new InboxCursor(parts[0], Instant.parse(parts[1]), parts[2]);
            }
        } catch (IllegalArgumentException | DateTimeException torn) {
            throw unreadable();
        }
        throw unreadable();
    }

    private static Malformed unreadable() {
        return new Malformed("after", "give what the page before said was next, unchanged");
    }

    /** What is given to whoever asks on. */
    public String text() {
        var words = of + " " + deadlineAt + " " + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(words.getBytes(StandardCharsets.UTF_8));
    }

    boolean fits(InboxFolder folder, Filter filter) {
        return of.equals(mark(folder, filter));
    }

    private static String mark(InboxFolder folder, Filter filter) {
        return folder + "-" + Integer.toHexString(filter.toString().hashCode());
    }
}
