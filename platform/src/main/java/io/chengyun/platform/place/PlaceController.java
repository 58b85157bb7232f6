package io.chengyun.platform.place;

import io.chengyun.kernel.AreaCode;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.place.PlaceEvent.LayerEdition;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The district, its areas and what lies where, over HTTP (图网码). */
@RestController
@RequestMapping("/api")
class PlaceController {

    private static final MediaType GEO_JSON = MediaType.parseMediaType("application/geo+json");
    private static final String ADMINISTRATOR = "ADMINISTRATOR";

    private final Places places;
    private final ObservedProperties properties;
    private final AreaImports imports;

    PlaceController(Places places, ObservedProperties properties, AreaImports imports) {
        this.places = places;
        this.properties = properties;
        this.imports = imports;
    }

    /** A point resolved, with the names that go with the codes. */
    record Resolved(LocalDate on, Placement placement, Map<String, String> names) {}

    /**
     * What became of an import.
     *
     * @param problems everything that is wrong, empty if nothing
     * @param edition the new edition; none if it was only checked
     */
    record Import(List<AreaProblem> problems, @Nullable LayerEdition edition) {}

    @GetMapping("/district")
    District district() {
        return places.district();
    }

    @GetMapping("/properties")
    List<ObservedProperty> properties() {
        return properties.list();
    }

    @GetMapping("/organisations")
    List<Organisation> organisations(
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on) {
        return places.listOrganisations(dayOrToday(on));
    }

    @GetMapping("/areas/{layer}.geojson")
    ResponseEntity<String> layer(
            @PathVariable String layer,
            @RequestParam(required = false) @Nullable AreaCode town,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on) {
        var kind = kind(layer);
        var map = places.history().on(dayOrToday(on));
        if (kind == AreaKind.UNIT && town == null) {
            throw new Refused(PlaceRefusal.TOWN_MISSING);
        }
        var text = kind == AreaKind.UNIT && town != null ? map.unitsOf(town) : map.layer(kind);
        return ResponseEntity.ok()
                // A weak tag stays true when the answer is compressed on its way.
                .eTag("W/\"" + text.sha256() + "\"")
                .cacheControl(CacheControl.noCache().cachePrivate())
                .contentType(GEO_JSON)
                .body(text.geoJson());
    }

    @GetMapping("/places/resolve")
    Resolved resolve(
            @RequestParam double lon,
            @RequestParam double lat,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on) {
        var day = dayOrToday(on);
        var placement = places.get(new Position(lon, lat), day);
        return new Resolved(day, placement, names(placement, day));
    }

    private Map<String, String> names(Placement placement, LocalDate on) {
        var names = new LinkedHashMap<String, String>();
        Stream.of(placement.unit(), placement.grid(), placement.committee(), placement.town(), placement.district())
                .forEach(code -> places.findArea(code, on).ifPresent(area -> names.put(code.value(), area.name())));
        places.findOrganisation(placement.organisation(), on)
                .ifPresent(organisation -> names.put(organisation.code(), organisation.name()));
        return names;
    }

    /** Replaces a layer by the GeoJSON in the body; with {@code check} it only says what is wrong with it. */
    @PutMapping("/areas/{layer}")
    Import replace(
            @PathVariable String layer,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(defaultValue = "false") boolean check,
            @RequestBody String body,
            HttpServletRequest request) {
        if (!request.isUserInRole(ADMINISTRATOR)) {
            throw new Refused(PlaceRefusal.NOT_ADMINISTRATOR);
        }
        var kind = kind(layer);
        var first = dayOrToday(from);
        if (check) {
            return new Import(imports.check(kind, first, body), null);
        }
        var by = Optional.ofNullable(request.getRemoteUser()).orElseThrow();
        return new Import(List.of(), imports.replace(kind, first, body, by));
    }

    private LocalDate dayOrToday(@Nullable LocalDate day) {
        return day == null ? places.today() : day;
    }

    private static AreaKind kind(String layer) {
        return AreaKind.ofLayer(layer)
                .orElseThrow(() -> new Refused(
                        PlaceRefusal.NO_SUCH_LAYER,
                        Stream.of(AreaKind.values()).map(AreaKind::layer).toList()));
    }
}
