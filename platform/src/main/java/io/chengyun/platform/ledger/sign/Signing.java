package io.chengyun.platform.ledger.sign;

import io.chengyun.platform.access.Access;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.journal.Journal.Line;
import io.chengyun.proof.Acts;
import io.chengyun.proof.Hash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * Has organisations sign what their people did (机构签署): what is taken into the log together is signed together, once by each
 * organisation that acted.
 */
@Service
public class Signing {

    /** Leaves of what nobody of an organisation did. */
    private static final int NOBODY = 0;

    private final Access access;
    private final OrganisationKeys keys;
    private final ActStore store;
    private final SigningSettings settings;

    Signing(Access access, OrganisationKeys keys, ActStore store, SigningSettings settings) {
        this.access = access;
        this.keys = keys;
        this.store = store;
        this.settings = settings;
    }

    /** Entries that are taken in together. In its caller's transaction. */
    public Batch open(List<Line> lines) {
        var batch = new Batch();
        var acts = lines.stream().filter(line -> line.staff() != null).toList();
        if (settings.on() && !acts.isEmpty()) {
            var ids = acts.stream().map(Signing::staff).distinct().toList();
            var organisations = access.list(ids).stream().collect(Collectors.toMap(Caller::id, Caller::organisation));
            for (var act : acts) {
                var organisation = organisations.get(staff(act));
                if (organisation != null) {
                    batch.bundles.computeIfAbsent(organisation, it -> bundle(it, act));
                    batch.byStaff.put(staff(act), organisation);
                }
            }
        }
        return batch;
    }

    private Bundle bundle(String organisation, Line first) {
        return new Bundle(keys.need(organisation, first.at()), new ArrayList<>(), new ArrayList<>());
    }

    private static String staff(Line line) {
        return Objects.requireNonNull(line.staff(), "an act");
    }

    /** What one organisation's people did (机构批次). */
    private record Bundle(KeyPair keys, List<Long> numbers, List<Hash> leaves) {}

    /** Entries that are taken in together (签署批次). For one transaction. */
    public final class Batch {

        private final Map<String, Bundle> bundles = new LinkedHashMap<>();
        private final Map<String, String> byStaff = new LinkedHashMap<>();
        private final List<ActStore.Act> acts = new ArrayList<>();

        private Batch() {}

        /** Id of the key of the organisation that acted; 0 where none did. */
        public int actor(Line line) {
            var organisation = byStaff.get(line.staff());
            return organisation == null ? NOBODY : bundle(organisation).keys.id();
        }

        private Bundle bundle(String organisation) {
            return Objects.requireNonNull(bundles.get(organisation), "opened with its first act");
        }

        /** Notes the entry that was made of it. */
        public void add(Line line, byte[] entry) {
            var staff = line.staff();
            if (staff == null) {
                return;
            }
            var organisation = byStaff.get(staff);
            if (organisation == null) {
                acts.add(new ActStore.Act(line.number(), staff, null));
                return;
            }
            var bundle = bundle(organisation);
            bundle.numbers.add(line.number());
            bundle.leaves.add(Hash.ofLeaf(entry));
            acts.add(new ActStore.Act(line.number(), staff, bundle.numbers.get(0)));
        }

        /** Has each organisation sign, and keeps that with who did what. */
        public void sign(Instant now) {
            bundles.forEach((organisation, bundle) -> {
                long first = bundle.numbers.get(0);
                var text = Acts.checkpoint(bundle.keys.name(), first, bundle.leaves)
                        .text();
                store.add(first, organisation, bundle.keys.sign(text, now));
            });
            store.add(acts);
        }
    }
}
