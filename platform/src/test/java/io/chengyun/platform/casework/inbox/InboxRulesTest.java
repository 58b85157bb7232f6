package io.chengyun.platform.casework.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Fault;
import io.chengyun.kernel.Malformed;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.casework.inbox.Reach.Lane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each folder reaches for whom. */
class InboxRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final Set<String> OFFICES = Set.of("T310112101", "G310112101G01");

    private final InboxRules rules = new InboxRules(Duration.ofHours(4), 500);

    private Reach reach(InboxFolder folder, Role role, @Nullable String town) {
        var area = town == null ? null : new AreaCode(town);
        var caller = new Caller("s-1", "", "", Set.of(role), "T310112101", area);
        return rules.reach(folder, caller, OFFICES, false, NOW);
    }

    @Test
    void aTownsPeopleReachNothingOutsideIt() {
        for (var folder : InboxFolder.values()) {
            for (var role : Role.values()) {
                assertThat(reach(folder, role, "310112101").town()).isEqualTo("310112101");
            }
        }
    }

    @Test
    void desksLookAfterTheirTownAndHandlersAfterTheirUnit() {
        assertThat(reach(InboxFolder.OVERDUE, Role.DISPATCHER, "310112101").lane())
                .isEqualTo(Lane.town("310112101"));
        assertThat(reach(InboxFolder.OVERDUE, Role.DISPATCHER, null).lane()).isEqualTo(Lane.everything());
        assertThat(reach(InboxFolder.OVERDUE, Role.HANDLER, null).lane()).isEqualTo(Lane.organisations(OFFICES));
    }

    @Test
    void soonBeginsWhereOverdueEnds() {
        var overdue = reach(InboxFolder.OVERDUE, Role.COMMANDER, null);
        var soon = reach(InboxFolder.SOON, Role.COMMANDER, null);
        assertThat(overdue.until()).isEqualTo(soon.from()).isEqualTo(NOW);
        assertThat(soon.until()).isEqualTo(NOW.plus(Duration.ofHours(4)));
    }

    @Test
    void districtsFileSaysWhatIsSoon(@TempDir Path folder) throws IOException {
        assertThat(InboxRules.read(
                        Path.of(System.getProperty("chengyun.place.district")).resolve("inbox.yml")))
                .isEqualTo(new InboxRules(Duration.ofHours(4), 500));
        var file = folder.resolve("inbox.yml");
        assertThatThrownBy(() -> InboxRules.read(file)).isInstanceOf(Fault.class);
        for (var wrong : new String[] {
            "soon: PT4H",
            "soon: PT0S\nwatchedAtMost: 5",
            "soon: PT4H\nwatchedAtMost: 0",
            "soon: soon\nwatchedAtMost: 5",
            "soon: PT4H\nwatchedAtMost: 5\nmore: 1"
        }) {
            Files.writeString(file, wrong);
            assertThatThrownBy(() -> InboxRules.read(file)).as(wrong).isInstanceOf(Malformed.class);
        }
    }
}
