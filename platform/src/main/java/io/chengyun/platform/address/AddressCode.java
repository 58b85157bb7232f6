package io.chengyun.platform.address;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One door or named place, by its words alone (地址码): 沪闵路100号 and 闵行区莘庄镇沪闵路１００号 have the same, 沪闵路900号 another. What
 * leads to no door, such as a road without a number, has none.
 */
public record AddressCode(String value) {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern NUMBERED = Pattern.compile(".*\\d.*");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    static Optional<AddressCode> of(ParsedAddress address) {
        var road = address.first(AddressPart.ROAD);
        var number = address.first(AddressPart.ROAD_NUMBER);
        var place = address.first(AddressPart.PLACE);
        var below = address.first(AddressPart.SUB_ROAD)
                + address.first(AddressPart.SUB_ROAD_NUMBER)
                + address.first(AddressPart.HOUSE_NUMBER);
        if (!road.isEmpty() && !number.isEmpty()) {
            return Optional.of(new AddressCode(plain(road + number + below)));
        }
        // a road is part of a place's address only where no number says more
        return place.isEmpty() ? Optional.empty() : Optional.of(new AddressCode(plain(place + below)));
    }

    /** Of an address in letters, such as {@code 4356 S Wood St}, whose parts nobody here can tell. */
    static Optional<AddressCode> ofLetters(String text) {
        var plain = BETWEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll(" ")
                .strip()
                .toUpperCase(Locale.ROOT);
        boolean leadsToADoor = NUMBERED.matcher(plain).matches() && plain.contains(" ");
        return leadsToADoor ? Optional.of(new AddressCode(plain)) : Optional.empty();
    }

    static boolean isChinese(String text) {
        return HAN.matcher(text).find();
    }

    private static String plain(String words) {
        return BETWEEN.matcher(Normalizer.normalize(words, Normalizer.Form.NFKC))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
    }
}
