package io.chengyun.platform.content;

import io.chengyun.kernel.Fault;
import io.chengyun.kernel.Malformed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A file of a district package (包文件), read strictly: an unknown field, or one that is not there, is refused with the file's name. */
public final class PackageFile {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private PackageFile() {}

    /**
     * Reads a file that holds one thing.
     *
     * @param unreadable code of the fault that it is not there, such as {@code casework:calendar-unreadable}
     */
    public static <T> T read(Path file, Class<T> type, String unreadable) {
        return value(name(file), text(file, unreadable), YAML.constructType(type));
    }

    /** Reads a file that holds a list. */
    public static <T> List<T> readList(Path file, Class<T> of, String unreadable) {
        return parseList(name(file), text(file, unreadable), of);
    }

    /**
     * The list that stands in a text.
     *
     * @param name of the file that the text is from
     */
    public static <T> List<T> parseList(String name, String yaml, Class<T> of) {
        return value(name, yaml, YAML.getTypeFactory().constructCollectionType(List.class, of));
    }

    /**
     * The entry that holds on a day; before the first day, the first.
     *
     * @param name of the file that they are from
     * @param from the first day of each
     */
    public static <T> T onDay(String name, List<T> entries, Function<T, LocalDate> from, LocalDate day) {
        return entries.stream()
                .filter(one -> !from.apply(one).isAfter(day))
                .max(Comparator.comparing(from))
                .or(() -> entries.stream().min(Comparator.comparing(from)))
                .orElseThrow(() -> new Malformed(name, "holds nothing"));
    }

    private static <T> T value(String name, String yaml, JavaType type) {
        try {
            return YAML.readValue(yaml, type);
        } catch (JacksonException wrong) {
            throw new Malformed(name, where(wrong) + what(wrong));
        }
    }

    /** The line, and the field where the reader knows it. */
    private static String where(JacksonException wrong) {
        var field = wrong.getPath().stream()
                .map(JacksonException.Reference::getPropertyName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
        int line = wrong.getLocation() == null ? 0 : wrong.getLocation().getLineNr();
        return (line > 0 ? "line " + line + ", " : "") + (field.isEmpty() ? "" : field + ": ");
    }

    /** What a value says of itself is better than what its reader says of it. */
    private static String what(JacksonException wrong) {
        return String.valueOf(
                wrong.getCause() instanceof Malformed said ? said.getMessage() : wrong.getOriginalMessage());
    }

    private static String text(Path file, String unreadable) {
        try {
            return Files.readString(file);
        } catch (IOException absent) {
            throw new Fault(unreadable, absent);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
