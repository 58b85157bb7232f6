package io.chengyun.platform.casework;

import static io.chengyun.platform.casework.CaseFile.Request.Kind.EXTENSION;
import static io.chengyun.platform.casework.CaseFile.Request.Kind.SUSPENSION;

import io.chengyun.platform.access.Role;
import io.chengyun.platform.casework.CaseEvent.Act;
import io.chengyun.platform.casework.CaseFile.Request;
import io.chengyun.platform.casework.Given.Need;
import io.chengyun.platform.casework.Rulebook.Procedure;
import io.chengyun.platform.casework.Turn.Actor;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One way a case can go (流转): which action leads from which states, who may take it, what it needs, and what follows.
 *
 * @param who which roles may, and whether the house by itself
 * @param needs what must be given with it
 * @param guards what must be true beside
 * @param to where the case then stands; null where it stays
 * @param move what it does to holder, clocks and course
 */
record Transition(
        CaseAction action,
        Set<CaseState> from,
        Who who,
        List<Need> needs,
        List<Guard> guards,
        @Nullable CaseState to,
        Move move,
        Telling telling) {

    /** Who may take it: roles, and whether the house by itself. */
    record Who(Set<Role> roles, boolean house) {

        boolean includes(Actor actor) {
            return actor.isHouse() ? house : actor.roles().stream().anyMatch(roles::contains);
        }
    }

    /** Where a case that stands there then stands. */
    CaseState next(CaseState now) {
        return to == null ? now : to;
    }

    Casework.Way shown() {
        return new Casework.Way(
                action.word(),
                from.stream().sorted().toList(),
                to,
                who.roles().stream().sorted().toList(),
                who.house(),
                needs.stream().map(Need::field).toList(),
                guards.stream().map(Guard::name).toList());
    }

    /** What a step does to the case, its state and revision aside. */
    @FunctionalInterface
    interface Move {
        CaseFile apply(CaseMoves moves, CaseFile file, Turn turn);
    }

    /** The event that tells of it, from the case before and after. */
    @FunctionalInterface
    interface Telling {
        CaseEvent of(CaseFile before, CaseFile now, Turn turn);
    }

    /** An event for which the case as it stands after it says enough. */
    @FunctionalInterface
    interface PlainTelling {
        CaseEvent of(CaseFile now, Act act, Instant at);

        default Telling told() {
            return (before, now, turn) -> of(now, turn.act(), turn.at());
        }
    }

    static Row on(CaseAction action, CaseState first, CaseState... more) {
        return new Row(action, EnumSet.of(first, more), new Who(Set.of(), false), List.of(), List.of());
    }

    /** A transition being written down. */
    record Row(CaseAction action, Set<CaseState> from, Who who, List<Need> needs, List<Guard> guards) {

        Row by(Role first, Role... more) {
            return new Row(action, from, new Who(EnumSet.of(first, more), who.house()), needs, guards);
        }

        Row byHouse() {
            return new Row(action, from, new Who(who.roles(), true), needs, guards);
        }

        Row needs(Need... wanted) {
            return new Row(action, from, who, List.of(wanted), guards);
        }

        Row when(Guard... wanted) {
            return new Row(action, from, who, needs, List.of(wanted));
        }

        Transition to(CaseState state, Move move, PlainTelling telling) {
            return new Transition(action, from, who, needs, guards, state, move, telling.told());
        }

        /** The case stays where it stands. */
        Transition stays(Move move, PlainTelling telling) {
            return new Transition(action, from, who, needs, guards, null, move, telling.told());
        }

        /** The case stays where it stands, and the event says what was before. */
        Transition changes(Move move, Telling telling) {
            return new Transition(action, from, who, needs, guards, null, move, telling);
        }
    }

    /** What must be true of a case and an actor beside state and role (条件), and why we say no if it is not. */
    enum Guard {
        /** 本部门案件. */
        HOLDS(CaseRefusal.NOT_YOUR_CASE) {
            @Override
            boolean holds(CaseFile file, Actor actor, Instant at, Procedure procedure) {
                return actor.offices().contains(file.holder().organisation());
            }
        },
        /** 处核分离: inspected by another party than the handler. */
        OTHER_PARTY(CaseRefusal.OWN_WORK) {
            @Override
            boolean holds(CaseFile file, Actor actor, Instant at, Procedure procedure) {
                var work = file.course().work();
                boolean ownOrganisation = work != null && work.organisation().equals(actor.organisation());
                var joint = file.course().ties().joint();
                boolean helped = joint != null
                        && joint.parts().stream()
                                .anyMatch(part -> part.organisation().equals(actor.organisation()));
                return !ownOrganisation && !helped && !file.course().handlers().contains(actor.id());
            }
        },
        /** 已指派到人. */
        WITH_A_PERSON(CaseRefusal.NOT_ALLOWED_NOW) {
            @Override
            boolean holds(CaseFile file, Actor actor, Instant at, Procedure procedure) {
                return file.holder().person() != null;
            }
        },
        NOTHING_ASKED(CaseRefusal.NOT_ALLOWED_NOW) {
            @Override
            boolean holds(CaseFile file, Actor actor, Instant at, Procedure procedure) {
                return file.course().request() == null;
            }
        },
        SOMETHING_ASKED(CaseRefusal.NOT_ALLOWED_NOW) {
            @Override
            boolean holds(CaseFile file, Actor actor, Instant at, Procedure procedure) {
                return file.course().request() != null;
            }
        },
        EXTENSION_ASKED(CaseRefusal.NOT_ALLOWED_NOW) {
            @Override
            boolean holds(CaseFile file, Actor actor, Instant at, Procedure procedure) {
                return asked(file, EXTENSION) != null;
            }
        },
        SUSPENSION_ASKED(CaseRefusal.NOT_ALLOWED_NOW) {
            @Override
            boolean holds(CaseFile file, Actor actor, Instant at, Procedure procedure) {
                return asked(file, SUSPENSION) != null;
            }
        },
        /** 延期次数未满. */
        EXTENSION_LEFT(CaseRefusal.EXTENDED_TOO_OFTEN) {
            @Override
            boolean holds(CaseFile file, Actor actor, Instant at, Procedure procedure) {
                return file.course().tally().extensions() < procedure.extensions();
            }
        },
        /** 未逾期. */
        IN_TIME(CaseRefusal.OVERDUE) {
            @Override
            boolean holds(CaseFile file, Actor actor, Instant at, Procedure procedure) {
                var clock = file.clocks().holder();
                return clock == null || !clock.overdueAt(at);
            }
        },
        NEVER_SUSPENDED(CaseRefusal.SUSPENDED_BEFORE) {
            @Override
            boolean holds(CaseFile file, Actor actor, Instant at, Procedure procedure) {
                return file.course().tally().suspensions() == 0;
            }
        },
        /** The day that was asked for has not come yet. */
        STILL_AHEAD(CaseRefusal.SUSPENDED_TOO_LONG) {
            @Override
            boolean holds(CaseFile file, Actor actor, Instant at, Procedure procedure) {
                var request = asked(file, SUSPENSION);
                return request != null
                        && Objects.requireNonNull(request.until()).isAfter(at);
            }
        },
        /** 未经仲裁: what arbitration decided is not returned. */
        NOT_RULED(CaseRefusal.RULED) {
            @Override
            boolean holds(CaseFile file, Actor actor, Instant at, Procedure procedure) {
                var work = file.course().work();
                return work == null || !work.ruled();
            }
        },
        /** 有争议: returned as often as the procedure bears. */
        DISPUTED(CaseRefusal.NOT_ALLOWED_NOW) {
            @Override
            boolean holds(CaseFile file, Actor actor, Instant at, Procedure procedure) {
                return file.course().tally().returns() >= procedure.disputedAfter();
            }
        },
        UNDISPUTED(CaseRefusal.DISPUTED) {
            @Override
            boolean holds(CaseFile file, Actor actor, Instant at, Procedure procedure) {
                return !DISPUTED.holds(file, actor, at, procedure);
            }
        },
        /** 核查通过. */
        PASSED(CaseRefusal.NOT_ALLOWED_NOW) {
            @Override
            boolean holds(CaseFile file, Actor actor, Instant at, Procedure procedure) {
                var inspection = file.course().inspection();
                return inspection != null && inspection.passed();
            }
        },
        /** 尚未回访. */
        NOT_CALLED_BACK(CaseRefusal.CALLED_BACK) {
            @Override
            boolean holds(CaseFile file, Actor actor, Instant at, Procedure procedure) {
                return file.course().callBack() == null;
            }
        },
        /** 有诉求人: somebody outside waits to be contacted, or was. */
        ASKED_FOR(CaseRefusal.NOBODY_ASKED) {
            @Override
            boolean holds(CaseFile file, Actor actor, Instant at, Procedure procedure) {
                return file.course().contact() != null;
            }
        },
        /** 尚未先行联系. */
        NOT_CONTACTED(CaseRefusal.CONTACTED) {
            @Override
            boolean holds(CaseFile file, Actor actor, Instant at, Procedure procedure) {
                var contact = file.course().contact();
                return contact == null || contact.at() == null;
            }
        },
        /** 尚无会办. */
        NOT_SHARED(CaseRefusal.ALREADY_SHARED) {
            @Override
            boolean holds(CaseFile file, Actor actor, Instant at, Procedure procedure) {
                return file.course().ties().joint() == null;
            }
        },
        /** 本部门分办. */
        HAS_A_PART(CaseRefusal.NOT_YOUR_PART) {
            @Override
            boolean holds(CaseFile file, Actor actor, Instant at, Procedure procedure) {
                var joint = file.course().ties().joint();
                return joint != null && joint.openFor(actor.offices()).isPresent();
            }
        },
        /** 分办已毕: as the policy asks. */
        PARTS_DONE(CaseRefusal.PARTS_OPEN) {
            @Override
            boolean holds(CaseFile file, Actor actor, Instant at, Procedure procedure) {
                var joint = file.course().ties().joint();
                return joint == null || joint.letsGo();
            }
        },
        /** 班次已结束: of whoever was asked to look. */
        SHIFT_OVER(CaseRefusal.NOT_ALLOWED_NOW) {
            @Override
            boolean holds(CaseFile file, Actor actor, Instant at, Procedure procedure) {
                var errand = file.course().errand();
                return errand != null && errand.overAt(at);
            }
        },
        WAS_FILED(CaseRefusal.NOT_ALLOWED_NOW) {
            @Override
            boolean holds(CaseFile file, Actor actor, Instant at, Procedure procedure) {
                return file.course().standard() != null;
            }
        };

        private final CaseRefusal refusal;

        Guard(CaseRefusal refusal) {
            this.refusal = refusal;
        }

        abstract boolean holds(CaseFile file, Actor actor, Instant at, Procedure procedure);

        /** Why we say no when it does not hold. */
        CaseRefusal refusal() {
            return refusal;
        }

        private static @Nullable Request asked(CaseFile file, Request.Kind kind) {
            var request = file.course().request();
            return request != null && request.kind() == kind ? request : null;
        }
    }
}
