package io.chengyun.platform.address.owner;

import io.chengyun.platform.address.Roads;
import io.chengyun.platform.place.Places;
import io.chengyun.platform.place.Position;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * Front door of owners (权属): at which road and part of the city a point stands, and whose those are on a day. Read when the
 * house starts, so that a wrong file stops it there; never changes after.
 */
@Service
public class Owners {

    private static final double METRES_A_DEGREE = 111_195;
    /** More than anybody reads through. */
    private static final int MOST = 50;

    private final Roads roads;
    private final Map<String, List<Stretch>> stretches;
    private final Map<String, List<Asset>> assets;
    private final @Nullable Nearness nearness;
    private final STRtree around = new STRtree();

    @Autowired
    Owners(@Value("${chengyun.place.district:districts/minhang}") String district, Places places) {
        this(Path.of(district), places);
    }

    private Owners(Path district, Places places) {
        this.roads = Roads.of(district);
        var tables = new OwnerTables(
                roads, (code, on) -> places.findOrganisation(code, on).isPresent());
        this.stretches = tables.roads(district.resolve("roads.csv"));
        this.assets = tables.assets(district.resolve("assets.csv"));
        this.nearness = stretches.isEmpty() && assets.isEmpty() ? null : Nearness.read(district);
        assets.values().stream()
                .flatMap(Collection::stream)
                .forEach(asset -> around.insert(
                        new Envelope(
                                asset.position().lon(), asset.position().lon(),
                                asset.position().lat(), asset.position().lat()),
                        asset));
        around.build();
    }

    /** Those of a district package folder, for tools and tests that run without the house. */
    public static Owners of(Path district, Places places) {
        return new Owners(district, places);
    }

    /** At which road, and at which part of this class, a point stands on a day; the nearest of those that are near enough. */
    public Site site(String caseClass, Position point, LocalDate on) {
        if (nearness == null) {
            return Site.NOWHERE;
        }
        var metres = nearness.on(on);
        var road = roads.find(point, metres.road()).orElse(null);
        var asset =
                nearest(caseClass, point, metres.asset(), on).map(Asset::code).orElse(null);
        return new Site(road == null ? null : road.road(), road == null ? null : road.number(), asset);
    }

    /** The part of this code, as far as a site says of it, where there is one on this day. */
    public Optional<Holding> findAsset(String code, LocalDate on) {
        return assets.getOrDefault(code, List.of()).stream()
                .filter(asset -> asset.keeping().holdsOn(on))
                .findFirst()
                .map(Asset::holding);
    }

    /** What there is to show of the part of this code, where there is one on this day. */
    Optional<AssetCard> findCard(String code, LocalDate on) {
        return assets.getOrDefault(code, List.of()).stream()
                .filter(asset -> asset.keeping().holdsOn(on))
                .findFirst()
                .map(AssetCard::of);
    }

    /** The parts near a point on a day that somebody may mean, of whatever class, the nearest first. */
    List<AssetCard> listNear(Position point, LocalDate on) {
        if (nearness == null) {
            return List.of();
        }
        return listWithin(point, nearness.on(on).choice(), on)
                .limit(MOST)
                .map(asset -> AssetCard.of(asset, point))
                .toList();
    }

    /** Whose the part and the road of a site are on a day. */
    public Holdings holdings(Site site, LocalDate on) {
        var code = site.asset();
        var road = site.road();
        var number = site.number();
        return new Holdings(
                code == null ? null : findAsset(code, on).orElse(null),
                road == null || number == null ? null : stretch(road, number, on));
    }

    private @Nullable Holding stretch(String road, int number, LocalDate on) {
        return stretches.getOrDefault(road, List.of()).stream()
                .filter(stretch -> stretch.contains(number) && stretch.keeping().holdsOn(on))
                .min(Comparator.comparing(Stretch::whole))
                .map(Stretch::holding)
                .orElse(null);
    }

    private Optional<Asset> nearest(String caseClass, Position point, double metres, LocalDate on) {
        return listWithin(point, metres, on)
                .filter(asset -> asset.caseClass().equals(caseClass))
                .findFirst();
    }

    private Stream<Asset> listWithin(Position point, double metres, LocalDate on) {
        double up = metres / METRES_A_DEGREE;
        double across = up / Math.cos(Math.toRadians(point.lat()));
        var box = new Envelope(point.lon() - across, point.lon() + across, point.lat() - up, point.lat() + up);
        return listWithin(box).stream()
                .filter(asset -> asset.keeping().holdsOn(on) && asset.position().metresTo(point) <= metres)
                .sorted(Comparator.comparingDouble(
                                (Asset asset) -> asset.position().metresTo(point))
                        .thenComparing(Asset::code));
    }

    @SuppressWarnings("unchecked")
    private List<Asset> listWithin(Envelope box) {
        return around.query(box);
    }
}
