package io.chengyun.platform.address.made;

import io.chengyun.platform.address.tagging.Span;
import io.chengyun.platform.address.tagging.Tagged;
import java.util.ArrayList;
import java.util.List;

/** A made address as it grows (虚构地址稿). */
final class Draft {

    private final StringBuilder text = new StringBuilder();
    private final List<Span> spans = new ArrayList<>();

    Draft add(String label, String words) {
        if (!words.isEmpty()) {
            spans.add(Span.of(label, text.length(), text.length() + words.length()));
            text.append(words);
        }
        return this;
    }

    /** Words that are of no address. */
    void pass(String words) {
        text.append(words);
    }

    boolean isEmpty() {
        return spans.isEmpty();
    }

    Tagged tagged() {
        return new Tagged(text.toString(), spans);
    }
}
