package org.guiyi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.guiyi.cli.Terminal.Answer;
import org.guiyi.matching.Explanation;
import org.guiyi.person.PairExplanations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the commands print over a night of some of the samples. */
class CommandTests {

    private static final int WIDTH = 120;

    @TempDir
    private static Path inbox;

    private static Terminal terminal;
    private static Answer night;

    @BeforeAll
    static void aNight() throws IOException {
        for (String sample : List.of(
                "civil-affairs/巴林左旗高龄津贴及养老服务补贴发放名册2026年10月.xlsx",
                "health/巴林左旗死亡登记名册2026年10月.csv",
                "health/楚雄市死亡登记名册2026年10月.csv")) {
            Path copy = inbox.resolve(sample);
            Files.createDirectories(copy.getParent());
            Files.copy(Path.of("input-samples", sample), copy);
            copy.toFile().setLastModified(0);
        }
        terminal = Terminal.start();
        night = terminal.run("nightly", "--inbox", inbox.toString(), "--date", "2026-11-05");
    }

    @AfterAll
    static void close() {
        terminal.close();
    }

    @Test
    void theNightsTableFitsAScreen() {
        assertThat(night.code()).as(night.err()).isZero();
        assertThat(night.widest()).isLessThanOrEqualTo(WIDTH);
        assertThat(night.out())
                .contains("civil-affairs/elder-benefits", "150422/2026-10", "部分通过 partly accepted")
                .containsPattern("(?m)^ +298 +290 +3 +1 +4 {2}│ +290 +290 +0 +0 +0 +0 +0$");
    }

    @Test
    void statusShowsHowThingsStand() {
        Answer status = terminal.run("status");

        assertThat(status.code()).isZero();
        assertThat(status.widest()).isLessThanOrEqualTo(WIDTH);
        assertThat(status.out().lines().count()).isLessThan(40);
        assertThat(status.out())
                .contains("最近发布 last publication: 发布号 1", "nightly", "完成 done", "暂缓入库 held: 0")
                .contains("退回待处理 open rejected rows: civil-affairs/elder-benefits 3", "冲突行 conflicting rows");
    }

    @Test
    void statusOfOneReceiptShowsThatOne() {
        Answer status = terminal.run("status", receipt("deaths"));

        assertThat(status.out()).contains("health/deaths").doesNotContain("elder-benefits");
    }

    @Test
    void theReceiptNamesPlacesAndBureau() {
        Answer receipt = terminal.run("receipt", receipt("elder-benefits"));

        assertThat(receipt.code()).isZero();
        assertThat(receipt.out())
                .contains("单位 Bureau：民政 civil-affairs", "「发放名册」第 ")
                .doesNotContain("第 「", "\"");
        assertThat(terminal.run("receipt", receipt("deaths")).out()).contains("范围 Scope：—");
    }

    @Test
    void aPersonsFileSpeaksInWords() {
        long paid = terminal.get(JdbcClient.class)
                .sql("select min(person_id) from warehouse.payment where amount_fen = 10000")
                .query(Long.class)
                .single();

        Answer person = terminal.runWith("#" + paid + "\n", "person");

        assertThat(person.code()).isZero();
        assertThat(person.widest()).isLessThanOrEqualTo(WIDTH);
        assertThat(person.out())
                .contains("性别 sex", "性 (", "高龄津贴 · 100.00 元 yuan", "在册 present", "[1]     GY", "「发放名册」第 ", " 行 row ")
                .contains("唯一来源 only source")
                .doesNotContain("OLD_AGE", "10000分");
    }

    @Test
    void aStewardSeesWhereToLookAndWhoWouldJoin() {
        Answer nonsense = terminal.run("tasks", "--kind", "nonsense");
        assertThat(nonsense.code()).isEqualTo(2);
        assertThat(nonsense.err()).contains("没有这样的任务种类", "No such kind of task", "possible-same-person");
        Answer tasks = terminal.run("tasks", "--limit", "1");
        assertThat(tasks.code()).isZero();
        assertThat(tasks.out())
                .containsPattern("(?m)^● \\d+ {2}\\p{IsHan}+ [a-z-]+ {2}[a-z_]+ ")
                .containsPattern("记录 record \\d+ {2}人员 person \\d+ {2}GY\\d+-\\d+ ");

        List<String> records = terminal.get(JdbcClient.class)
                .sql("select min(record_id)::text from warehouse.payment group by person_id order by 1 limit 2")
                .query(String.class)
                .list();
        Answer preview = terminal.run("judge", "--same", records.get(0), records.get(1), "--preview");
        assertThat(preview.code()).isZero();
        assertThat(preview.out()).contains("归并 joined 1").containsPattern("Person \\d+ joins \\d+\\.");
        assertThat(terminal.run("judge", "--list").out()).contains("没有判断 no judgements");
        assertThat(terminal.run("judge", "--same", "--task", "1").code()).isEqualTo(2);
        assertThat(terminal.run("judge", "--same", "7", "--reason", "x").code()).isEqualTo(2);
    }

    @Test
    void aPairIsExplainedWithTheWeightItWasLinkedBy() {
        List<long[]> links = terminal.get(JdbcClient.class)
                .sql("""
                        select record_a, record_b, round(weight * 1e6)::bigint as weight from register.link
                        where to_publication is null order by weight desc
                        """)
                .query((row, number) -> new long[] {row.getLong(1), row.getLong(2), row.getLong(3)})
                .list();
        PairExplanations explanations = terminal.get(PairExplanations.class);

        assertThat(links).hasSizeGreaterThan(30).allSatisfy(link -> {
            Explanation explanation = explanations.of(link[0], link[1]).orElseThrow();
            double sum = explanation.parts().stream()
                    .mapToDouble(Explanation.Part::weight)
                    .reduce(explanation.priorWeight(), Double::sum);
            assertThat(Math.round(explanation.weight() * 1e6)).isEqualTo(link[2]);
            assertThat(sum).isCloseTo(explanation.weight(), within(1e-9));
        });

        String[] pair = {Long.toString(links.get(0)[0]), Long.toString(links.get(0)[1])};
        Answer table = terminal.run("explain", pair[0], pair[1]);
        assertThat(table.code()).isZero();
        assertThat(table.out()).contains("先验 prior", "合计 total", "概率 probability: 1.0000", "结论 decision: auto");
        JsonNode json = JsonMapper.shared()
                .readTree(terminal.run("explain", pair[0], pair[1], "--json").out());
        assertThat(json.at("/parts/0/from").doubleValue())
                .isEqualTo(json.get("prior").doubleValue());
        assertThat(json.get("weight").doubleValue()).isCloseTo(links.get(0)[2] / 1e6, within(1e-9));
        assertThat(terminal.run("explain", "1").code()).isEqualTo(2);
        Answer nobody = terminal.run("explain", pair[0], "999999999");
        assertThat(nobody.code()).isEqualTo(2);
        assertThat(nobody.err()).contains("没有这两条记录", "no such two records");
    }

    @Test
    void nobodyFoundIsSaidWithWhatCanBeAsked() {
        Answer person = terminal.runWith("不存在的人\n", "person");

        assertThat(person.code()).isEqualTo(1);
        assertThat(person.err()).contains("没有找到", "Nobody found");
    }

    @Test
    void aPreviewSaysWhatIsOnlyReplayed() {
        Answer preview = terminal.run("withdraw", receipt("deaths"), "--preview");

        assertThat(preview.code()).as(preview.err()).isZero();
        assertThat(preview.out()).contains("预览", "↻", "重放：", "replayed: not itself changed");
    }

    @Test
    void whatIsPublishedIsNotHeldSaysRelease() {
        Answer release = terminal.run("release", receipt("deaths"));

        assertThat(release.code()).isEqualTo(2);
        assertThat(release.err())
                .contains("只有暂缓入库的报送批次可以放行；这一批次现为已入库", "only a held submission can be released; this one is published");
    }

    @Test
    void theTrailIsWholeAfterTheNight() {
        Answer verified = terminal.run("audit", "verify");

        assertThat(verified.code()).as(verified.out()).isZero();
        assertThat(verified.out()).contains("审计链完整 the trail is as it was written", "not sealed yet: 0", "head: ");
        assertThat(terminal.run("audit", "verify", "--json").out()).contains("\"intact\":\"true\"");
    }

    private static String receipt(String feed) {
        return terminal.get(JdbcClient.class)
                .sql("select min(receipt_no) from intake.submission where feed like '%/' || ?")
                .param(feed)
                .query(String.class)
                .single();
    }
}
