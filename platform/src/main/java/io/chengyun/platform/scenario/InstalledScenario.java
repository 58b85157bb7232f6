package io.chengyun.platform.scenario;

/**
 * A scenario as it is in force (在用场景), with what proves its content.
 *
 * @param digest SHA-256 of the package's files, hexadecimal
 */
public record InstalledScenario(String id, int version, String title, String titleEn, String owner, String digest) {}
