package io.chengyun.platform.address.owner;

import io.chengyun.kernel.Refusal;

/** Why the list of parts says no (部件拒绝). */
enum AssetRefusal implements Refusal {
    ABSENT(
            "address:no-such-asset",
            "No part of this code is there today: pick one of /api/assets near the place.",
            Kind.ABSENT);

    private final Words words;

    AssetRefusal(String code, String advice, Kind kind) {
        this.words = new Words(code, advice, kind);
    }

    @Override
    public Words words() {
        return words;
    }
}
