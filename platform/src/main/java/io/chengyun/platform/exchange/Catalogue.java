package io.chengyun.platform.exchange;

import io.chengyun.kernel.Fault;
import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.content.PackageFile;
import io.chengyun.platform.place.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The district's catalogue of data sets (数据目录), read and checked whole when the house starts. */
@Component
class Catalogue {

    private final CatalogueFile file;
    private final Places places;

    @Autowired
    Catalogue(@Value("${chengyun.place.district:districts/minhang}") String district, Places places) {
        this(Path.of(district), places);
    }

    Catalogue(Path district, Places places) {
        this.places = places;
        var path = district.resolve(CatalogueFile.NAME);
        if (Files.notExists(path)) {
            this.file = CatalogueFile.none();
            return;
        }
        this.file = PackageFile.read(path, CatalogueFile.class, "exchange:catalogue-unreadable");
        check(path);
    }

    private void check(Path path) {
        var namespaces =
                file.namespaces().stream().map(CatalogueFile.Term::code).toList();
        var seen = new HashMap<String, Integer>();
        var days = new HashSet<String>();
        for (var set : file.sets()) {
            int nth = seen.merge(set.code(), 1, Integer::sum);
            if (!namespaces.contains(set.namespace())) {
                throw wrong(
                        path, set, nth, "code", "'" + set.namespace() + "' is no namespace: use one of " + namespaces);
            }
            if (!days.add(set.code() + set.from())) {
                throw wrong(path, set, nth, "from", set.from() + " stands twice: describe it once a day");
            }
            if (places.findOrganisation(set.owner(), places.today()).isEmpty()) {
                throw wrong(
                        path, set, nth, "owner", set.owner() + " is in no row of organisations.csv: name one that is");
            }
        }
    }

    private static Malformed wrong(Path path, DataSet set, int nth, String field, String remedy) {
        return new Malformed(
                CatalogueFile.NAME,
                "line " + line(path, set.code(), nth) + ", " + set.code() + ", " + field + ": " + remedy);
    }

    /** Where the nth entry of this code begins. */
    private static int line(Path path, String code, int nth) {
        try {
            var lines = Files.readAllLines(path);
            int left = nth;
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).matches("\\s*-?\\s*code:\\s*[\"']?\\Q" + code + "\\E[\"']?\\s*") && --left == 0) {
                    return i + 1;
                }
            }
            return 1;
        } catch (IOException gone) {
            throw new Fault("exchange:catalogue-unreadable", gone);
        }
    }

    List<CatalogueFile.Term> namespaces() {
        return file.namespaces();
    }

    List<CatalogueFile.Term> purposes() {
        return file.purposes();
    }

    /** Every data set as it is described today, by code. */
    List<DataSet> list() {
        var today = places.today();
        var newest = new TreeMap<String, DataSet>();
        file.sets().stream()
                .filter(set -> !set.from().isAfter(today))
                .sorted(Comparator.comparing(DataSet::from))
                .forEach(set -> newest.put(set.code(), set));
        return List.copyOf(newest.values());
    }

    Optional<DataSet> find(String code) {
        return list().stream().filter(set -> set.code().equals(code)).findFirst();
    }

    /** @throws Refused where the catalogue has none of this code today */
    DataSet get(String code) {
        return find(code)
                .orElseThrow(() -> new Refused(
                        ExchangeRefusal.ABSENT,
                        list().stream().map(DataSet::code).toList()));
    }

    /** The purpose, where the catalogue knows it. */
    String purpose(String purpose) {
        var codes = file.purposes().stream().map(CatalogueFile.Term::code).toList();
        if (!codes.contains(purpose)) {
            throw new Refused(ExchangeRefusal.NO_SUCH_PURPOSE, codes);
        }
        return purpose;
    }

    /** The organisation, where there is one of this code today. */
    String organisation(String code) {
        return places.findOrganisation(code, places.today())
                .orElseThrow(() -> new Refused(ExchangeRefusal.NO_SUCH_ORGANISATION))
                .code();
    }

    /** Up to which grade somebody is given fields for the roles held; the highest of them counts. */
    DataGrade ceiling(Caller caller) {
        LocalDate today = places.today();
        return caller.roles().stream()
                .map((Role role) -> file.ceiling(role, today))
                .max(Comparator.naturalOrder())
                .orElse(DataGrade.GENERAL);
    }
}
