package io.chengyun.platform.sensing.registry;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.place.ObservedProperties;
import io.chengyun.platform.place.Places;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.sensing.notation.Units;
import io.chengyun.platform.sensing.registry.Device.Make;
import io.chengyun.platform.sensing.registry.Device.State;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * Reads a table of devices to be put to work (投运清单): {@code thing,name,lon,lat,property,unit}, and if there
 * {@code kind,serial,organisation}. One row a property; a device with several has several rows. Everything that is wrong is
 * found at once.
 */
final class CandidateTable {

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvReadFeature.TRIM_SPACES)
            .enable(CsvReadFeature.EMPTY_STRING_AS_NULL)
            .build();
    private static final List<String> NEEDED = List.of("thing", "name", "lon", "lat", "property", "unit");

    private final ObservedProperties properties;
    private final Places places;
    private final Predicate<Device> welcome;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Draft> drafts = new LinkedHashMap<>();

    /**
     * @param welcome whether a device may be put to work by whoever sends the table
     */
    CandidateTable(ObservedProperties properties, Places places, Predicate<Device> welcome) {
        this.properties = properties;
        this.places = places;
        this.welcome = welcome;
    }

    /**
     * What is wrong with a row (行问题).
     *
     * @param row counted from 1, the heading included
     */
    record Problem(int row, String column, String remedy) {}

    /** What could be read: devices whose rows are all good, and the problems of the others. */
    record Result(List<Candidate> candidates, List<Problem> problems) {}

    private static final class Draft {
        private final Device device;
        private final Set<String> properties = new LinkedHashSet<>();
        private boolean wrong;

        Draft(Device device) {
            this.device = device;
        }
    }

    Result read(Reader text) {
        var schema = CsvSchema.emptySchema().withHeader();
        try (MappingIterator<Map<String, String>> rows =
                CSV.readerForMapOf(String.class).with(schema).readValues(text)) {
            for (int number = 2; rows.hasNext(); number++) {
                take(number, rows.next());
            }
        } catch (JacksonException torn) {
            problems.add(new Problem(
                    torn.getLocation() == null
                            ? 1
                            : Math.max(1, torn.getLocation().getLineNr()),
                    "",
                    "is no row of a table: " + torn.getOriginalMessage()));
            drafts.clear();
        }
        var good = drafts.values().stream()
                .filter(draft -> !draft.wrong)
                .map(draft -> new Candidate(draft.device, List.copyOf(draft.properties)))
                .toList();
        return new Result(good, List.copyOf(problems));
    }

    private void take(int number, Map<String, @Nullable String> row) {
        int before = problems.size();
        NEEDED.stream()
                .filter(column -> row.get(column) == null)
                .forEach(column -> problems.add(new Problem(number, column, "must not be empty")));
        var device = problems.size() == before ? device(number, row) : null;
        if (device != null) {
            property(number, row);
        }
        var code = row.get("thing");
        if (device == null || code == null) {
            if (code != null) {
                drafts.computeIfAbsent(code, one -> new Draft(nobody(code))).wrong = true;
            }
            return;
        }
        var draft = drafts.computeIfAbsent(code, one -> new Draft(device));
        if (!draft.wrong && !draft.device.equals(device)) {
            problems.add(new Problem(number, "thing", code + " is another device in an earlier row"));
        }
        if (!draft.properties.add(String.valueOf(row.get("property")))) {
            problems.add(new Problem(number, "property", "stands twice for " + code));
        }
        draft.wrong |= problems.size() > before;
    }

    private @Nullable Device device(int number, Map<String, @Nullable String> row) {
        try {
            var position = new Position(number("lon", row), number("lat", row));
            var town = places.find(position, places.today())
                    .orElseThrow(() -> new Malformed("lon", "this point is outside the district"))
                    .town();
            var organisation = row.get("organisation");
            if (organisation != null
                    && places.findOrganisation(organisation, places.today()).isEmpty()) {
                throw new Malformed("organisation", "'" + organisation + "' is no organisation of the district");
            }
            var make = new Make(row.get("kind"), null, null, row.get("serial"));
            var device = new Device(
                    code(String.valueOf(row.get("thing"))),
                    String.valueOf(row.get("name")),
                    make,
                    position,
                    town,
                    organisation,
                    State.COMMISSIONED,
                    null);
            if (!welcome.test(device)) {
                throw new Malformed("thing", "is commissioned or retired already, or not in your area");
            }
            return device;
        } catch (Malformed wrong) {
            problems.add(new Problem(number, wrong.field(), remedy(wrong)));
            return null;
        }
    }

    private void property(int number, Map<String, @Nullable String> row) {
        var code = String.valueOf(row.get("property"));
        var unit = String.valueOf(row.get("unit"));
        var known = properties.find(code);
        if (known.isEmpty()) {
            problems.add(new Problem(number, "property", "'" + code + "' is not in the district's registry"));
        } else if (!Units.same(unit, known.get().unit())) {
            problems.add(new Problem(number, "unit", "must be " + known.get().unit() + " for " + code));
        }
    }

    /** A code that can stand in an address and in a message topic. */
    static String code(String text) {
        if (!text.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}")) {
            throw new Malformed(
                    "thing", "'" + text + "' must be 1 to 64 letters, digits, dots, hyphens or underscores");
        }
        return text;
    }

    private static double number(String column, Map<String, @Nullable String> row) {
        var text = String.valueOf(row.get(column));
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException wrong) {
            throw new Malformed(column, "'" + wrong.getMessage() + "' must be a number of degrees");
        }
    }

    private static String remedy(Malformed wrong) {
        var text = String.valueOf(wrong.getMessage());
        return text.substring(Math.min(text.length(), wrong.field().length() + 2));
    }

    private static Device nobody(String code) {
        return new Device(code, code, Make.UNKNOWN, null, null, null, State.COMMISSIONED, null);
    }
}
