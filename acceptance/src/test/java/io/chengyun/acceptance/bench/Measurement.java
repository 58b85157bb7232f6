package io.chengyun.acceptance.bench;

import java.nio.file.Path;

/** Takes one figure. */
public interface Measurement {

    String name();

    /**
     * Measures.
     *
     * @param folder empty, thrown away afterwards
     */
    Figure measure(Path folder) throws Exception;
}
