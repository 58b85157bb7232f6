package io.chengyun.platform.address;

import io.chengyun.kernel.Fault;
import io.chengyun.platform.address.made.MadeAddresses;
import io.chengyun.platform.address.region.Regions;
import io.chengyun.platform.address.tagging.Lexicon;
import io.chengyun.platform.address.tagging.Tagged;
import io.chengyun.platform.address.tagging.Tagger;
import io.chengyun.platform.place.Places;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Front door of address (地址解析): what a text says of where, and where in the district that is. Never changes, so any thread
 * may ask.
 */
public final class Addresses {

    /** No address is longer; what is behind is not read. */
    public static final int LONGEST = 1_000;

    private static final int MADE = 24_000;
    private static final long SEED = 1;

    private final Tagger tagger;
    private final LocatingRules rules;

    private Addresses(Tagger tagger, LocatingRules rules) {
        this.tagger = tagger;
        this.rules = rules;
    }

    /**
     * Knows the district.
     *
     * @param folder of the district package, for its address book
     */
    public static Addresses of(Places places, Path folder, Tagger tagger) {
        var regions = Regions.load();
        var district = places.district();
        return new Addresses(
                tagger,
                new LocatingRules(
                        places,
                        AddressBook.read(folder),
                        new OtherRegions(regions, district),
                        OtherRegions.towns(regions.list(), district.code())));
    }

    /** The tagger that the house carries, which learnt from made addresses only. */
    public static Tagger ownTagger(Places places) {
        try (var model = Addresses.class.getResourceAsStream("addresses.model")) {
            return tagger(places, Objects.requireNonNull(model));
        } catch (IOException unreadable) {
            throw new Fault("address:model-unreadable", unreadable);
        }
    }

    /** A tagger that was written to a file. */
    public static Tagger tagger(Places places, InputStream model) throws IOException {
        return Tagger.read(model, words(places));
    }

    /** Learns from tagged texts. */
    public static Tagger train(Places places, List<Tagged> texts) {
        return Tagger.train(texts, words(places));
    }

    /** What the house's own tagger learns from: made addresses, the same every time. */
    public static List<Tagged> made(Places places) {
        return MadeAddresses.make(Regions.load(), AddressWords.committees(places), MADE, SEED);
    }

    private static Lexicon words(Places places) {
        return AddressWords.of(Regions.load(), AddressWords.committees(places));
    }

    /** What the text says of where. */
    public ParsedAddress parse(String text) {
        var read = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        return ParsedAddress.of(read, tagger.tag(read));
    }

    /** Where in the district it is, on this day. */
    public Whereabouts locate(ParsedAddress address, LocalDate on) {
        return rules.locate(address, on);
    }
}
