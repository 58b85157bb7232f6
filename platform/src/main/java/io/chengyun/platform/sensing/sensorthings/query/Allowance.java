package io.chengyun.platform.sensing.sensorthings.query;

import io.chengyun.kernel.Malformed;

/** What is left to one query of what it may ask (余量): whoever asks for more is told the limit's name. */
final class Allowance {

    private static final String SETTING = " (chengyun.sensing.query.";

    private final QuerySettings limits;
    private int nodes;
    private int expansions;

    Allowance(QuerySettings limits) {
        this.limits = limits;
        this.nodes = limits.maxNodes();
        this.expansions = limits.maxExpansions();
    }

    void checkLength(String option, String text) {
        if (text.length() > limits.maxLength()) {
            throw new Malformed(
                    option, "must be at most " + limits.maxLength() + " characters long" + SETTING + "max-length)");
        }
    }

    void checkDepth(String option, int depth) {
        if (depth > limits.maxDepth()) {
            throw new Malformed(
                    option, "must be nested at most " + limits.maxDepth() + " deep" + SETTING + "max-depth)");
        }
    }

    void takeNode(String option) {
        if (--nodes < 0) {
            throw new Malformed(
                    option,
                    "must have at most " + limits.maxNodes() + " values and operators" + SETTING + "max-nodes)");
        }
    }

    void takeExpansion() {
        if (--expansions < 0) {
            throw new Malformed(
                    "$expand",
                    "must name at most " + limits.maxExpansions() + " relations" + SETTING + "max-expansions)");
        }
    }
}
