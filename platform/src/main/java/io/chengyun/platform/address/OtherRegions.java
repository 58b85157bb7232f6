package io.chengyun.platform.address;

import io.chengyun.platform.address.region.Region;
import io.chengyun.platform.address.region.Regions;
import io.chengyun.platform.address.region.ShortNames;
import io.chengyun.platform.place.District;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tells whether an address names another region than ours (外区判定). */
final class OtherRegions {

    private final Set<String> ours = new HashSet<>();
    private final Set<String> others = new HashSet<>();

    OtherRegions(Regions regions, District district) {
        enter(ours, district.name());
        regions.find(district.code()).ifPresent(region -> names(region).forEach(name -> enter(ours, name)));
        regions.list().stream().flatMap(OtherRegions::names).forEach(name -> enter(others, name));
        others.removeAll(ours);
    }

    private static Stream<String> names(Region region) {
        return Stream.of(region.province(), region.cityNamed(), region.district());
    }

    private static void enter(Set<String> names, String name) {
        names.add(name);
        names.add(ShortNames.ofProvince(name));
        names.add(ShortNames.ofCity(name));
        names.add(ShortNames.ofDistrict(name));
    }

    /** The region that it names and that is not ours, as it names it. */
    Optional<String> find(ParsedAddress address) {
        var said = Stream.of(AddressPart.PROVINCE, AddressPart.CITY, AddressPart.DISTRICT)
                .flatMap(part -> address.all(part).stream())
                .toList();
        return said.stream().anyMatch(others::contains) ? Optional.of(String.join("", said)) : Optional.empty();
    }

    /** Whether a town of this name lies in another district. */
    static Set<String> towns(List<Region> regions, String district) {
        var towns = new HashSet<String>();
        regions.stream()
                .filter(region -> !region.code().equals(district))
                .forEach(region -> towns.addAll(region.towns()));
        return towns;
    }
}
