package io.chengyun.platform.intake;

import io.chengyun.kernel.Refused;
import io.chengyun.platform.scenario.CaseClass;
import io.chengyun.platform.scenario.Scenarios;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What citizens can ask for (服务目录): the case classes that the installed scenarios offer them. */
@Component
public class Services {

    private final Scenarios scenarios;

    Services(Scenarios scenarios) {
        this.scenarios = scenarios;
    }

    /** All that is offered, by code. */
    public List<CaseClass> list() {
        return scenarios.listClasses().stream()
                .filter(one -> one.offer().forCitizens())
                .toList();
    }

    /** The service of this code, if it is offered. */
    public Optional<CaseClass> find(String code) {
        return list().stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /** The service of this code; refuses one that is not offered. */
    public CaseClass get(String code) {
        return find(code)
                .orElseThrow(() -> new Refused(
                        IntakeRefusal.NO_SUCH_SERVICE,
                        list().stream().map(CaseClass::code).toList()));
    }
}
