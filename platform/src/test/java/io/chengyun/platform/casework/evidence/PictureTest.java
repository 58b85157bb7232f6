package io.chengyun.platform.casework.evidence;

import static io.chengyun.platform.casework.evidence.Snapshots.archive;
import static io.chengyun.platform.casework.evidence.Snapshots.ascii;
import static io.chengyun.platform.casework.evidence.Snapshots.chunk;
import static io.chengyun.platform.casework.evidence.Snapshots.drawn;
import static io.chengyun.platform.casework.evidence.Snapshots.join;
import static io.chengyun.platform.casework.evidence.Snapshots.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.Tag;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.GpsDirectory;
import io.chengyun.platform.objects.Digest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

/** What is kept of an image, judged by a reader of another make. */
class PictureTest {

    private static final long PIXELS = 50_000_000L;
    private static final byte[] SCRIPT = ascii("<script>alert(document.cookie)</script>");

    private static byte[] kept(byte[] sent) {
        return Picture.of(sent, PIXELS).bytes();
    }

    private static Metadata notes(byte[] image) {
        try {
            return ImageMetadataReader.readMetadata(new ByteArrayInputStream(image));
        } catch (ImageProcessingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static void assertSamePicture(byte[] one, byte[] other) {
        var a = drawn(one);
        var b = drawn(other);
        assertThat(b.getWidth()).isEqualTo(a.getWidth());
        assertThat(IntStream.range(0, a.getWidth() * a.getHeight())
                        .allMatch(i -> a.getRGB(i % a.getWidth(), i / a.getWidth())
                                == b.getRGB(i % a.getWidth(), i / a.getWidth())))
                .isTrue();
    }

    private static void assertRefused(byte[] sent, String code) {
        assertThatThrownBy(() -> kept(sent)).hasMessageContaining(code);
    }

    @Test
    void placeAndSerialNumberAreGoneAndThePictureIsTheSame() {
        var sent = Snapshots.fromAPhone();
        assertThat(notes(sent).getFirstDirectoryOfType(GpsDirectory.class).getGeoLocation())
                .isNotNull();
        assertThat(notes(sent).toString() + text(sent)).contains(Snapshots.SERIAL);

        var kept = kept(sent);

        assertThat(notes(kept).getFirstDirectoryOfType(GpsDirectory.class)).isNull();
        assertThat(text(kept)).doesNotContain(Snapshots.SERIAL, "2026:11:23", "xmpmeta", "Photoshop");
        assertSamePicture(sent, kept);
    }

    @Test
    void allThatIsLeftOfTheNotesIsHowTheImageIsTurned() {
        var kept = notes(kept(Snapshots.fromAPhone()));
        var exif = kept.getFirstDirectoryOfType(ExifIFD0Directory.class);
        assertThat(exif.getTags()).extracting(Tag::getTagType).containsExactly(ExifIFD0Directory.TAG_ORIENTATION);
        assertThat(exif.getString(ExifIFD0Directory.TAG_ORIENTATION)).isEqualTo("6");
        assertThat(StreamSupport.stream(kept.getDirectories().spliterator(), false))
                .allMatch(directory -> !directory.hasErrors());
    }

    @Test
    void uprightImageHasNoNotesAtAll() {
        assertThat(notes(kept(plain("jpg"))).getFirstDirectoryOfType(ExifIFD0Directory.class))
                .isNull();
    }

    @Test
    void placeAndTimeAreReadBeforeTheyGo() {
        var notes = Picture.of(Snapshots.fromAPhone(), PIXELS).notes();
        assertThat(notes.position().orElseThrow().lon()).isBetween(121.40999, 121.41001);
        assertThat(notes.position().orElseThrow().lat()).isBetween(31.07999, 31.08001);
        assertThat(notes.at(ZoneOffset.UTC)).contains(Instant.parse("2026-11-23T00:59:00Z"));
    }

    @Test
    void tornNotesSayNothing() {
        var exif = Snapshots.exif(121.41, 31.08, "2026:11:23 08:59:00");
        for (int length = 0; length < exif.length; length++) {
            var notes = CameraNotes.read(Arrays.copyOf(exif, length));
            assertThat(notes.orientation()).isIn(1, 6);
            notes.position();
            notes.at(ZoneOffset.UTC);
        }
    }

    @Test
    void whatFollowsTheImageIsCut() {
        for (var format : new String[] {"jpg", "png"}) {
            var image = plain(format);
            assertThat(kept(join(image, archive(SCRIPT)))).isEqualTo(kept(image));
            assertThat(kept(join(image, SCRIPT))).isEqualTo(kept(image));
        }
    }

    @Test
    void notesOfAPngStayBehindAndThePictureIsTheSame() {
        var image = plain("png");
        int afterHeader = 8 + 25;
        var sent = join(
                Arrays.copyOf(image, afterHeader),
                chunk("tEXt", ascii("Author\0" + Snapshots.SERIAL)),
                chunk("eXIf", Snapshots.exif(121.41, 31.08, "2026:11:23 08:59:00")),
                Arrays.copyOfRange(image, afterHeader, image.length));
        assertThat(text(kept(sent))).doesNotContain(Snapshots.SERIAL);
        assertThat(Picture.of(sent, PIXELS).notes().position()).isPresent();
        assertSamePicture(image, kept(sent));
    }

    @Test
    void imageThatIsAnArchiveOrAPageAsWellIsRefused() {
        var pixels = join(new byte[] {0}, archive(new byte[20]));
        assertRefused(Snapshots.grey(pixels.length - 1, 1, pixels, Deflater.NO_COMPRESSION), "casework:second-meaning");
        var page = join(new byte[] {0}, SCRIPT);
        assertRefused(Snapshots.grey(SCRIPT.length, 1, page, Deflater.NO_COMPRESSION), "casework:second-meaning");
        assertThat(kept(Snapshots.segment(plain("jpg"), Snapshots.COMMENT, SCRIPT)))
                .isEqualTo(kept(plain("jpg")));
    }

    @Test
    void drawingsWithScriptsArchivesAndOtherFormatsAreRefused() {
        assertRefused(
                ascii("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"><script>1</script></svg>"),
                "casework:no-image");
        assertRefused(ascii("<?xml version=\"1.0\"?><svg/>"), "casework:no-image");
        assertRefused(archive(new byte[1_000_000]), "casework:no-image");
        assertRefused(join(plain("gif"), archive(SCRIPT)), "casework:no-image");
        assertRefused(new byte[0], "casework:no-image");
    }

    @Test
    void brokenImagesAreRefused() {
        for (var format : new String[] {"jpg", "png"}) {
            var image = plain(format);
            for (int length = 0; length < image.length; length++) {
                var torn = Arrays.copyOf(image, length);
                assertThatThrownBy(() -> kept(torn))
                        .as(format + " " + length)
                        .hasMessageContaining("casework:no-image");
            }
        }
        var wrongSum = plain("png");
        wrongSum[wrongSum.length - 20] ^= 1;
        assertRefused(wrongSum, "casework:no-image");
    }

    @Test
    void hugeSizesAreRefusedByTheHeaderBeforeAnythingIsUnpacked() {
        assertRefused(Snapshots.grey(100_000, 100_000, new byte[10], 9), "casework:photo-too-large");
        assertRefused(Snapshots.grey(-1, -1, new byte[10], 9), "casework:photo-too-large");
        var jpeg = plain("jpg");
        int frame = IntStream.range(0, jpeg.length - 1)
                .filter(i -> (jpeg[i] & 0xFF) == 0xFF && (jpeg[i + 1] & 0xFF) == 0xC0)
                .findFirst()
                .orElseThrow();
        Arrays.fill(jpeg, frame + 5, frame + 9, (byte) 0xFF);
        assertRefused(jpeg, "casework:photo-too-large");
    }

    @Test
    void bombThatUnpacksToMoreThanItsHeaderSaysIsRefused() {
        var bomb = Snapshots.grey(100, 100, new byte[30_000_000], 9);
        assertThat(bomb.length).isLessThan(40_000);
        assertRefused(bomb, "casework:no-image");
        assertThat(kept(Snapshots.grey(100, 100, new byte[10_100], 9))).isNotEmpty();
        assertRefused(Snapshots.grey(100, 100, new byte[10_099], 9), "casework:no-image");
    }

    @Test
    void sameImageSentTwiceHasTheSameId() {
        assertThat(Digest.of(kept(Snapshots.fromAPhone()))).isEqualTo(Digest.of(kept(Snapshots.fromAPhone())));
    }
}
