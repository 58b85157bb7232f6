package io.chengyun.platform.replay;

import io.chengyun.platform.access.Caller;
import io.chengyun.platform.access.Role;
import io.chengyun.platform.casework.CaseFile;
import io.chengyun.platform.casework.CaseState;
import io.chengyun.platform.casework.Casework;
import io.chengyun.platform.casework.Given;
import io.chengyun.platform.place.Position;
import io.chengyun.platform.warning.Warning;
import io.chengyun.platform.warning.Warnings;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** What staff do by themselves in a replay, through the doors that people use (演练办理). */
final class Staff {

    private static final String NOTE = "演练：自动办理";

    private final ActorPlan plan;
    private final Warnings warnings;
    private final Casework casework;
    private final Clock clock;
    private final String centre;

    /**
     * @param centre organisation of the district's own staff
     */
    Staff(ActorPlan plan, Warnings warnings, Casework casework, Clock clock, String centre) {
        this.plan = plan;
        this.warnings = warnings;
        this.casework = casework;
        this.clock = clock;
        this.centre = centre;
    }

    ActorPlan plan() {
        return plan;
    }

    void receive(Warning warning) {
        if (warnings.find(warning.id())
                .filter(known -> known.state() == Warning.State.STANDING)
                .isPresent()) {
            var town = warning.identity().town();
            warnings.receive(warning.id(), caller(plan.receiveWarnings().role(), "T" + town.value()));
        }
    }

    /** Does the step if the case still stands where it stood when the step was planned. */
    void act(String id, ActorPlan.Step step) {
        casework.find(id).filter(file -> file.state() == step.state()).ifPresent(file -> take(file, step));
    }

    /**
     * Does one step after the other, all at once, until it is enough or nothing is left to do. A case that ended otherwise
     * meanwhile is left as it is.
     */
    void advance(String id, Predicate<CaseState> enough) {
        var seen = EnumSet.noneOf(CaseState.class);
        var file = casework.find(id).filter(one -> !enough.test(one.state()));
        while (file.isPresent() && seen.add(file.get().state())) {
            var stands = file.get();
            file = plan.stepIn(stands.state())
                    .flatMap(step -> take(stands, step))
                    .filter(one -> !enough.test(one.state()));
        }
    }

    /** Takes the step, if it is offered; the case as it then stands. */
    private Optional<CaseFile> take(CaseFile file, ActorPlan.Step step) {
        var actor =
                caller(step.role(), step.role() == Role.HANDLER ? file.holder().organisation() : centre);
        return casework.choices(file, actor).stream()
                .filter(choice -> choice.action().equals(step.action()))
                .findFirst()
                .map(offered -> casework.act(file.id(), step.action(), given(file, offered.needs(), actor), actor));
    }

    private Given given(CaseFile file, List<String> needs, Caller actor) {
        var organisation = needs.contains("organisation") ? file.holder().organisation() : null;
        var standard = needs.contains("standard") ? file.matter().caseClass() + "-1" : null;
        return Given.note(NOTE)
                .naming(new Given.Named(organisation, null, standard, null, null))
                .showing(needs.contains("evidence") ? photographs(file, actor) : List.of());
    }

    /** As many as the standard asks for. */
    private List<String> photographs(CaseFile file, Caller actor) {
        var standard = file.course().standard();
        var spot = file.matter().spot();
        var now = clock.instant();
        return IntStream.range(0, standard == null ? 1 : standard.photos())
                .mapToObj(one ->
                        casework.attach(file.id(), picture(now, one), new Position(spot.lon(), spot.lat()), now, actor))
                .toList();
    }

    /** A tiny picture whose colour comes from the time and its number, so that each is another one. */
    private static byte[] picture(Instant at, int number) {
        var image = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, Long.hashCode(at.getEpochSecond() + number) & 0xFFFFFF);
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
            out.flush();
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
