package io.chengyun.platform.casework;

import io.chengyun.platform.access.Role;
import io.chengyun.platform.address.owner.Site;
import io.chengyun.platform.casework.CaseEvent.Act;
import io.chengyun.platform.casework.CaseFile.Standard;
import io.chengyun.platform.casework.CaseFile.Work;
import io.chengyun.platform.casework.errand.Errand;
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
     * @param found what was found for this step alone
     * @param terms what the district promises today to whoever asked
     */
    record Facts(String desk, StageLimits stages, List<Standard> standards, Found found, ServiceTerms.Term terms) {

        Facts {
            standards = List.copyOf(standards);
        }

        Facts with(Found given) {
            return new Facts(desk, stages, standards, given, terms);
        }
    }

    /**
     * What was looked for because of the step (查得).
     *
     * @param work the work that dispatch gave; null where none was asked
     * @param errand who goes to look at it; null where nobody was sought
     * @param site where it stands, as a case of the class that it is after all or of the part that is named; null where it stays
     */
    record Found(
            @Nullable Work work,
            @Nullable Errand errand,
            @Nullable Site site) {

        static final Found NOTHING = new Found(null, null, null);

        static Found of(Work work) {
            return new Found(work, null, null);
        }

        static Found of(Errand errand) {
            return new Found(null, errand, null);
        }

        static Found of(Site site) {
            return new Found(null, null, site);
        }
    }
}
