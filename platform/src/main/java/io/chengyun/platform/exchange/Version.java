package io.chengyun.platform.exchange;

import java.time.Instant;

/**
 * What a data set held when it was taken in (数据版本). It never changes.
 *
 * @param number from 1
 * @param digest SHA-256 of its canonical table, hexadecimal: UTF-8, the catalogue's columns in their order, rows by key
 * @param source where it came from, in its steward's words
 * @param purpose what it was taken in for
 * @param by staff id
 */
public record Version(
        int number, String digest, int rows, Change change, String source, String purpose, String by, Instant at) {

    /** What became of the rows since the version before (行变更), told apart by the key. */
    public record Change(int added, int removed, int changed) {}
}
