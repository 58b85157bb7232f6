package io.chengyun.acceptance.judge;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** One set of data with known answers, and how detectors are scored on it (评分项). */
public interface Scoring {

    /** What {@code ./chengyun judge NAME} calls it. */
    String name();

    /** The files it needs below the folder of the shared data. */
    List<String> files();

    List<Score> score(Path data, Detector detector) throws IOException;
}
