package io.chengyun.platform.address;

import io.chengyun.platform.address.region.Regions;
import io.chengyun.platform.address.region.ShortNames;
import io.chengyun.platform.address.tagging.Lexicon;
import io.chengyun.platform.place.Area;
import io.chengyun.platform.place.AreaKind;
import io.chengyun.platform.place.Places;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The names that the tagger recognises (地名词典): regions of the country, and committees of the district. */
final class AddressWords {

    private final Map<String, Set<String>> words = new TreeMap<>();

    private AddressWords() {}

    static Lexicon of(Regions regions, List<String> committees) {
        var names = new AddressWords();
        for (var region : regions.list()) {
            names.enter("province", region.province(), ShortNames::ofProvince);
            names.enter("city", region.city(), ShortNames::ofCity);
            names.enter("district", region.district(), ShortNames::ofDistrict);
            region.towns().forEach(town -> names.enter("town", town, ShortNames::ofTown));
        }
        committees.forEach(committee -> names.enter("committee", committee, ShortNames::ofCommittee));
        return new Lexicon(names.words);
    }

    static List<String> committees(Places places) {
        return places.listAreas(AreaKind.COMMITTEE, places.today()).stream()
                .map(Area::name)
                .toList();
    }

    private void enter(String kind, String name, UnaryOperator<String> shortened) {
        words.computeIfAbsent(kind, any -> new HashSet<>()).add(name);
        words.computeIfAbsent(kind + " for short", any -> new HashSet<>()).add(shortened.apply(name));
    }
}
