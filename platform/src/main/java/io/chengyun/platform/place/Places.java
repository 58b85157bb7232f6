package io.chengyun.platform.place;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.place.PlaceSettings.Outside;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Front door of place (图网码): where a point lies on a day, the areas and organisations of that day. Answers from an
 * immutable picture in memory, so any thread may ask.
 */
@Component
public class Places {

    private final DistrictFiles files;
    private final ShapeRules shapeRules;
    private final Outside outside;
    private final District district;
    private final Clock clock;
    private volatile AreaHistory history;

    @Autowired
    Places(PlaceSettings settings, PlaceStore store, Clock clock) {
        this(settings, clock);
        for (var replacement : store.list()) {
            var shapes = AreaGeoJson.read(replacement.body());
            history = history.replacing(replacement.kind(), replacement.from(), shapes);
        }
    }

    private Places(PlaceSettings settings, Clock clock) {
        this.files = new DistrictFiles(settings.folder());
        this.shapeRules = new ShapeRules(settings.toleranceMetres());
        this.outside = settings.outside();
        this.clock = clock;
        this.district = files.district();
        this.history = new AreaHistory(files.areas(), files.organisations());
    }

    /** The places of a district package folder, for tools and tests that run without the house. */
    public static Places of(Path folder, Clock clock) {
        return of(new PlaceSettings(folder.toString(), Outside.REFUSE, PlaceSettings.TOLERANCE_METRES), clock);
    }

    static Places of(PlaceSettings settings, Clock clock) {
        return new Places(settings, clock);
    }

    /** Where the point lies on this day; empty outside the district. */
    public Optional<Placement> find(Position point, LocalDate on) {
        return history.on(on).find(point);
    }

    /** Where the point lies on this day; refuses a point outside the district, or books it under the centre where the settings say so. */
    public Placement get(Position point, LocalDate on) {
        return find(point, on)
                .or(() -> outside == Outside.CENTRE ? find(district.centre(), on) : Optional.empty())
                .orElseThrow(() -> new Refused(PlaceRefusal.OUTSIDE));
    }

    /** The areas of a kind that hold on this day, ordered by code. */
    public List<Area> listAreas(AreaKind kind, LocalDate on) {
        return history.on(on).list(kind).stream().map(AreaShape::area).toList();
    }

    /** The areas of a kind whose Chinese or English name contains this text, ordered by code. */
    public List<Area> listAreasNamed(String text, AreaKind kind, LocalDate on) {
        return listAreas(kind, on).stream()
                .filter(area -> area.name().contains(text)
                        || (area.nameEn() != null && area.nameEn().contains(text)))
                .toList();
    }

    /** The area as it stands on this day. */
    public Optional<Area> findArea(AreaCode code, LocalDate on) {
        return history.on(on).find(code).map(AreaShape::area);
    }

    /** The area as it stands on this day; refuses a code that stands for nothing then. */
    public Area getArea(AreaCode code, LocalDate on) {
        return findArea(code, on).orElseThrow(() -> new Refused(PlaceRefusal.NO_SUCH_AREA));
    }

    /** A point well inside the area, for a label or for a thing whose own place is not known. */
    public Position centreOf(AreaCode code, LocalDate on) {
        var map = history.on(on);
        return map.centre(map.find(code).orElseThrow(() -> new Refused(PlaceRefusal.NO_SUCH_AREA)));
    }

    /** A point well inside the area as it stands today. */
    public Position centreOf(AreaCode code) {
        return centreOf(code, today());
    }

    /** Where the map opens, and where a thing stands whose place nobody told. */
    public Position districtCentre() {
        return district.centre();
    }

    /** What the district says of itself. */
    public District district() {
        return district;
    }

    /** The organisations of this day, in the order of the district's file. */
    public List<Organisation> listOrganisations(LocalDate on) {
        return history.on(on).organisations();
    }

    /** Codes of the organisation and of all that belong to it on this day, however far down; itself even if nobody knows it. */
    public Set<String> withAllBelow(String organisation, LocalDate on) {
        return history.on(on).withAllBelow(organisation);
    }

    /** The organisation of this code on this day. */
    public Optional<Organisation> findOrganisation(String code, LocalDate on) {
        return listOrganisations(on).stream()
                .filter(organisation -> organisation.code().equals(code))
                .findFirst();
    }

    /** Today, where the district is. */
    public LocalDate today() {
        return LocalDate.now(clock.withZone(district.zone()));
    }

    /** A layer of this day as GeoJSON, ordered by code. */
    public String geoJson(AreaKind kind, LocalDate on) {
        return history.on(on).layer(kind).geoJson();
    }

    /** The unit grids of one town as GeoJSON: all of them at once would be more than a map needs. */
    public String geoJsonOfUnits(AreaCode town, LocalDate on) {
        return history.on(on).unitsOf(town).geoJson();
    }

    /** How a layer that is to hold from this day is checked. */
    AreaRules rules(LocalDate from) {
        return new AreaRules(AreaRules.CodeTable.of(files, from), shapeRules);
    }

    AreaHistory history() {
        return history;
    }

    void show(AreaHistory changed) {
        history = changed;
    }
}
