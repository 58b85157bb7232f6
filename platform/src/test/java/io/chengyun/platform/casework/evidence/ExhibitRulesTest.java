package io.chengyun.platform.casework.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.casework.evidence.voice.Sounds;
import io.chengyun.platform.place.Position;
import java.time.Duration;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class ExhibitRulesTest {

    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-11-23T09:00:00+08:00[Asia/Shanghai]");
    private static final Position HERE = new Position(121.41, 31.08);
    private static final Position A_KILOMETRE_NORTH = new Position(121.41, 31.089);

    private final ExhibitRules rules = new ExhibitRules(new EvidenceSettings(
            "", DataSize.ofKilobytes(100), DataSize.ofBytes(512), 1_000_000, 200, Duration.ofHours(1)));

    private Exhibit weigh(byte[] sent, Said said, Position spot) {
        return rules.weigh(sent, said, spot, "cheng", NOW).exhibit();
    }

    private static Said said(Position position) {
        return new Said(position, NOW.toInstant(), EvidenceKind.NEAR);
    }

    private static Said spoken() {
        return new Said(HERE, null, EvidenceKind.VOICE);
    }

    @Test
    void photoFromTheSpotIsNotDoubted() {
        var exhibit = weigh(Snapshots.fromAPhone(), said(HERE), HERE);
        assertThat(exhibit.doubts()).isEmpty();
        assertThat(exhibit.kind()).isEqualTo(EvidenceKind.NEAR);
        assertThat(exhibit.type()).isEqualTo("image/jpeg");
    }

    @Test
    void photoFromElsewhereIsTakenAndDoubted() {
        assertThat(weigh(Snapshots.plain("png"), said(HERE), A_KILOMETRE_NORTH).doubts())
                .containsExactly(Doubt.FAR);
    }

    @Test
    void photoThatNamesAnotherPlaceThanItsSenderIsDoubtedAndBelieved() {
        var exhibit = weigh(Snapshots.fromAPhone(), said(A_KILOMETRE_NORTH), A_KILOMETRE_NORTH);
        assertThat(exhibit.doubts()).containsExactlyInAnyOrder(Doubt.FAR, Doubt.OTHER_PLACE);
        assertThat(exhibit.position().lat()).isBetween(31.0799, 31.0801);
    }

    @Test
    void photoThatNamesAnotherTimeThanItsSenderIsDoubted() {
        var later = new Said(HERE, NOW.minusHours(3).toInstant(), null);
        assertThat(weigh(Snapshots.fromAPhone(), later, HERE).doubts()).containsExactly(Doubt.OTHER_TIME);
    }

    @Test
    void timeIsThePhotosOwnWhereNobodySaysAnother() {
        var unsaid = new Said(HERE, null, null);
        assertThat(weigh(Snapshots.fromAPhone(), unsaid, HERE).takenAt())
                .isEqualTo(NOW.minusMinutes(1).toInstant());
        assertThat(weigh(Snapshots.plain("png"), unsaid, HERE).takenAt()).isEqualTo(NOW.toInstant());
    }

    @Test
    void cameraWhoseClockIsAheadIsDoubtedAndNotBelieved() {
        var ahead = Snapshots.segment(
                Snapshots.plain("jpg"),
                Snapshots.APP1,
                Snapshots.join(Snapshots.ascii("Exif\0\0"), Snapshots.exif(121.41, 31.08, "2027:11:23 09:00:00")));
        var exhibit = weigh(ahead, new Said(HERE, null, null), HERE);
        assertThat(exhibit.takenAt()).isEqualTo(NOW.toInstant());
        assertThat(exhibit.doubts()).containsExactly(Doubt.OTHER_TIME);
    }

    @Test
    void senderWhoNamesTheFutureIsRefused() {
        var image = Snapshots.plain("png");
        assertThatThrownBy(
                        () -> weigh(image, new Said(HERE, NOW.plusSeconds(301).toInstant(), null), HERE))
                .isInstanceOf(Malformed.class);
        assertThat(weigh(image, new Said(HERE, NOW.plusSeconds(300).toInstant(), null), HERE)
                        .takenAt())
                .isEqualTo(NOW.plusSeconds(300).toInstant());
    }

    @Test
    void tooManyBytesAreRefused() {
        assertThatThrownBy(() -> weigh(new byte[100 * 1024 + 1], said(HERE), HERE))
                .hasMessageContaining("casework:photo-too-large");
        var tooLong = Snapshots.join(Snapshots.ascii("OggS"), new byte[512]);
        assertThatThrownBy(() -> weigh(tooLong, spoken(), HERE)).hasMessageContaining("casework:photo-too-large");
    }

    @Test
    void voiceIsKnownByItsFirstBytes() {
        assertThat(weigh(Sounds.ogg(), spoken(), HERE).type()).isEqualTo("audio/ogg");
        assertThat(weigh(Sounds.mp4(), spoken(), HERE).type()).isEqualTo("audio/mp4");
        assertThat(weigh(Sounds.webm(), spoken(), HERE).type()).isEqualTo("audio/webm");
    }

    @Test
    void whatIsNoVoiceIsRefusedAsOneAndAVoiceAsAPhoto() {
        assertThatThrownBy(() -> weigh(Snapshots.ascii("<script>1</script>"), spoken(), HERE))
                .hasMessageContaining("casework:no-voice");
        assertThatThrownBy(() -> weigh(new byte[0], spoken(), HERE)).hasMessageContaining("casework:no-voice");
        assertThatThrownBy(() -> weigh(Sounds.ogg(), said(HERE), HERE)).hasMessageContaining("casework:no-image");
    }
}
