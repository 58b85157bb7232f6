package io.chengyun.platform.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.ledger.tamper.Tamper;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What somebody changes by hand is named. */
class TamperTest extends LedgerHouse {

    @Test
    void whatIsAsItHappenedIsNotSuspected() {
        keep("open-20", "as it was");
        keep("open-20", "as it is");
        assertThat(look("open-20")).isEmpty();
    }

    @Test
    void aColumnChangedByHandIsNamed() {
        keep("open-21", "true");
        jdbc.sql("update ledger.test_thing set words = 'false' where id = 'open-21'")
                .update();
        assertThat(look("open-21")).containsExactly(new Found("open-21", "words", Tamper.Kind.CHANGED));
        assertThat(look("open-21")).as("told once").hasSize(1);
    }

    @Test
    void aRowDeletedByHandIsNamed() {
        keep("open-22", "here");
        jdbc.sql("delete from ledger.test_thing where id = 'open-22'").update();
        assertThat(look("open-22")).containsExactly(new Found("open-22", "", Tamper.Kind.GONE));
    }

    @Test
    void aRowInsertedByHandIsNamed() {
        jdbc.sql("insert into ledger.test_thing values ('made-up', 'nobody told')")
                .update();
        assertThat(look("made-up")).containsExactly(new Found("made-up", "", Tamper.Kind.INSERTED));
    }

    @Test
    void aRecordChangedByHandIsNamed() {
        keep("open-23", "what was said");
        steps.run();
        long number = journal.last();
        jdbc.sql(
                        "update journal.words set payload = replace(payload, 'said', 'sung') where id = (select words from journal.entry where number = ?)")
                .param(number)
                .update();
        jdbc.sql("update ledger.test_thing set words = 'what was sung' where id = 'open-23'")
                .update();
        assertThat(look(String.valueOf(number)))
                .containsExactly(new Found(String.valueOf(number), "type, subject, payload", Tamper.Kind.CHANGED));
        jdbc.sql(
                        "update journal.words set payload = replace(payload, 'sung', 'said') where id = (select words from journal.entry where number = ?)")
                .param(number)
                .update();
        jdbc.sql("update ledger.test_thing set words = 'what was said' where id = 'open-23'")
                .update();
    }

    @Test
    void aRecordDatedBackOrGivenToAnotherIsNamed() {
        keep("open-24", "in time");
        steps.run();
        long number = journal.last();
        jdbc.sql("update journal.entry set at = at - interval '1 day' where number = ?")
                .param(number)
                .update();
        assertThat(look(String.valueOf(number)))
                .containsExactly(new Found(String.valueOf(number), "at", Tamper.Kind.CHANGED));
        jdbc.sql("update journal.entry set at = at + interval '1 day', subject = 'nobody' where number = ?")
                .param(number)
                .update();
        assertThat(look(String.valueOf(number)))
                .contains(new Found(String.valueOf(number), "type, subject, payload", Tamper.Kind.CHANGED));
        jdbc.sql("update journal.entry set subject = 'open-24' where number = ?")
                .param(number)
                .update();
    }

    @Test
    void aRecordDeletedByHandIsNamed() {
        keep("open-25", "first");
        keep("open-25", "second");
        steps.run();
        long number = journal.last() - 1;
        var row = jdbc.sql("delete from journal.entry where number = ? returning type, subject, at, words")
                .param(number)
                .query((it, place) ->
                        new Object[] {it.getString(1), it.getString(2), it.getTimestamp(3), it.getLong(4)})
                .single();
        assertThat(look(String.valueOf(number)))
                .containsExactly(new Found(String.valueOf(number), "", Tamper.Kind.GONE));
        assertThatThrownBy(() -> ledger.proof(number, COMMANDER))
                .as("and nobody gets the next one for it")
                .isInstanceOf(Refused.class);
        jdbc.sql("insert into journal.entry (type, subject, at, words, number) values (?, ?, ?, ?, ?)")
                .params(row)
                .param(number)
                .update();
    }

    @Test
    void aRecordWithoutItsWordsIsNamed() {
        keep("open-27", "said and gone");
        steps.run();
        long number = journal.last();
        move(number, 1_000_000);
        assertThat(look(String.valueOf(number)))
                .containsExactly(new Found(String.valueOf(number), "", Tamper.Kind.GONE));
        move(number, -1_000_000);
    }

    /** Lets the entry name words that are not there. */
    private void move(long number, long by) {
        jdbc.sql("update journal.entry set words = words + ? where number = ?")
                .params(by, number)
                .update();
    }

    @Test
    void anActionUnderWayIsNotTakenForTampering() {
        keep("open-26", "before");
        jdbc.sql("update ledger.test_thing set words = 'after' where id = 'open-26'")
                .update();
        steps.run();
        clock.move(Duration.ofSeconds(1));
        house.fireDue();
        note("open-26", "after");
        assertThat(look("open-26")).isEmpty();
    }

    /** When the sequencer is late, rows say more than the numbered entries do. */
    @Test
    void whatIsToldButHasNoNumberYetIsNoTampering() {
        keep("open-25", "first");
        steps.run();
        transaction.executeWithoutResult(status -> {
            for (var id : new String[] {"open-25", "open-26"}) {
                journal.append(new TestEvent.Noted(new Thing(id, "second"), clock.instant()));
                jdbc.sql(
                                "insert into ledger.test_thing values (?, 'second') on conflict (id) do update set words = 'second'")
                        .param(id)
                        .update();
            }
        });
        for (int i = 0; i < 40; i++) {
            clock.move(Duration.ofSeconds(1));
            house.fireDue();
        }
        assertThat(jdbc.sql("select row_key from ledger.tamper where row_key in ('open-25', 'open-26')")
                        .query(String.class)
                        .list())
                .isEmpty();
        assertThat(look("open-25")).isEmpty();
        assertThat(look("open-26")).isEmpty();
    }
}
