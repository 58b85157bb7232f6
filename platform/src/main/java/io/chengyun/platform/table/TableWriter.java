package io.chengyun.platform.table;

import io.chengyun.kernel.Malformed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/**
 * Writes a comma-separated file row by row (写表), in UTF-8. A cell that a spreadsheet would take for a formula gets an
 * apostrophe before it; a number stays a number, also below zero.
 */
public final class TableWriter implements AutoCloseable {

    private static final CsvMapper CSV =
            CsvMapper.builder().enable(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING).build();

    private static final String STARTS_FORMULA = "=+-@\t\r";
    /** As programs write numbers; what people write before one, such as the plus of a telephone number, is text. */
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");

    private final Path file;
    private final SequenceWriter out;

    /** Starts a file with its heading; one that stands there is replaced. */
    public TableWriter(Path file, List<String> header) {
        this.file = file;
        try {
            this.out = CSV.writerFor(String[].class).writeValues(Files.newBufferedWriter(file));
        } catch (IOException | JacksonException unwritable) {
            throw unwritable();
        }
        write(header);
    }

    /** Writes a row. */
    public void write(List<String> cells) {
        try {
            out.write(cells.stream().map(TableWriter::harmless).toArray(String[]::new));
        } catch (JacksonException full) {
            throw unwritable();
        }
    }

    /** Whether a spreadsheet would take the cell for a formula. */
    public static boolean isFormula(String cell) {
        boolean starts = !cell.isEmpty() && STARTS_FORMULA.indexOf(cell.charAt(0)) >= 0;
        return starts && !NUMBER.matcher(cell).matches();
    }

    private static String harmless(String cell) {
        return isFormula(cell) ? "'" + cell : cell;
    }

    private Malformed unwritable() {
        return new Malformed("--out", file + " cannot be written: name a file in a folder that is there");
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (JacksonException full) {
            throw unwritable();
        }
    }
}
