package io.chengyun.platform.casework;

import io.chengyun.platform.access.Role;
import io.chengyun.platform.casework.CaseEvent.Act;
import io.chengyun.platform.casework.CaseFile.Standard;
import io.chengyun.platform.casework.CaseFile.Work;
import io.chengyun.platform.casework.service.ServiceTerms;
import io.chengyun.platform.scenario.CasePolicy.StageLimits;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One step on a case (一步): who takes it, with what, on which facts, when. */
record Turn(Actor actor, Given given, Facts facts, Instant at) {

    Act act() {
        return new Act(actor.id(), actor.organisation(), given.note(), given.legalGround(), given.photos());
    }

    /**
     * Who acts on a case (办理人): somebody of the staff, or the house by itself.
     *
     * @param offices organisations for which the person may act: the own one and all below it
     */
    record Actor(String id, String organisation, Set<Role> roles, Set<String> offices) {

        /** The id under which the house itself acts. */
        static final String HOUSE = "house";

        Actor {
            roles = Set.copyOf(roles);
            offices = Set.copyOf(offices);
        }

        static Actor house(String organisation) {
            return new Actor(HOUSE, organisation, Set.of(), Set.of());
        }

        boolean isHouse() {
            return id.equals(HOUSE);
        }
    }

    /**
     * What the house looked up so that the rules need not (依据).
     *
     * @param desk organisation whose acceptor, dispatcher and inspector have the case when no department has
     * @param stages limits of the desks
     * @param standards the class's filing standards, the first being the usual one
     * @param work the work that dispatch gave for this step; null where none was asked
     * @param terms what the district promises today to whoever asked
     */
    record Facts(
            String desk,
            StageLimits stages,
            List<Standard> standards,
            @Nullable Work work,
            ServiceTerms.Term terms) {

        Facts {
            standards = List.copyOf(standards);
        }

        Facts with(Work given) {
            return new Facts(desk, stages, standards, given, terms);
        }
    }
}
