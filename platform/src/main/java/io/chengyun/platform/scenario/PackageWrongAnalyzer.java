package io.chengyun.platform.scenario;

import io.chengyun.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at the start, in place of a stack trace, what is wrong with the scenario packages (启动说明). */
final class PackageWrongAnalyzer extends AbstractFailureAnalyzer<Refused> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, Refused cause) {
        if (cause.refusal() != ScenarioRefusal.PACKAGE_WRONG) {
            return null;
        }
        var problems = String.join(System.lineSeparator(), cause.allowed());
        var description =
                "The scenario packages are wrong, so nothing was started:" + System.lineSeparator() + problems;
        return new FailureAnalysis(description, ScenarioRefusal.PACKAGE_WRONG.advice(), failure);
    }
}
