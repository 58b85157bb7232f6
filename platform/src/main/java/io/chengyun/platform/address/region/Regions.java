package io.chengyun.platform.address.region;

import io.chengyun.kernel.Fault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** All regions of the country by name (行政区划表). Never changes, so any thread may ask. */
public final class Regions {

    private final List<Region> all;

    private Regions(List<Region> all) {
        this.all = List.copyOf(all);
    }

    /** As the house carries them. */
    public static Regions load() {
        try (var in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Regions.class.getResourceAsStream("regions.txt")), StandardCharsets.UTF_8))) {
            return new Regions(in.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Region::of)
                    .toList());
        } catch (IOException unreadable) {
            throw new Fault("address:regions-unreadable", unreadable);
        }
    }

    /** Every district, those that are no more at the end. */
    public List<Region> list() {
        return all;
    }

    /** The district of this code. */
    public Optional<Region> find(String code) {
        return all.stream().filter(region -> region.code().equals(code)).findFirst();
    }
}
