package io.chengyun.platform.address.region;

import java.util.List;

/**
 * A district of the country with all above and below it (区县).
 *
 * @param code six digits; empty for one that is no more
 * @param city what only groups, such as 市辖区, as well
 * @param towns by name
 */
public record Region(String code, String province, String city, String district, List<String> towns) {

    /** A name that groups districts and that nobody writes into an address. */
    private static final String GROUPING = ".*(市辖区|直辖.*|^县)";

    public Region {
        towns = List.copyOf(towns);
    }

    static Region of(String line) {
        var cells = line.split("\\|", -1);
        var towns = cells[4].isEmpty() ? List.<String>of() : List.of(cells[4].split(","));
        return new Region(cells[0], cells[1], cells[2], cells[3], towns);
    }

    /** Whether the province is a city itself, as Shanghai is. */
    public boolean underProvince() {
        return city.matches(GROUPING);
    }

    /** The city as addresses name it: the province itself where it is a city. */
    public String cityNamed() {
        return underProvince() ? province : city;
    }
}
