package io.chengyun.rules.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.chengyun.kernel.Fault;
import io.chengyun.kernel.Malformed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A yes-or-no question about named values, written in CEL (条件), such as {@code rainfall > 20 && water_level > 4.2}.
 *
 * <p>Checked when it is read. It has no macros, so nothing in it repeats, and weighing it costs no more than its text is
 * long. A value that is absent makes the answer unknown, unless the rest decides alone. For any thread.
 */
public final class Condition {

    /** Longer texts are refused. */
    public static final int MOST_CHARACTERS = 2_000;

    private static final int DEEPEST = 50;

    private static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(MOST_CHARACTERS)
            .maxParseRecursionDepth(DEEPEST)
            .enableHeterogeneousNumericComparisons(true)
            .build();

    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(OPTIONS).build();

    private final String text;
    private final CelRuntime.Program program;

    private Condition(String text, CelRuntime.Program program) {
        this.text = text;
        this.program = program;
    }

    /** What kind of value a name stands for. */
    public enum Kind {
        NUMBER(SimpleType.DOUBLE),
        WHOLE(SimpleType.INT),
        TEXT(SimpleType.STRING),
        YES_NO(SimpleType.BOOL);

        private final CelType type;

        Kind(CelType type) {
            this.type = type;
        }
    }

    /** What is answered. */
    public enum Answer {
        YES,
        NO,
        UNKNOWN
    }

    /** Knows the values of the moment: Double, Long, String or Boolean; null for one that is absent. */
    public interface Values {
        @Nullable
        Object find(String name);
    }

    /** Reads a condition over these names; malformed with the position and the names if it is none. */
    public static Condition of(String text, Map<String, Kind> names) {
        // Told here because what the compiler says of a long text repeats it.
        if (text.length() > MOST_CHARACTERS) {
            throw new Malformed(
                    "condition", "is " + text.length() + " characters long; write at most " + MOST_CHARACTERS);
        }
        var compiler = CelCompilerFactory.standardCelCompilerBuilder().setOptions(OPTIONS);
        names.forEach((name, kind) -> compiler.addVar(name, kind.type));
        compiler.setResultType(SimpleType.BOOL);
        return new Condition(text, program(checked(compiler.build().compile(text), names)));
    }

    private static CelAbstractSyntaxTree checked(CelValidationResult result, Map<String, Kind> names) {
        try {
            return result.getAst();
        } catch (CelValidationException wrong) {
            throw new Malformed("condition", said(wrong, result, names));
        }
    }

    private static String said(CelValidationException wrong, CelValidationResult result, Map<String, Kind> names) {
        var known = "; known here are "
                + String.join(", ", names.keySet().stream().sorted().toList());
        return List.copyOf(result.getErrors()).stream()
                .findFirst()
                .map(issue -> "at " + issue.getSourceLocation().getLine() + ":"
                        + (issue.getSourceLocation().getColumn() + 1) + ": " + issue.getMessage() + known)
                .orElse(wrong.getMessage() + known);
    }

    private static CelRuntime.Program program(CelAbstractSyntaxTree tree) {
        try {
            return RUNTIME.createProgram(tree);
        } catch (CelEvaluationException broken) {
            throw new Fault("rules:condition", broken);
        }
    }

    /** Weighs it on the values of the moment. */
    public Answer weigh(Values values) {
        try {
            var answer = program.eval(name -> Optional.ofNullable(values.find(name)));
            // what is no Boolean is CEL's own word for values that are absent
            return answer instanceof Boolean yes ? (yes ? Answer.YES : Answer.NO) : Answer.UNKNOWN;
        } catch (CelEvaluationException undecided) {
            // A name without value, a division by zero, a number too great: nobody knows then.
            return Answer.UNKNOWN;
        }
    }

    /** As it was written. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Condition condition && condition.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
