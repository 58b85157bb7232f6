package io.chengyun.platform.evaluation.report;

import io.chengyun.kernel.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Pages of A4 to write and draw on (版面): points, from the top left. One after another, for one thread. */
final class Paper implements AutoCloseable {

    static final float WIDTH = PDRectangle.A4.getWidth();
    static final float HEIGHT = PDRectangle.A4.getHeight();
    static final float MARGIN = 42;

    private static final String FACE = "NotoSansSC-gb2312.ttf";
    /** Stands for a character that the font does not have. */
    private static final int HOLLOW = '□';
    /** A line may end after a blank, and before and after any Chinese character. */
    private static final Pattern PIECES = Pattern.compile("(?<=[\\u2E80-\\uFFEF])|(?=[\\u2E80-\\uFFEF])|(?<=\\s)");

    private static final int THOUSAND = 1000;

    private final PDDocument document = new PDDocument();
    private final PDFont font;
    private final CmapLookup known;
    private PDPageContentStream page;

    /** From the left edge and from the top. */
    record At(float x, float y) {

        At moved(float right, float down) {
            return new At(x + right, y + down);
        }
    }

    /** Size and colour of letters. */
    record Type(float size, Ink ink) {}

    Paper(String title, Instant madeAt) {
        try (var file = Paper.class.getResourceAsStream(FACE)) {
            if (file == null) {
                throw new IOException(FACE + " is not in the program");
            }
            TrueTypeFont face = new TTFParser().parse(new RandomAccessReadBuffer(file.readAllBytes()));
            this.font = PDType0Font.load(document, face, true);
            this.known = face.getUnicodeCmapLookup();
            this.page = opened();
        } catch (IOException unreadable) {
            throw new Fault("evaluation:font-unreadable", unreadable);
        }
        var made = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
        made.setTimeInMillis(madeAt.toEpochMilli());
        document.getDocumentInformation().setTitle(title);
        document.getDocumentInformation().setCreationDate(made);
    }

    void turn() {
        drawing(PDPageContentStream::close);
        drawing(closed -> page = opened());
    }

    void text(At at, Type type, String words) {
        var written = readable(words);
        drawing(to -> {
            to.beginText();
            to.setFont(font, type.size());
            to.setNonStrokingColor(
                    type.ink().red(), type.ink().green(), type.ink().blue());
            to.newLineAtOffset(at.x(), HEIGHT - at.y());
            to.showText(written);
            to.endText();
        });
    }

    void textEndingAt(At at, Type type, String words) {
        text(at.moved(-width(type, words), 0), type, words);
    }

    void line(At from, At to, float thickness, Ink ink) {
        polyline(List.of(from, to), thickness, ink);
    }

    void polyline(List<At> points, float thickness, Ink ink) {
        drawing(to -> {
            to.setStrokingColor(ink.red(), ink.green(), ink.blue());
            to.setLineWidth(thickness);
            to.moveTo(points.get(0).x(), HEIGHT - points.get(0).y());
            for (var point : points.subList(1, points.size())) {
                to.lineTo(point.x(), HEIGHT - point.y());
            }
            to.stroke();
        });
    }

    /** A filled rectangle whose top left corner is there. */
    void box(At at, float width, float height, Ink ink) {
        drawing(to -> {
            to.setNonStrokingColor(ink.red(), ink.green(), ink.blue());
            to.addRect(at.x(), HEIGHT - at.y() - height, width, height);
            to.fill();
        });
    }

    float width(Type type, String words) {
        try {
            return font.getStringWidth(readable(words)) / THOUSAND * type.size();
        } catch (IOException unreadable) {
            throw new Fault("evaluation:font-unreadable", unreadable);
        }
    }

    /** The words in lines no longer than that. */
    List<String> wrapped(Type type, String words, float width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var piece : PIECES.split(words)) {
            if (line.length() > 0 && width(type, line + piece.stripTrailing()) > width) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(piece);
        }
        lines.add(line.toString().strip());
        return lines;
    }

    /** The whole document; nothing can be written any more. */
    byte[] bytes() {
        var out = new ByteArrayOutputStream();
        drawing(PDPageContentStream::close);
        drawing(closed -> document.save(out));
        return out.toByteArray();
    }

    @Override
    public void close() {
        drawing(any -> document.close());
    }

    private String readable(String words) {
        return words.codePoints()
                .map(letter -> known.getGlyphId(letter) == 0 ? HOLLOW : letter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private PDPageContentStream opened() throws IOException {
        var next = new PDPage(PDRectangle.A4);
        document.addPage(next);
        return new PDPageContentStream(document, next);
    }

    /** Something done on the page. */
    @FunctionalInterface
    private interface Drawing {
        void on(PDPageContentStream page) throws IOException;
    }

    private void drawing(Drawing drawing) {
        try {
            drawing.on(page);
        } catch (IOException full) {
            throw new Fault("evaluation:report-unwritable", full);
        }
    }
}
