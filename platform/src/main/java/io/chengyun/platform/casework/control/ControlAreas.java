package io.chengyun.platform.casework.control;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.casework.control.ControlArea.Circle;
import io.chengyun.platform.casework.control.ControlArea.Hours;
import io.chengyun.platform.content.PackageFile;
import io.chengyun.platform.place.Places;
import io.chengyun.platform.place.Position;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** The district's control areas (管控区域清单), read when the house starts, so that a wrong file stops it there. */
@Service
public class ControlAreas {

    private final List<ControlArea> areas;
    private final ZoneId zone;
    private final Clock clock;

    @Autowired
    ControlAreas(@Value("${chengyun.place.district:districts/minhang}") String district, Places places, Clock clock) {
        this(
                read(Path.of(district).resolve("control-areas.yml")),
                places.district().zone(),
                clock);
    }

    ControlAreas(List<ControlArea> areas, ZoneId zone, Clock clock) {
        this.areas = List.copyOf(areas);
        this.zone = zone;
        this.clock = clock;
    }

    /** All of them, past and future ones too. */
    public List<ControlArea> list() {
        return areas;
    }

    /** The area that allows a matter of this class at this point now, if one does. */
    public Optional<ControlArea> find(String caseClass, Position point) {
        var now = clock.instant();
        return areas.stream()
                .filter(area -> area.allows(caseClass, point, now, zone))
                .findFirst();
    }

    record File(List<Row> areas) {}

    record Row(
            String id,
            String name,
            Circle circle,
            List<String> classes,
            String from,
            String to,
            Span hours,
            String ground) {

        ControlArea area() {
            if (!(circle.metres() > 0)) {
                throw new Malformed("circle", id + ": metres must be more than 0");
            }
            new Position(circle.lon(), circle.lat());
            var first = LocalDate.parse(from);
            var last = LocalDate.parse(to);
            if (last.isBefore(first)) {
                throw new Malformed("to", id + ": " + to + " is before " + from);
            }
            return new ControlArea(id, name, circle, classes, first, last, hours.hours(), ground);
        }
    }

    record Span(String from, String to) {
        Hours hours() {
            return new Hours(LocalTime.parse(from), LocalTime.parse(to));
        }
    }

    /** Reads the file of a district; a district without one has no such areas. */
    static List<ControlArea> read(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return PackageFile.read(file, File.class, "casework:control-areas-unreadable").areas().stream()
                    .map(Row::area)
                    .toList();
        } catch (DateTimeException wrong) {
            throw new Malformed(
                    String.valueOf(file.getFileName()), wrong.getMessage() + ": days are 2026-05-01, times HH:mm");
        }
    }
}
