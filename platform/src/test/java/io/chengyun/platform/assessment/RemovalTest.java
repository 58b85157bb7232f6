package io.chengyun.platform.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A stream that is deleted is not missed. */
class RemovalTest extends AssessmentHouse {

    private long remembered(long stream) {
        return jdbc.sql("select count(*) from assessment.memory where stream = ?")
                .param(stream)
                .query(Long.class)
                .single();
    }

    @Test
    void aRemovedStreamIsForgottenAndItsSilenceSaysNothing() {
        var gone = stream("water_depth");
        var stays = stream("water_depth");
        store(gone, 0, 0);
        store(stays, 0, 0);
        assertThat(remembered(gone.id())).isOne();

        transaction.executeWithoutResult(status -> sensing.close(gone.id()));
        house.settle();
        clock.set(at(12));
        timer.fireDue();

        assertThat(remembered(gone.id())).isZero();
        assertThat(words(gone)).isEmpty();
        assertThat(words(stays)).contains("depth-silent UNKNOWN");
    }

    @Test
    void aDangerIsOverForTheHouseWhenItsStreamIsRemoved() {
        var gone = stream("rainfall");
        store(gone, 0, 40);
        transaction.executeWithoutResult(status -> sensing.close(gone.id()));
        house.settle();

        assertThat(words(gone)).containsExactly("rain-1h BLUE", "rain-1h EASED");
    }
}
