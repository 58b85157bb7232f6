package io.chengyun.platform.address;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A part of an address (地址要素), from the country down to the room. */
public enum AddressPart {
    COUNTRY("country"),
    PROVINCE("prov"),
    CITY("city"),
    DISTRICT("district"),
    DEV_ZONE("devzone"),
    TOWN("town"),
    COMMITTEE("community"),
    ROAD("road"),
    ROAD_NUMBER("roadno"),
    SUB_ROAD("subroad"),
    SUB_ROAD_NUMBER("subroadno"),
    PLACE("poi"),
    SUB_PLACE("subpoi"),
    HOUSE_NUMBER("houseno"),
    ENTRANCE("cellno"),
    FLOOR("floorno"),
    ROOM("roomno"),
    NEAR("assist");

    private final String label;

    AddressPart(String label) {
        this.label = label;
    }

    /** What tagged texts call it. */
    public String label() {
        return label;
    }

    /** What tables call it. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The part that tagged texts call so; none for what is no part, such as a person or what is said twice. */
    static Optional<AddressPart> find(String label) {
        return Arrays.stream(values()).filter(part -> part.label.equals(label)).findFirst();
    }
}
