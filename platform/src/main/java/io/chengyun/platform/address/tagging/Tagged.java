package io.chengyun.platform.address.tagging;

import java.util.List;

/**
 * A text whose parts are known (标注样本).
 *
 * @param spans in the order of the text, none over another; what no span covers means nothing
 */
public record Tagged(String text, List<Span> spans) {

    public Tagged {
        spans = List.copyOf(spans);
    }
}
