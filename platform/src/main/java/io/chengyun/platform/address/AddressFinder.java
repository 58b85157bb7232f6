package io.chengyun.platform.address;

import io.chengyun.platform.place.Places;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Finds what people write in the district of the house (寻址); what it needs is read when it is first asked. */
@Component
public class AddressFinder {

    private final Places places;
    private final Supplier<Addresses> addresses;

    @Autowired
    AddressFinder(Places places, @Value("${chengyun.place.district:districts/minhang}") String district) {
        this(places, Path.of(district));
    }

    private AddressFinder(Places places, Path district) {
        this.places = places;
        this.addresses = SingletonSupplier.of(() -> Addresses.of(places, district, Addresses.ownTagger(places)));
    }

    /** One of a district, for tools that run without the house. */
    public static AddressFinder of(Places places, Path district) {
        return new AddressFinder(places, district);
    }

    /** Where the text says that it is, today. */
    public Whereabouts find(String text) {
        var known = addresses.get();
        return known.locate(known.parse(text), places.today());
    }

    /** The door or place that the text names; none where it names none. */
    public Optional<AddressCode> code(String text) {
        return AddressCode.isChinese(text) ? AddressCode.of(addresses.get().parse(text)) : AddressCode.ofLetters(text);
    }
}
