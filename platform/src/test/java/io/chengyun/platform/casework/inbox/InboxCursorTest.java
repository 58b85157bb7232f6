package io.chengyun.platform.casework.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.casework.inbox.InboxQuery.Filter;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

/** Where a page ended. */
@NullUnmarked
class InboxCursorTest {

    private static final Instant DUE = Instant.parse("2026-11-23T01:02:03.456789Z");
    private static final Filter DRAINS = new Filter("0506", null, null, null, null, null);

    @Test
    void whatIsWrittenIsReadAgain() {
        var cursor = InboxCursor.behind(InboxFolder.UNIT, DRAINS, DUE, "c-1");
        assertThat(InboxCursor.of(cursor.text())).isEqualTo(cursor);
    }

    @Test
    void cursorOfAnotherFolderOrFilterIsMalformed() {
        var cursor = InboxCursor.behind(InboxFolder.UNIT, DRAINS, DUE, "c-1");
        assertThat(new InboxQuery(InboxFolder.UNIT, DRAINS, cursor, 10).after()).isEqualTo(cursor);
        assertThatThrownBy(() -> new InboxQuery(InboxFolder.MINE, DRAINS, cursor, 10))
                .isInstanceOf(Malformed.class);
        assertThatThrownBy(() -> new InboxQuery(InboxFolder.UNIT, Filter.none(), cursor, 10))
                .isInstanceOf(Malformed.class);
    }

    @Test
    void tornCursorIsMalformed() {
        for (var text : new String[] {"", "x", "%%%", "YSBiIGM", "VU5JVCAyMDI2"}) {
            assertThatThrownBy(() -> InboxCursor.of(text)).isInstanceOf(Malformed.class);
        }
    }
}
