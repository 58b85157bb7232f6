package io.chengyun.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The district's sample accounts fit its other tables. */
class StaffFileTest {

    private static final Path DISTRICT = Path.of("..", "districts", "minhang");

    @Test
    void everyAccountWorksForAnOrganisationThatExistsAndIsNamedOnce() throws IOException {
        var organisations = codes("organisations.csv");
        var staff = StaffFile.read(DISTRICT.resolve("staff.csv"));

        assertThat(staff).extracting(Caller::organisation).isSubsetOf(organisations);
        assertThat(staff).extracting(Caller::id).doesNotHaveDuplicates().contains("commander", "admin");
    }

    @Test
    void everyTownHasOneOfEachRoleAtItsCases() throws IOException {
        var staff = StaffFile.read(DISTRICT.resolve("staff.csv"));

        assertThat(codes("towns.csv"))
                .allSatisfy(town -> assertThat(staff.stream()
                                .filter(person -> person.town() != null
                                        && person.town().value().equals(town))
                                .flatMap(person -> person.roles().stream()))
                        .containsExactlyInAnyOrder(
                                Role.COMMANDER, Role.ACCEPTOR, Role.DISPATCHER, Role.HANDLER, Role.INSPECTOR));
    }

    private static Set<String> codes(String table) throws IOException {
        return Files.readAllLines(DISTRICT.resolve(table)).stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .collect(Collectors.toSet());
    }
}
