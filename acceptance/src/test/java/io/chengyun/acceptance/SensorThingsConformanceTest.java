package io.chengyun.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.chengyun.acceptance.house.Places;
import io.chengyun.acceptance.house.RunningHouse;
import io.chengyun.acceptance.house.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The OGC's own conformance suite for SensorThings against the running house; its report stays for everybody to read. */
class SensorThingsConformanceTest {

    private static final Path FOLDER = Places.ROOT.resolve("acceptance/target/conformance");
    private static final Path SUITE = FOLDER.resolve("suite/ets-sta10-aio.jar");
    private static final int TESTS = 22;

    /** Asks for the number 6 as text, though it sent it as a number. */
    private static final List<String> SUITE_IS_WRONG = List.of("checkQueriesPriorityOrdering");

    @TempDir
    Path data;

    @Test
    void theHouseConforms() throws Exception {
        // The suite observes in 2015, long before the house keeps observations.
        // the suite's observations are of 2015
        try (var house = RunningHouse.start(
                data,
                "--chengyun.sensing.horizon=P10000D",
                "--chengyun.sensing.retention.raw-months=360",
                "--chengyun.sensing.retention.hourly-years=40")) {
            seed(new Visitor(house.address()));
            var results = run(house.address() + "/v1.0");

            var failed = failures(results);
            System.out.printf(
                    "SensorThings conformance: %d of %d passed, see %s%n", TESTS - failed.size(), TESTS, FOLDER);
            assertThat(results.getAttribute("total")).isEqualTo(Integer.toString(TESTS));
            assertThat(failed).isSubsetOf(SUITE_IS_WRONG);
        }
    }

    /** One entity of each type, on the first property of the registry: the suite walks along the first of each. */
    private static void seed(Visitor device) {
        var property = device.get("/v1.0/ObservedProperties?$top=1").text("/value/0/@iot.id");
        var answer = device.postJson("/v1.0/Things", """
                {"name": "seed", "description": "seed", "properties": {},
                 "Locations": [{"name": "here", "description": "here", "encodingType": "application/geo+json",
                    "location": {"type": "Point", "coordinates": [121.4, 31.1]}}],
                 "Datastreams": [{"name": "stream", "description": "stream",
                    "observationType": "http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_Measurement",
                    "ObservedProperty": {"@iot.id": %s},
                    "Sensor": {"name": "sensor", "description": "sensor", "encodingType": "application/pdf",
                        "metadata": "https://example.org/sensor.pdf"},
                    "Observations": [{"phenomenonTime": "2026-01-01T00:00:00Z", "result": 1}]}]}
                """.formatted(property));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    private static Element run(String service) throws IOException, InterruptedException {
        var report = FOLDER.resolve("report");
        clear(report);
        Files.createDirectories(report);
        var options = FOLDER.resolve("options.xml");
        Files.writeString(options, """
                <?xml version="1.0" encoding="UTF-8"?>
                <properties version="1.0">
                  <entry key="iut">%s</entry>
                  <entry key="ics">3</entry>
                </properties>
                """.formatted(service));
        var java = ProcessHandle.current().info().command().orElse("java");
        var suite = new ProcessBuilder(
                        java, "-Xmx256m", "-Duser.home=" + report, "-jar", SUITE.toString(), options.toString())
                .redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve("suite.log").toFile())
                .start();
        if (!suite.waitFor(110, TimeUnit.SECONDS)) {
            suite.destroyForcibly();
            throw new IllegalStateException("the suite did not end, see " + FOLDER.resolve("suite.log"));
        }
        return results(report);
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static Element results(Path report) throws IOException {
        try (Stream<Path> files = Files.walk(report)) {
            var results = files.filter(file -> file.endsWith("testng-results.xml"))
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalStateException("the suite left no report, see " + FOLDER.resolve("suite.log")));
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(results.toFile())
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException unreadable) {
            throw new IOException(unreadable);
        }
    }

    private static List<String> failures(Element results) {
        var methods = results.getElementsByTagName("test-method");
        return IntStream.range(0, methods.getLength())
                .mapToObj(i -> (Element) methods.item(i))
                .filter(method -> !method.getAttribute("status").equals("PASS"))
                .map(method -> method.getAttribute("name"))
                .toList();
    }
}
