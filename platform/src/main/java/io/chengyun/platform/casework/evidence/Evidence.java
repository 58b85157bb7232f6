package io.chengyun.platform.casework.evidence;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Fault;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.objects.Digest;
import io.chengyun.platform.place.Position;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Front door of evidence (证据): takes photos and voice notes in for a case, and gives them back. Whoever asks has checked
 * that the caller may see the case.
 */
@Service
public class Evidence {

    private final ExhibitRules rules;
    private final ExhibitStore exhibits;
    private final EvidenceStore store;
    private final EvidenceLimits limits;
    private final Clock clock;

    Evidence(ExhibitRules rules, ExhibitStore exhibits, EvidenceStore store, EvidenceLimits limits, Clock clock) {
        this.rules = rules;
        this.exhibits = exhibits;
        this.store = store;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Takes in what was sent for a case; the same again has the same id. The bytes are kept before the row is, outside any
     * transaction: a row without its bytes cannot come to be, bytes without a row harm nobody.
     *
     * @param spot where the case is
     * @param by staff id
     * @return id of what is kept
     * @throws Refused {@code casework:evidence-enough} where the case has as many as the district takes
     */
    public String take(String caseId, Position spot, byte[] sent, Said said, String by) {
        var now = clock.instant();
        var here = now.atZone(clock.getZone());
        int most = limits.perCase(here.toLocalDate());
        var weighed = rules.weigh(sent, said, spot, by, here);
        var id = weighed.exhibit().id();
        exhibits.requireRoom(caseId, id, most);
        store.keep(id, weighed.bytes());
        exhibits.save(caseId, weighed.exhibit(), now, most);
        return id;
    }

    /** Whether every one of these is a photo that was sent to the case; a voice note is none. */
    public boolean hasPhotos(String caseId, List<String> ids) {
        return exhibits.hasPhotos(caseId, ids);
    }

    /** What was sent to a case, the oldest first. */
    public List<Exhibit> list(String caseId) {
        return exhibits.list(caseId);
    }

    /** A piece of a case in this town, or in any if none is named. */
    public Exhibit get(String id, @Nullable AreaCode town) {
        return exhibits.find(id, town).orElseThrow(() -> new Refused(PhotoRefusal.ABSENT));
    }

    /** What a piece shows, as it was kept. */
    public byte[] bytes(Exhibit exhibit) {
        Optional<byte[]> old = exhibits.findBytes(exhibit.id());
        var bytes = old.isPresent() ? old.get() : store.read(exhibit.id());
        if (!Digest.of(bytes).equals(exhibit.id())) {
            throw new Fault("casework:evidence-damaged", new IOException("not what was kept: " + exhibit.id()));
        }
        return bytes;
    }
}
