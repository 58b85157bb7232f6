package io.chengyun.platform.casework.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Fault;
import io.chengyun.kernel.Malformed;
import io.chengyun.platform.casework.clock.Level;
import io.chengyun.platform.casework.clock.Pace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceTermsTest {

    @TempDir
    Path folder;

    private ServiceTerms read(String yaml) throws IOException {
        Files.writeString(folder.resolve("service.yml"), yaml);
        return ServiceTerms.read(folder);
    }

    @Test
    void theDistrictAsksForContactWithinAWorkingDay() {
        var term = ServiceTerms.read(Path.of(System.getProperty("chengyun.place.district")))
                .on(LocalDate.of(2026, 11, 23));
        assertThat(term.contactWithin().pace()).isEqualTo(Pace.WORKING);
        assertThat(term.contactWithin().length()).isEqualTo(Duration.ofHours(8));
    }

    @Test
    void theNewestEntryWhoseDayHasComeHolds() throws IOException {
        var terms = read("""
                - { from: 2027-01-01, contact: 4 working hours, contactMissed: DISTRICT, mostCrewHours: 10, mostKilometres: 10 }
                - { from: 2000-01-01, contact: 1 working day, contactMissed: TOWN, mostCrewHours: 20, mostKilometres: 10 }
                """);
        assertThat(terms.on(LocalDate.of(2026, 12, 31)).mostCrewHours()).isEqualTo(20);
        assertThat(terms.on(LocalDate.of(2026, 12, 31)).contactMissed()).isEqualTo(Level.TOWN);
        assertThat(terms.on(LocalDate.of(2027, 1, 1)).contactWithin().length()).isEqualTo(Duration.ofHours(4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "- { from: 2000-01-01, contact: soon, contactMissed: TOWN, mostCrewHours: 10, mostKilometres: 10 }",
                "- { from: 2000-01-01, contact: 0 working days, contactMissed: TOWN, mostCrewHours: 10, mostKilometres: 10 }",
                "- { from: 2000-01-01, contact: 1 working day, contactMissed: TOWN, mostCrewHours: 0, mostKilometres: 10 }",
                "- { from: 2000-01-01, contact: 1 working day, contactMissed: TOWN, mostCrewHours: 10, mostKilometres: .nan }",
                "- { from: 2000-01-01, contact: 1 working day, contactMissed: TOWN, mostCrewHours: 10 }",
                "- { from: 2000-01-01, contact: 1 working day, contactMissed: TOWN, mostCrewHours: 10, mostKilometres: 10, most: 1 }",
                "- { from: 2000-01-01, contact: 1 working day, mostCrewHours: 10, mostKilometres: 10 }",
                "- { from: 2000-01-01, contact: 1 working day, contactMissed: MAYOR, mostCrewHours: 10, mostKilometres: 10 }"
            })
    void aWrongFileStopsTheHouse(String yaml) {
        assertThatThrownBy(() -> read(yaml)).isInstanceOf(Malformed.class);
    }

    @Test
    void noFileIsAFault() {
        assertThatThrownBy(() -> ServiceTerms.read(folder)).isInstanceOf(Fault.class);
    }
}
