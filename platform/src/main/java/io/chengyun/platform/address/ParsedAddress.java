package io.chengyun.platform.address;

import io.chengyun.platform.address.tagging.Span;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a text says of where (解析地址).
 *
 * @param parts each as often as it is said, in the text's order and words
 * @param confidence 0 to 1: how sure it is that every part is right; 0 where there is none
 */
public record ParsedAddress(Map<AddressPart, List<String>> parts, double confidence) {

    public ParsedAddress {
        parts = Map.copyOf(parts);
    }

    static ParsedAddress of(String text, List<Span> spans) {
        var parts = new EnumMap<AddressPart, List<String>>(AddressPart.class);
        double least = 1;
        for (var span : spans) {
            var part = AddressPart.find(span.label());
            if (part.isPresent()) {
                parts.merge(part.get(), List.of(span.in(text)), ParsedAddress::joined);
                least = Math.min(least, span.certainty());
            }
        }
        return new ParsedAddress(parts, parts.isEmpty() ? 0 : least);
    }

    private static List<String> joined(List<String> one, List<String> other) {
        return java.util.stream.Stream.concat(one.stream(), other.stream()).toList();
    }

    /** Whether the text says nothing of where. */
    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /** All that it says of this part. */
    public List<String> all(AddressPart part) {
        return parts.getOrDefault(part, List.of());
    }

    /** What it says of this part first; empty where it says nothing. */
    public String first(AddressPart part) {
        var said = all(part);
        return said.isEmpty() ? "" : said.get(0);
    }
}
