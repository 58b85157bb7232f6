package io.chengyun.platform.address.owner;

import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Needed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.place.Places;
import io.chengyun.platform.place.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The parts of the city over HTTP (部件接口), for whoever has to say which one is meant. */
@RestController
class AssetController {

    private final Owners owners;
    private final Places places;

    AssetController(Owners owners, Places places) {
        this.owners = owners;
        this.places = places;
    }

    /** Those near a point today, the nearest first. */
    @GetMapping("/api/assets")
    List<AssetCard> near(
            @RequestParam(required = false) @Nullable Double lon,
            @RequestParam(required = false) @Nullable Double lat) {
        var point = new Position(Needed.value("lon", lon), Needed.value("lat", lat));
        return owners.listNear(point, places.today());
    }

    /** The one of this code today. */
    @GetMapping("/api/assets/{code}")
    AssetCard get(@PathVariable String code) {
        if (!code.matches(Asset.CODE)) {
            throw new Malformed("asset", Asset.CODE_REMEDY);
        }
        return owners.findCard(code, places.today()).orElseThrow(() -> new Refused(AssetRefusal.ABSENT));
    }
}
