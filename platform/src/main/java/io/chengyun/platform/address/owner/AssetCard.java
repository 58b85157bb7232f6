package io.chengyun.platform.address.owner;

import io.chengyun.platform.place.Position;
import org.jspecify.annotations.Nullable;

/**
 * A part of the city as it is shown to be picked: what it is, where and whose.
 *
 * @param caseClass the class of cases that are about such parts
 * @param owner code of the organisation whose it is
 * @param maintainer code of the one that keeps it up
 * @param metres how far from the point asked about, rounded; null where none was
 */
record AssetCard(
        String code,
        String caseClass,
        double lon,
        double lat,
        String owner,
        String maintainer,
        @Nullable Long metres) {

    static AssetCard of(Asset asset) {
        return of(asset, (Long) null);
    }

    static AssetCard of(Asset asset, Position from) {
        return of(asset, Math.round(asset.position().metresTo(from)));
    }

    private static AssetCard of(Asset asset, @Nullable Long metres) {
        return new AssetCard(
                asset.code(),
                asset.caseClass(),
                asset.position().lon(),
                asset.position().lat(),
                asset.keeping().owner(),
                asset.keeping().maintainer(),
                metres);
    }
}
