package io.chengyun.platform.casework.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Malformed;
import io.chengyun.kernel.Refused;
import io.chengyun.platform.place.Position;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PhotoTest {

    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final Position HERE = new Position(121.4, 31.1);

    private static byte[] image(String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }

    private static Photo photo(byte[] bytes) {
        return Photo.of(bytes, HERE, NOW, NOW);
    }

    @Test
    void typeFollowsFromTheContent() throws IOException {
        assertThat(photo(image("jpg")).type()).isEqualTo("image/jpeg");
        assertThat(photo(image("png")).type()).isEqualTo("image/png");
    }

    @Test
    void idIsTheDigestOfTheBytes() throws IOException {
        assertThat(photo(image("png")).id())
                .matches("[0-9a-f]{64}")
                .isEqualTo(photo(image("png")).id());
        assertThat(photo(image("jpg")).id()).isNotEqualTo(photo(image("png")).id());
    }

    @Test
    void whatIsNoWholeImageIsRefused() throws IOException {
        assertNoImage("<html>".getBytes(StandardCharsets.UTF_8));
        assertNoImage(new byte[0]);
        assertNoImage(image("gif"));
        assertNoImage(Arrays.copyOf(image("jpg"), 10));
        assertNoImage(Arrays.copyOf(image("png"), 12));
    }

    private static void assertNoImage(byte[] bytes) {
        assertThatThrownBy(() -> photo(bytes)).hasMessageContaining("casework:no-image");
    }

    @Test
    void moreThanTenMegabytesAreRefused() {
        assertThatThrownBy(() -> photo(new byte[10 * 1024 * 1024 + 1]))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("casework:photo-too-large");
    }

    @Test
    void photoIsNotTakenInTheFuture() throws IOException {
        var bytes = image("png");
        assertThatThrownBy(() -> Photo.of(bytes, HERE, NOW.plusSeconds(301), NOW))
                .isInstanceOf(Malformed.class);
        assertThat(Photo.of(bytes, HERE, NOW.plusSeconds(300), NOW).takenAt()).isEqualTo(NOW.plusSeconds(300));
    }
}
