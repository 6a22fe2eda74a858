package dev.goldenpath.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.evidence.Finding;
import dev.goldenpath.evidence.Finding.Effect;
import dev.goldenpath.runlog.LoggedJvm.End;
import dev.goldenpath.runlog.LoggedRun;
import dev.goldenpath.runlog.PlannedTest;
import dev.goldenpath.verdict.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;

/** What a reader of Markdown makes of a worklog whose texts try to be more than texts. */
class HostileWorklogTest {
    private final Node page = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .build()
            .parse(worklog());
    private final List<String> markup = new ArrayList<>();
    private final List<String> comments = new ArrayList<>();
    private final List<String> headings = new ArrayList<>();

    @Test
    void noTextIsMarkup() {
        read();

        assertThat(markup).isEmpty();
        assertThat(comments)
                .isNotEmpty()
                .allMatch(text -> text.matches("<!-- (notes:(begin|end) [A-Za-z0-9:._-]+|worklog of run r1) -->"));
    }

    @Test
    void noTextIsAHeading() {
        read();

        assertThat(headings)
                .containsSubsequence("Golden Path worklog, 1970-01-01 00:00 UTC", "Notes", "Results", "Files")
                .doesNotContain("heading")
                .hasSize(21 + HostileRun.TEXTS.size());
    }

    @Test
    void eachTableKeepsItsColumns() {
        List<List<Integer>> tables = new ArrayList<>();
        page.accept(new AbstractVisitor() {
            @Override
            public void visit(CustomBlock block) {
                if (block instanceof TableBlock) {
                    List<Integer> widths = new ArrayList<>();
                    block.accept(rows(widths));
                    tables.add(widths);
                }
            }
        });

        assertThat(tables)
                .hasSize(2)
                .allSatisfy(widths -> assertThat(widths)
                        .hasSizeGreaterThan(HostileRun.TEXTS.size())
                        .containsOnly(widths.get(0)));
    }

    @Test
    void thePageIsNoLongerThanItShouldBe() {
        assertThat(worklog()).hasSizeLessThan(200_000);
    }

    private static AbstractVisitor rows(List<Integer> widths) {
        return new AbstractVisitor() {
            @Override
            public void visit(CustomNode node) {
                if (node instanceof TableRow) {
                    int cells = 0;
                    for (Node cell = node.getFirstChild(); cell != null; cell = cell.getNext()) {
                        cells++;
                    }
                    widths.add(cells);
                }
                visitChildren(node);
            }
        };
    }

    private void read() {
        page.accept(new AbstractVisitor() {
            @Override
            public void visit(HtmlBlock block) {
                comments.addAll(block.getLiteral().lines().toList());
            }

            @Override
            public void visit(HtmlInline html) {
                markup.add(html.getLiteral());
            }

            @Override
            public void visit(Link link) {
                markup.add(link.getDestination());
            }

            @Override
            public void visit(Image image) {
                markup.add(image.getDestination());
            }

            @Override
            public void visit(BlockQuote quote) {
                markup.add("a quotation");
            }

            @Override
            public void visit(LinkReferenceDefinition definition) {
                markup.add(definition.getDestination());
            }

            @Override
            public void visit(Heading heading) {
                headings.add(heading.getFirstChild() instanceof Text text ? text.getLiteral() : "a service");
            }
        });
    }

    private static String worklog() {
        SampleRun run = new SampleRun().tests(HostileRun.read().tests());
        List<Finding> findings = new ArrayList<>();
        SampleTraffic traffic = new SampleTraffic();
        for (String text : HostileRun.TEXTS) {
            run.test(
                    new PlannedTest(text, text, text, text, text, text, List.of(text)),
                    SampleRun.attempt(1, Verdict.FAILED, 1, text, null),
                    SampleRun.attempt(2, Verdict.PASSED, 1, null, null));
            run.jvm(End.FINISHED, text).revenue(text, text, "1").required(text, "1");
            findings.add(new Finding(text, Effect.WARNING, text, text, text, List.of(), text));
            findings.add(new Finding(text, Effect.ALLOWED, text, text, text, List.of(), text));
            traffic.answered(text, 1, text, 200, 1, text).identity(text, text, false);
        }
        LoggedRun read = run.code(findings, List.of(), HostileRun.TEXTS)
                .environment("a*b")
                .read();
        return SampleRun.worklog(
                RunAccount.of(read, traffic.figures()), Path.of("target/goldenpath"), WorklogNotes.none());
    }
}
