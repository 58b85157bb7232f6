package io.chengyun.platform.replay;

import io.chengyun.kernel.DomainEvent;
import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.casework.CaseEvent;
import io.chengyun.platform.casework.CaseFile;
import io.chengyun.platform.casework.Casework;
import io.chengyun.platform.casework.Given;
import io.chengyun.platform.journal.Follower;
import io.chengyun.platform.journal.Timed;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.warning.WarningEvent;
import io.chengyun.platform.warning.Warnings;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * Staff who act by themselves in a replay, through the doors that people use (演练人员). Only for the one thread that drives
 * the replay.
 */
final class Actors implements Follower<DomainEvent>, Timed {

    private static final String NOTE = "演练：自动办理";

    private final ActorPlan plan;
    private final Warnings warnings;
    private final Casework casework;
    private final Clock clock;
    private final String centre;
    private final TreeMap<Turn, Runnable> turns = new TreeMap<>();

    /**
     * @param centre organisation of the district's own staff
     */
    Actors(ActorPlan plan, Warnings warnings, Casework casework, Clock clock, String centre) {
        this.plan = plan;
        this.warnings = warnings;
        this.casework = casework;
        this.clock = clock;
        this.centre = centre;
    }

    /** When something is to be done, those heard of first going first. */
    private record Turn(Instant at, long number) implements Comparable<Turn> {
        @Override
        public int compareTo(Turn other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    @Override
    public String name() {
        return "replay.actors";
    }

    @Override
    public Class<DomainEvent> hears() {
        return DomainEvent.class;
    }

    @Override
    public void on(long number, DomainEvent event) {
        if (event instanceof WarningEvent.Raised raised) {
            var receiving = plan.receiveWarnings();
            var town = raised.now().identity().town();
            var receiver = caller(receiving.role(), "T" + town.value());
            turns.put(new Turn(event.at().plus(receiving.after()), number), () -> receive(raised.subject(), receiver));
        }
        if (event instanceof CaseEvent happened) {
            plan.stepIn(happened.now().state())
                    .ifPresent(step -> turns.put(
                            new Turn(event.at().plus(step.after()), number), () -> act(happened.now(), step)));
        }
    }

    @Override
    public @Nullable Instant nextDueAt() {
        return turns.isEmpty() ? null : turns.firstKey().at();
    }

    @Override
    public void fireDue() {
        Instant now = clock.instant();
        while (!turns.isEmpty() && !turns.firstKey().at().isAfter(now)) {
            turns.pollFirstEntry().getValue().run();
        }
    }

    private void receive(String warning, Caller receiver) {
        if (warnings.find(warning)
                .filter(known -> known.state() == io.chengyun.platform.warning.Warning.State.STANDING)
                .isPresent()) {
            warnings.receive(warning, receiver);
        }
    }

    /** Does the step if the case still stands where it stood when the step was planned. */
    private void act(CaseFile planned, ActorPlan.Step step) {
        Optional<CaseFile> found = casework.find(planned.id()).filter(file -> file.state() == step.state());
        if (found.isEmpty()) {
            return;
        }
        var file = found.get();
        var actor =
                caller(step.role(), step.role() == Role.HANDLER ? file.holder().organisation() : centre);
        var offered = casework.choices(file, actor).stream()
                .filter(choice -> choice.action().equals(step.action()))
                .findFirst();
        if (offered.isPresent()) {
            casework.act(file.id(), step.action(), given(file, offered.get().needs(), actor), actor);
        }
    }

    private Given given(CaseFile file, List<String> needs, Caller actor) {
        var organisation = needs.contains("organisation") ? file.holder().organisation() : null;
        var standard = needs.contains("standard") ? file.matter().caseClass() + "-1" : null;
        return Given.note(NOTE)
                .naming(new Given.Named(organisation, null, standard, null, null))
                .showing(needs.contains("evidence") ? List.of(photograph(file, actor)) : List.of());
    }

    private String photograph(CaseFile file, Caller actor) {
        var spot = file.matter().spot();
        var now = clock.instant();
        return casework.attach(file.id(), picture(now), new Position(spot.lon(), spot.lat()), now, actor);
    }

    /** A tiny picture whose colour comes from the time, so that each is another one. */
    private static byte[] picture(Instant at) {
        var image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, Long.hashCode(at.getEpochSecond()) & 0xFFFFFF);
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Caller caller(Role role, String organisation) {
        var id = "auto-" + role.name().toLowerCase(Locale.ROOT);
        return new Caller(id, "演练人员", "Drill", Set.of(role), organisation, null);
    }
}
