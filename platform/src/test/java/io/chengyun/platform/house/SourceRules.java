package io.chengyun.platform.house;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the house forbids in one file, found in its syntax. Text in, findings out. */
final class SourceRules {

    static final int FILE_LINES = 400;
    static final int METHOD_LINES = 40;
    static final int PARAMETERS = 5;
    static final int RECORD_COMPONENTS = 8;
    static final int COLLABORATORS = 5;

    private static final Pattern FORBIDDEN_NAME =
            Pattern.compile(".*(Impl|Utils?|Helper|Manager|Constants|DTO|Dto|VO|PO|BO)");
    private static final Pattern FORBIDDEN_PACKAGE = Pattern.compile("(.*\\.)?(util|utils|common|base|misc)(\\..*)?");
    private static final Pattern FORBIDDEN_IMPORT = Pattern.compile(
            "(?i)(static )?(lombok|java\\.util\\.logging|jakarta\\.persistence|org\\.hibernate|org\\.easymock)\\..*|.*mockito.*");
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TODO|FIXME|XXX)\\b|@author\\b"); // house: this rule
    private static final Pattern CATCH_ALL = Pattern.compile("(Exception|Throwable|RuntimeException|Error)");
    private static final Pattern WALL_CLOCK =
            Pattern.compile("(Instant|Local\\w+|Zoned\\w+|Offset\\w+|Year\\w*|MonthDay)\\.now");
    private static final Map<String, String> FORBIDDEN_CALLS = Map.of(
            "System.currentTimeMillis", "time comes from the injected Clock",
            "Thread.sleep", "nothing sleeps: use the journal's timers",
            "UUID.randomUUID", "ids come from the injected Ids");

    /** Where the one clock and the one source of ids of a run are made: of the house, and of the auditor's jar. */
    private static final Set<String> CLOCKMAKERS = Set.of("ClockConfiguration.java", "Main.java");
    /** The loop supervisor and the timer's: they alone catch everything, and say so. */
    private static final Set<String> SUPERVISORS = Set.of("Loop.java", "Aside.java");

    private SourceRules() {}

    /** Something that must not be. */
    record Finding(String path, long line, String rule) {
        @Override
        public String toString() {
            return path + ":" + line + " " + rule;
        }
    }

    /** What a file of the product breaks. */
    static List<Finding> weighMain(Source source) {
        return weigh(source, true);
    }

    /** What a test file breaks: sizes, names, imports and what is unfinished, but it may sleep and catch. */
    static List<Finding> weighTest(Source source) {
        return weigh(source, false);
    }

    private static List<Finding> weigh(Source source, boolean product) {
        var syntax = source.parse();
        var look = new Look(source, syntax, product);
        look.file();
        look.scan(syntax.unit(), null);
        return List.copyOf(look.findings);
    }

    private static final class Look extends TreePathScanner<@Nullable Void, @Nullable Void> {

        private final List<Finding> findings = new ArrayList<>();
        private final Source source;
        private final Source.Syntax syntax;
        private final boolean product;

        Look(Source source, Source.Syntax syntax, boolean product) {
            this.source = source;
            this.syntax = syntax;
            this.product = product;
        }

        void file() {
            if (source.lines() > FILE_LINES) {
                findings.add(new Finding(source.path(), source.lines(), "file longer than " + FILE_LINES + " lines"));
            }
            var packageName = String.valueOf(syntax.unit().getPackageName());
            if (FORBIDDEN_PACKAGE.matcher(packageName).matches()) {
                findings.add(new Finding(source.path(), 1, "package name says nothing: " + packageName));
            }
            long number = 0;
            for (var line : source.text().lines().toList()) {
                number++;
                if (UNFINISHED.matcher(line).find() && !line.contains("// house: this rule")) {
                    findings.add(new Finding(source.path(), number, "unfinished, or signed: " + line.strip()));
                }
            }
        }

        @Override
        public @Nullable Void visitImport(ImportTree tree, @Nullable Void nothing) {
            var name = tree.getQualifiedIdentifier().toString();
            check(FORBIDDEN_IMPORT.matcher(name).matches(), tree, "forbidden library: " + name);
            return super.visitImport(tree, nothing);
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, @Nullable Void nothing) {
            var name = tree.getSimpleName().toString();
            check(FORBIDDEN_NAME.matcher(name).matches(), tree, "type name says nothing: " + name);
            tree.getMembers().stream()
                    .filter(VariableTree.class::isInstance)
                    .map(VariableTree.class::cast)
                    .forEach(field -> field(tree, field));
            if (tree.getKind() == Kind.RECORD) {
                long components = tree.getMembers().stream()
                        .filter(VariableTree.class::isInstance)
                        .filter(member -> isComponent((VariableTree) member))
                        .count();
                check(components > RECORD_COMPONENTS, tree, "record of " + components + " components: " + name);
            }
            return super.visitClass(tree, nothing);
        }

        private static boolean isComponent(VariableTree member) {
            return !member.getModifiers().getFlags().contains(javax.lang.model.element.Modifier.STATIC);
        }

        private void field(ClassTree owner, VariableTree field) {
            boolean injected = field.getModifiers().getAnnotations().stream()
                    .map(annotation -> annotation.getAnnotationType().toString())
                    .anyMatch(Set.of("Autowired", "Inject", "Resource", "Value")::contains);
            check(product && injected && owner.getKind() != Kind.RECORD, field, "field injection: " + field.getName());
            check(product && isOptional(field), field, "Optional kept: " + field.getName());
        }

        private static boolean isOptional(VariableTree variable) {
            Tree type = variable.getType();
            return type != null && type.toString().matches("(java\\.util\\.)?Optional(Int|Long|Double)?(<.*)?");
        }

        @Override
        public @Nullable Void visitMethod(MethodTree tree, @Nullable Void nothing) {
            long length = lastLine(tree) - line(tree) + 1;
            check(length > METHOD_LINES, tree, "method of " + length + " lines: " + tree.getName());
            var owner = (ClassTree) getCurrentPath().getParentPath().getLeaf();
            boolean canonical = owner.getKind() == Kind.RECORD && tree.getReturnType() == null;
            int count = tree.getParameters().size();
            if (!canonical) {
                boolean constructor = tree.getReturnType() == null;
                int most = constructor ? COLLABORATORS : PARAMETERS;
                check(count > most, tree, (constructor ? "collaborators: " : "parameters: ") + count);
                tree.getParameters()
                        .forEach(given -> check(product && isOptional(given), given, "Optional parameter: " + given));
            }
            return super.visitMethod(tree, nothing);
        }

        @Override
        public @Nullable Void visitCatch(CatchTree tree, @Nullable Void nothing) {
            var type = tree.getParameter().getType().toString();
            boolean all = List.of(type.split("\\|")).stream()
                    .anyMatch(one -> CATCH_ALL.matcher(one.strip()).matches());
            check(product && all && !SUPERVISORS.contains(source.fileName()), tree, "catches everything: " + type);
            check(product && tree.getBlock().getStatements().isEmpty(), tree, "swallows " + type);
            return super.visitCatch(tree, nothing);
        }

        @Override
        public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void nothing) {
            var called = tree.getMethodSelect().toString();
            if (product && !CLOCKMAKERS.contains(source.fileName())) {
                var why = FORBIDDEN_CALLS.get(called);
                check(why != null, tree, called + ": " + why);
                boolean clocked = tree.getArguments().stream()
                        .anyMatch(given -> given.toString()
                                .toLowerCase(java.util.Locale.ROOT)
                                .contains("clock"));
                check(WALL_CLOCK.matcher(called).matches() && !clocked, tree, called + ": without the injected Clock");
                check(called.matches("Clock\\.(system|tick).*"), tree, called + ": a second clock");
            }
            check(product && called.startsWith("System.out."), tree, called + ": use a logger or a given stream");
            check(product && called.startsWith("System.err."), tree, called + ": use a logger or a given stream");
            check(product && called.endsWith(".printStackTrace"), tree, called + ": use a logger");
            return super.visitMethodInvocation(tree, nothing);
        }

        @Override
        public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void nothing) {
            boolean today = tree.getIdentifier().toString().matches("(java\\.util\\.)?Date")
                    && tree.getArguments().isEmpty();
            check(product && today, tree, "new Date(): without the injected Clock");
            return super.visitNewClass(tree, nothing);
        }

        private void check(boolean broken, Tree where, String rule) {
            if (broken) {
                findings.add(new Finding(source.path(), line(where), rule));
            }
        }

        private long line(Tree tree) {
            return lineAt(syntax.trees().getSourcePositions().getStartPosition(syntax.unit(), tree));
        }

        private long lastLine(Tree tree) {
            return lineAt(syntax.trees().getSourcePositions().getEndPosition(syntax.unit(), tree));
        }

        private long lineAt(long position) {
            return position < 0 ? 0 : syntax.unit().getLineMap().getLineNumber(position);
        }
    }
}
