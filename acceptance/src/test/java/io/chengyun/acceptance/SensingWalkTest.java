package io.chengyun.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.chengyun.acceptance.house.Places;
import io.chengyun.acceptance.house.RunningHouse;
import io.chengyun.acceptance.house.Walk;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A device's life as people see it: put to work by its sticker, heard through a stock MQTT client, unplugged, weighed by a
 * draft rule that is tried on its past and activated, breached, judged, and the rule's record read.
 */
class SensingWalkTest {

    private static final String CODE = "walk-1";
    private static final int DAYS = 30;

    @TempDir
    private Path folder;

    @Test
    void deviceIsFollowedFromItsStickerToItsRulesRecord() throws Exception {
        var walk = Walk.find();
        assumeTrue(walk.isPresent(), "skipped: no chromium; install chromium and fonts-noto-cjk, or start as root");
        assumeTrue(
                Walk.program("mosquitto_pub").isPresent(),
                "skipped: no mosquitto_pub; install mosquitto-clients, or start as root");
        var district = district();
        try (var house = RunningHouse.start(
                folder,
                "--chengyun.access.sample-accounts=true",
                "--chengyun.place.district=" + district,
                "--chengyun.access.staff-file=" + district.resolve("staff.csv"))) {
            var words = Map.of(
                    "STICKER",
                    sticker(house),
                    "CODE",
                    CODE,
                    "LON",
                    "121.41",
                    "LAT",
                    "31.08",
                    "MQTT_PORT",
                    Integer.toString(house.mqttPort()),
                    "HISTORY",
                    lastMonth());
            var said = walk.get().walk("sensing-walk.mjs", house, words);
            assertThat(said).endsWith("walked\n");
            var admin = house.visitor("admin");
            assertThat(admin.get("/api/devices/" + CODE).text("/card/device/code"))
                    .isEqualTo(CODE);
            assertThat(admin.get("/api/sensing/accounts").body().at("/accounts"))
                    .as("every source's account adds up")
                    .allSatisfy(account ->
                            assertThat(account.at("/received").asLong()).isEqualTo(accountedFor(account)));
        }
    }

    private static long accountedFor(JsonNode account) {
        long rejected = account.at("/rejected")
                .valueStream()
                .mapToLong(rows -> rows.asLong())
                .sum();
        return account.at("/stored").asLong() + account.at("/waiting").asLong() + rejected;
    }

    /** The sample district with gauges that speak every two seconds, so that silence is noticed while one looks. */
    private Path district() throws IOException {
        var sample = Places.ROOT.resolve("districts/minhang");
        var copy = folder.resolve("district");
        try (Stream<Path> files = Files.walk(sample)) {
            for (var file : files.toList()) {
                Files.copy(file, copy.resolve(sample.relativize(file).toString()));
            }
        }
        change(copy.resolve("properties.yml"), "(code: water_depth,.*interval: )PT5M", "$1PT2S");
        change(copy.resolve("devices.yml"), "atLeast: PT10M", "atLeast: PT5S");
        return copy;
    }

    private static void change(Path file, String what, String to) throws IOException {
        var before = Files.readString(file);
        var after = before.replaceFirst(what, to);
        assertThat(after).as("%s has %s", file, what).isNotEqualTo(before);
        Files.writeString(file, after);
    }

    /** What a phone reads on the device's sticker, behind the house's address. */
    private static String sticker(RunningHouse house) throws IOException, ReaderException {
        var picture = house.visitor("admin").picture("/api/devices/" + CODE + "/qr.png");
        var image = ImageIO.read(picture);
        var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var light = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        var text = new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(light)))
                .getText();
        assertThat(text).startsWith(house.address().toString());
        return "/#" + URI.create(text).getFragment();
    }

    /** Hourly depths of the last month, five of them in water: what the device kept in its memory. */
    private static String lastMonth() {
        var first = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(DAYS));
        return IntStream.range(0, DAYS * 24)
                .mapToObj(hour -> first.plus(Duration.ofHours(hour)) + "," + (hour % 140 == 70 ? "12.5" : "0.5"))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
