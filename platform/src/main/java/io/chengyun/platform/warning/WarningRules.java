package io.chengyun.platform.warning;

import io.chengyun.kernel.Grade;
import io.chengyun.platform.assessment.Signal;
import io.chengyun.platform.warning.Warning.Identity;
import io.chengyun.platform.warning.Warning.Label;
import io.chengyun.platform.warning.Warning.State;
import io.chengyun.platform.warning.Warning.Times;
import io.chengyun.platform.warning.Warning.Voice;
import io.chengyun.platform.warning.WarningEvent.Eased;
import io.chengyun.platform.warning.WarningEvent.Heard;
import io.chengyun.platform.warning.WarningEvent.Lifted;
import io.chengyun.platform.warning.WarningEvent.Raised;
import io.chengyun.platform.warning.WarningEvent.Regraded;
import io.chengyun.platform.warning.WarningEvent.Resumed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides what a signal, or silence, does to a warning. Values in, events out: no clock, store or framework. */
final class WarningRules {

    /** Raises a warning by a first signal; only one with a grade can. */
    Optional<WarningEvent> onFirst(Signal signal, String id, Label label, Instant now) {
        if (signal.grade() == null) {
            return Optional.empty();
        }
        var identity = new Identity(
                signal.origin().scenario(),
                signal.origin().danger(),
                signal.source().town());
        var times = new Times(signal.at(), now, now, null, null);
        var warning = new Warning(
                id, identity, label, signal.grade(), State.STANDING, List.of(voice(signal)), times, List.of());
        return Optional.of(new Raised(warning, now));
    }

    /** Weighs a further signal of the same danger and town. */
    Optional<WarningEvent> onAnother(Signal signal, Warning standing, Instant now) {
        var voices = switch (signal.state()) {
            case GRADED, EASED -> spoken(signal, standing.voices());
            case UNKNOWN -> silenced(signal, standing.voices());
        };
        if (voices.equals(standing.voices())) {
            return Optional.empty();
        }
        return Optional.of(regrade(standing, standing.withVoices(voices), now));
    }

    /** Lifts a warning once no grade has been held for as long as the scenario asks. */
    Optional<WarningEvent> onTime(Warning standing, Duration quiet, Instant now) {
        return dueAt(standing, quiet)
                .filter(dueAt -> !now.isBefore(dueAt))
                .map(dueAt -> new Lifted(standing.lifted(now), now));
    }

    /** When the warning will be lifted if nothing more is heard; never while a grade is held. */
    Optional<Instant> dueAt(Warning standing, Duration quiet) {
        var easedAt = standing.times().easedAt();
        return standing.isStanding() && easedAt != null ? Optional.of(easedAt.plus(quiet)) : Optional.empty();
    }

    private static WarningEvent regrade(Warning before, Warning heard, Instant now) {
        @Nullable Grade held = heard.heldGrade();
        boolean quiet = before.times().easedAt() != null;
        if (held == null) {
            return quiet ? new Heard(heard, now) : new Eased(heard.eased(now), now);
        }
        if (quiet) {
            return new Resumed(heard.withGrade(held, now), before.grade(), now);
        }
        return held == before.grade()
                ? new Heard(heard, now)
                : new Regraded(heard.withGrade(held, now), before.grade(), now);
    }

    private static List<Voice> spoken(Signal signal, List<Voice> voices) {
        var result = new ArrayList<Voice>();
        boolean known = false;
        for (var voice : voices) {
            if (!sameVoice(voice, signal)) {
                result.add(sameStream(voice, signal) ? audible(voice) : voice);
                continue;
            }
            known = true;
            // Gateways resend after an outage: an old signal must not undo a newer one.
            result.add(signal.at().isBefore(voice.at()) ? voice : voice(signal));
        }
        if (!known && signal.grade() != null) {
            result.add(voice(signal));
        }
        return result;
    }

    /** A silent stream says nothing, least of all that the danger has passed: its last grade holds. */
    private static List<Voice> silenced(Signal signal, List<Voice> voices) {
        return voices.stream()
                .map(voice -> sameStream(voice, signal) && !signal.at().isBefore(voice.at())
                        ? withState(voice, Signal.State.UNKNOWN)
                        : voice)
                .toList();
    }

    private static Voice audible(Voice voice) {
        return voice.state() == Signal.State.UNKNOWN
                ? withState(voice, voice.grade() == null ? Signal.State.EASED : Signal.State.GRADED)
                : voice;
    }

    private static Voice withState(Voice voice, Signal.State state) {
        return new Voice(voice.origin(), voice.source(), state, voice.grade(), voice.measure(), voice.at());
    }

    private static boolean sameStream(Voice voice, Signal signal) {
        return voice.source().speaker().equals(signal.source().speaker());
    }

    private static boolean sameVoice(Voice voice, Signal signal) {
        return sameStream(voice, signal)
                && voice.origin().rule().equals(signal.origin().rule());
    }

    private static Voice voice(Signal signal) {
        return new Voice(
                signal.origin(), signal.source(), signal.state(), signal.grade(), signal.measure(), signal.at());
    }
}
