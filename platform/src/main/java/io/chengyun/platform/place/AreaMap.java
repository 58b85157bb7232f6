package io.chengyun.platform.place;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Fault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The city's areas as they stand on one day (区域快照). Never changes, so any thread may ask. */
final class AreaMap {

    private static final String NOBODY = "";

    private final Map<AreaKind, List<AreaShape>> layers = new EnumMap<>(AreaKind.class);
    private final Map<AreaCode, AreaShape> byCode = new HashMap<>();
    /** Written out when first asked for. */
    private final Map<String, LayerText> texts = new ConcurrentHashMap<>();
    /** Looked up with every step on every case, so gathered once. */
    private final Map<String, Set<String>> below = new ConcurrentHashMap<>();
    /** Asked for each inspector on shift whenever somebody is to look at a case. */
    private final Map<AreaCode, Position> centres = new ConcurrentHashMap<>();

    private final List<Organisation> organisations;
    private final Above[] above;
    private final AreaCode[] gridCodes;
    private final AreaLocator units;
    private final AreaLocator grids;

    AreaMap(List<AreaShape> shapes, List<Organisation> organisations) {
        for (var kind : AreaKind.values()) {
            layers.put(
                    kind,
                    shapes.stream()
                            .filter(shape -> shape.area().kind() == kind)
                            .sorted(Comparator.comparing(AreaShape::code))
                            .toList());
        }
        shapes.forEach(shape -> byCode.put(shape.area().code(), shape));
        this.organisations = List.copyOf(organisations);
        this.above = list(AreaKind.UNIT).stream().map(this::above).toArray(Above[]::new);
        this.gridCodes =
                list(AreaKind.GRID).stream().map(grid -> grid.area().code()).toArray(AreaCode[]::new);
        this.units = new AreaLocator(list(AreaKind.UNIT));
        this.grids = new AreaLocator(list(AreaKind.GRID));
    }

    List<AreaShape> list(AreaKind kind) {
        return layers.getOrDefault(kind, List.of());
    }

    List<Organisation> organisations() {
        return organisations;
    }

    /** The organisation and all that belong to it, however far down. */
    Set<String> withAllBelow(String organisation) {
        return below.computeIfAbsent(organisation, this::gatherBelow);
    }

    private Set<String> gatherBelow(String organisation) {
        var found = new HashSet<>(Set.of(organisation));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (var one : organisations) {
                grew |= one.parent() != null && found.contains(one.parent()) && found.add(one.code());
            }
        }
        return Set.copyOf(found);
    }

    Optional<AreaShape> find(AreaCode code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** A point well inside the area; the area must be one of these. */
    Position centre(AreaShape of) {
        return centres.computeIfAbsent(of.area().code(), any -> {
            var middle = of.shape().getCentroid();
            var point = of.shape().contains(middle) ? middle : of.shape().getInteriorPoint();
            return new Position(point.getX(), point.getY());
        });
    }

    LayerText layer(AreaKind kind) {
        return texts.computeIfAbsent(kind.layer(), any -> LayerText.of(list(kind)));
    }

    LayerText unitsOf(AreaCode town) {
        return texts.computeIfAbsent(
                town.value(),
                any -> LayerText.of(list(AreaKind.UNIT).stream()
                        .filter(unit -> unit.area().code().town().equals(town))
                        .toList()));
    }

    Optional<Placement> find(Position point) {
        int unit = units.locate(point.lon(), point.lat());
        int grid = grids.locate(point.lon(), point.lat());
        if (unit < 0 || grid < 0) {
            return Optional.empty();
        }
        var known = above[unit];
        return Optional.of(new Placement(
                known.unit(),
                gridCodes[grid],
                known.committee(),
                known.town(),
                known.district(),
                known.organisation()));
    }

    /** The areas above a unit are in its code, so they are looked up once. */
    private Above above(AreaShape unit) {
        var committee = new AreaCode(unit.code().substring(0, 12));
        var town = committee.town();
        var district = new AreaCode(unit.code().substring(0, 6));
        return new Above(
                unit.area().code(), committee, town, district, responsible(town).orElse(NOBODY));
    }

    private Optional<String> responsible(AreaCode town) {
        return organisations.stream()
                .filter(organisation -> organisation.kind().equals(Organisation.TOWN_CENTRE))
                .filter(organisation -> organisation.area().equals(town))
                .map(Organisation::code)
                .findFirst();
    }

    private record Above(AreaCode unit, AreaCode committee, AreaCode town, AreaCode district, String organisation) {}

    /** A layer written out (图层文本), with the digest by which a browser knows whether it has it already. */
    record LayerText(String geoJson, String sha256) {

        static LayerText of(Collection<AreaShape> shapes) {
            var text = AreaGeoJson.write(shapes);
            return new LayerText(text, digest(text));
        }

        private static String digest(String text) {
            try {
                var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
                return HexFormat.of().formatHex(digest);
            } catch (NoSuchAlgorithmException absent) {
                throw new Fault("place:no-sha256", absent);
            }
        }
    }
}
