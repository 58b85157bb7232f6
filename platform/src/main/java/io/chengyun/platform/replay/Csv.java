package io.chengyun.platform.replay;

import io.chengyun.kernel.Malformed;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/** Reads comma-separated files, plain or gzip, whose first line names the columns. */
final class Csv {

    private static final CsvMapper MAPPER = CsvMapper.builder()
            .enable(CsvReadFeature.WRAP_AS_ARRAY, CsvReadFeature.SKIP_EMPTY_LINES, CsvReadFeature.TRIM_SPACES)
            .build();

    private Csv() {}

    /** Gives each row with its line number, the first row behind the header being 2. */
    static void read(Path file, String header, BiConsumer<Integer, List<String>> row) {
        try (MappingIterator<String[]> rows = MAPPER.readerFor(String[].class).readValues(open(file))) {
            if (!rows.hasNext()
                    || !String.join(",", rows.next()).replace("\uFEFF", "").equals(header)) {
                throw new Malformed(file.getFileName().toString(), "the first line must be " + header);
            }
            int line = 1;
            while (rows.hasNext()) {
                row.accept(++line, Arrays.asList(rows.next()));
            }
        } catch (NoSuchFileException e) {
            throw new Malformed(String.valueOf(file), "there is no such file");
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }

    private static Reader open(Path file) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file));
        raw.mark(2);
        boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
        raw.reset();
        return new InputStreamReader(gzip ? new GZIPInputStream(raw) : raw, StandardCharsets.UTF_8);
    }
}
