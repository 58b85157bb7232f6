package io.chengyun.platform.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule is shown a file that breaks it: a rule that cannot fail proves nothing. */
class SourceRulesTest {

    @Test
    void cleanFilePasses() {
        assertThat(findings("class Warnings { private final Clock clock; Instant at() { return clock.instant(); } }"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
                    class WarningServiceImpl {} => type name says nothing: WarningServiceImpl
                    class TimeUtils {} => type name says nothing: TimeUtils
                    record CaseDTO(int a) {} => type name says nothing: CaseDTO
                    class A { static class CaseManager {} } => type name says nothing: CaseManager
                    import lombok.Data; class A {} => forbidden library: lombok.Data
                    import java.util.logging.Logger; class A {} => forbidden library: java.util.logging.Logger
                    import jakarta.persistence.Entity; class A {} => forbidden library: jakarta.persistence.Entity
                    class A { @Autowired Journal journal; } => field injection: journal
                    class A { Optional<String> name; } => Optional kept: name
                    record A(Optional<String> name) {} => Optional kept: name
                    class A { void f(Optional<String> x) {} } => Optional parameter: Optional<String> x
                    class A { Instant f() { return Instant.now(); } } => Instant.now: without the injected Clock
                    class A { Object f() { return LocalDate.now(zone); } } => LocalDate.now: without the injected Clock
                    class A { long f() { return System.currentTimeMillis(); } } => System.currentTimeMillis: time comes from the injected Clock
                    class A { Object f() { return UUID.randomUUID(); } } => UUID.randomUUID: ids come from the injected Ids
                    class A { Object f() { return Clock.systemUTC(); } } => Clock.systemUTC: a second clock
                    class A { Object f() { return new Date(); } } => new Date(): without the injected Clock
                    class A { void f() { Thread.sleep(1); } } => Thread.sleep: nothing sleeps: use the journal's timers
                    class A { void f() { System.out.println(); } } => System.out.println: use a logger or a given stream
                    class A { void f() { e.printStackTrace(); } } => e.printStackTrace: use a logger
                    class A { void f() { try { g(); } catch (Exception e) { log(e); } } } => catches everything: Exception
                    class A { void f() { try { g(); } catch (IOException | RuntimeException e) { log(e); } } } => catches everything: IOException | RuntimeException
                    class A { void f() { try { g(); } catch (IOException e) {} } } => swallows IOException
                    class A { void f(int a, int b, int c, int d, int e, int f) {} } => parameters: 6
                    class A { A(int a, int b, int c, int d, int e, int f) {} } => collaborators: 6
                    record A(int a, int b, int c, int d, int e, int f, int g, int h, int i) {} => record of 9 components: A
                    """)
    void oneLineBreaksOneRule(String text, String rule) {
        assertThat(findings(text)).containsExactly(rule);
    }

    @Test
    void unfinishedWorkIsFound() {
        var mark = "TO" + "DO";
        assertThat(findings("class A {} // " + mark + " later")).hasSize(1);
        assertThat(findings("/** @" + "author me */ class A {}")).hasSize(1);
    }

    @Test
    void packageThatSaysNothingIsFound() {
        assertThat(findings("package io.chengyun.common.text; class A {}"))
                .containsExactly("package name says nothing: io.chengyun.common.text");
    }

    @Test
    void longMethodIsFound() {
        assertThat(findings("class A {\n void f() {\n" + lines(38) + " }\n}")).isEmpty();
        assertThat(findings("class A {\n void f() {\n" + lines(39) + " }\n}")).containsExactly("method of 41 lines: f");
    }

    @Test
    void longFileIsFound() {
        assertThat(findings("class A {}\n" + "\n".repeat(400))).containsExactly("file longer than 400 lines");
    }

    @Test
    void supervisorMayCatchEverything() {
        var text = "class Loop { void f() { try { g(); } catch (Exception e) { log(e); } } }";
        assertThat(SourceRules.weighMain(new Source("a/Loop.java", text))).isEmpty();
    }

    @Test
    void mocksAreFoundInTests() {
        var source =
                new Source("a/ATest.java", "import org.mockito.Mockito; class ATest { void f() { Thread.sleep(1); } }");
        assertThat(SourceRules.weighTest(source))
                .extracting(SourceRules.Finding::rule)
                .containsExactly("forbidden library: org.mockito.Mockito");
    }

    @Test
    void aClockMayBeAsked() {
        assertThat(findings("class A { Object f() { return LocalDate.now(clock); } }"))
                .isEmpty();
    }

    private static String lines(int count) {
        return IntStream.range(0, count).mapToObj(i -> "  g();\n").collect(Collectors.joining());
    }

    private static List<String> findings(String text) {
        return SourceRules.weighMain(new Source("a/A.java", text)).stream()
                .map(SourceRules.Finding::rule)
                .toList();
    }
}
