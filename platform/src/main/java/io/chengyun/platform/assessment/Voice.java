package io.chengyun.platform.assessment;

/** A rule that speaks of a stream (声源), whatever its version. */
record Voice(long stream, String scenario, String rule) {

    /** Whose words are kept under this {@link AppliedRule#key}. */
    static Voice of(long stream, String key) {
        var parts = key.split(":", 3);
        return new Voice(stream, parts[0], parts[1]);
    }

    static Voice of(Signal signal) {
        var origin = signal.origin();
        return new Voice(signal.source().stream(), origin.scenario(), origin.rule());
    }
}
