package io.chengyun.platform.casework.evidence.voice;

import static io.chengyun.platform.casework.evidence.Snapshots.ascii;
import static io.chengyun.platform.casework.evidence.Snapshots.join;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.casework.evidence.Snapshots;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What is kept of a voice note. */
class VoiceTest {

    private static void keepsTheSoundAlone(byte[] sent, String type) {
        var voice = Voice.of(sent);
        var text = new String(voice.bytes(), StandardCharsets.ISO_8859_1);
        assertThat(voice.type()).isEqualTo(type);
        assertThat(text)
                .contains(new String(Sounds.SOUND, StandardCharsets.ISO_8859_1))
                .doesNotContain("Wang");
        assertThat(voice.bytes()).hasSameSizeAs(sent);
        assertThat(Voice.of(voice.bytes()).bytes())
                .as("nothing is left to take out")
                .isEqualTo(voice.bytes());
    }

    @Test
    void whatAPhoneNotedBesideTheSoundIsNotKept() {
        keepsTheSoundAlone(Sounds.webm(), "audio/webm");
        keepsTheSoundAlone(Sounds.ogg(), "audio/ogg");
        keepsTheSoundAlone(Sounds.mp4(), "audio/mp4");
    }

    @Test
    void emptiedElementSaysNothingAndTakesTheSameRoom() {
        var bare = Voice.of(join(Sounds.webm(), Sounds.hex("1254C367" + "0100000000000003"), ascii("abc")))
                .bytes();
        var end = Arrays.copyOfRange(bare, bare.length - 15, bare.length);
        assertThat(end).isEqualTo(Sounds.hex("EC" + "0100000000000006" + "000000000000"));
    }

    @Test
    void commentsOverSeveralPagesAreEmptiedAndSealedAnew() {
        var comments = Arrays.copyOf(join(ascii("OpusTags"), ascii(Sounds.OWNER.repeat(40))), 255);
        var first = Sounds.page(0, 1, comments);
        first[26] = 1; // the packet goes on
        var open = Arrays.copyOfRange(first, 0, 28);
        var sent = join(
                Sounds.page(2, 0, ascii("OpusHead\1\1\0\0\0\0\0\0\0\0\0")),
                open,
                comments,
                Sounds.page(1, 2, ascii(Sounds.OWNER)),
                Sounds.page(4, 3, Sounds.SOUND));
        keepsTheSoundAlone(sent, "audio/ogg");
        // the sum of an empty comment page, by an independent count
        var small = Voice.of(Sounds.ogg(join(ascii("OpusTags"), new byte[8]))).bytes();
        int page = 27 + 1 + 19;
        assertThat(Arrays.copyOfRange(small, page + 22, page + 26)).isEqualTo(Sounds.hex("59E1E084"));
    }

    @Test
    void whatBreaksOffIsRefused() {
        for (var whole : new byte[][] {Sounds.webm(), Sounds.ogg(), Sounds.mp4()}) {
            assertThatThrownBy(() -> Voice.of(Arrays.copyOf(whole, whole.length - 1)))
                    .hasMessageContaining("casework:no-voice");
        }
    }

    @Test
    void whatIsHungBehindTheSoundOrIsNoOpusIsRefused() {
        var archive = Snapshots.archive(ascii("x"));
        assertThatThrownBy(() -> Voice.of(join(Sounds.ogg(), archive))).hasMessageContaining("casework:no-voice");
        assertThatThrownBy(() -> Voice.of(join(Sounds.webm(), archive))).hasMessageContaining("casework:no-voice");
        assertThatThrownBy(() -> Voice.of(join(Sounds.mp4(), archive))).hasMessageContaining("casework:no-voice");
        assertThatThrownBy(() -> Voice.of(Sounds.page(2, 0, ascii("\1vorbis and so on, and on"))))
                .hasMessageContaining("casework:no-voice");
        assertThatThrownBy(() -> Voice.of(Sounds.page(2, 0, ascii("OpusHead, and nothing else"))))
                .hasMessageContaining("casework:no-voice");
    }

    @Test
    void noBytesWhateverTheyAreMakeAnythingButARefusal() {
        for (var whole : new byte[][] {Sounds.webm(), Sounds.ogg(), Sounds.mp4()}) {
            for (int at = 8; at < whole.length; at++) {
                for (int with : new int[] {0, 1, 0x7F, 0x80, 0xFF}) {
                    var wrong = whole.clone();
                    wrong[at] = (byte) with;
                    try {
                        assertThat(Voice.of(wrong).bytes()).hasSameSizeAs(wrong);
                    } catch (Refused no) {
                        assertThat(no).hasMessageContaining("casework:no-voice");
                    }
                }
            }
        }
    }
}
