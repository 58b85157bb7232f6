package io.chengyun.platform.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Malformed;
import io.chengyun.platform.place.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddressBookTest {

    @TempDir
    Path folder;

    private AddressBook book(String rows) throws IOException {
        Files.writeString(folder.resolve("addresses.csv"), "id,road,number,place,lon,lat\n" + rows);
        return AddressBook.read(folder);
    }

    @Test
    void aDoorBetweenTwoLiesByItsNumber() throws IOException {
        var book = book("a,沪闵路,100,,121.0,31.0\nb,沪闵路,200,,121.4,31.2\n");

        assertThat(book.findBetween("沪闵路", 125)).contains(new Position(121.1, 31.05));
        assertThat(book.findBetween("沪闵路", 99)).isEmpty();
        assertThat(book.findBetween("沪闵路", 201)).isEmpty();
    }

    @Test
    void theFirstNumberOfADoorCounts() {
        assertThat(AddressBook.number("100号")).contains(100);
        assertThat(AddressBook.number("１０－3号")).contains(10);
        assertThat(AddressBook.number("三号")).isEmpty();
    }

    @Test
    void aDistrictWithoutABookHasNoDoors() {
        assertThat(AddressBook.read(folder).listDoors("沪闵路")).isEmpty();
    }

    @Test
    void aRowThatIsNoDoorIsNamed() {
        assertThatThrownBy(() -> book("a,沪闵路,x,,121.0,31.0\n"))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("a:");
    }
}
