package org.guiyi.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.guiyi.intake.RowBalance;
import org.guiyi.intake.Submission;
import org.guiyi.intake.SubmissionState;
import org.guiyi.intake.SubmissionStore;
import org.guiyi.pipeline.Answer;
import org.guiyi.pipeline.Operations;
import org.guiyi.pipeline.Reimports;
import org.guiyi.pipeline.Selection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file with faults goes out as an error workbook and comes back. Every test has a county of its own. */
class RoundTripTests {

    private static final String SHEET = "儿童";

    private static RunningGuiyi guiyi;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        guiyi = RunningGuiyi.start();
    }

    @AfterAll
    static void close() {
        guiyi.close();
    }

    /** Rejected: rows 4 (no name) and 5 (no date of registration); marked: rows 6 (number) and 7 (phone). */
    private static ChildrenRoster faulty(String county, String code, String month) {
        return new ChildrenRoster(county, code, month)
                .put(4, ChildrenRoster.NAME, "")
                .put(5, ChildrenRoster.REGISTERED, "不详")
                .put(6, ChildrenRoster.NUMBER, code + "201605130300")
                .put(7, ChildrenRoster.PHONE, "12345");
    }

    private Path errors(Submission submission) {
        Path out = folder.resolve(submission.receipt() + "-" + System.nanoTime() + ".xlsx");
        assertThat(guiyi.get(ErrorWorkbook.class).write(submission.receipt(), out))
                .isInstanceOf(ErrorWorkbook.Outcome.Written.class);
        return out;
    }

    private Submission giveBack(Path workbook, Consumer<XSSFSheet> change) {
        return guiyi.deliver(Workbooks.edited(workbook, SHEET, change));
    }

    @Test
    void closesExactlyTheRejectionItAnswers() {
        Submission roster = guiyi.deliver(faulty("巴林左旗", "150422", "2026年10月").workbook(folder));
        assertThat(guiyi.rejected(roster, "open")).containsExactly(4, 5);

        Submission amendment = giveBack(errors(roster), sheet -> Workbooks.type(sheet, 4, ChildrenRoster.NAME, "钱晓明"));

        assertThat(amendment.kind()).isEqualTo("amendment");
        assertThat(amendment.state()).isEqualTo(SubmissionState.PUBLISHED);
        assertThat(amendment.scope()).isEqualTo(roster.scope());
        assertThat(amendment.period()).isEqualTo(roster.period());
        assertThat(guiyi.rejected(roster, "answered")).containsExactly(4);
        assertThat(guiyi.rejected(roster, "open")).containsExactly(5);
        assertThat(guiyi.golden("name", amendment, 4)).isEqualTo("钱晓明");
        assertThat(amendment.rows().accepted()).isEqualTo(1);
        assertThat(amendment.rows().rejected()).isZero();
        assertThat(amendment.rows().duplicate()).isEqualTo(11);
    }

    @Test
    void leavesARejectionOpenThatIsStillWrong() {
        Submission roster = guiyi.deliver(faulty("巴林右旗", "150423", "2026年10月").workbook(folder));
        Submission amendment =
                giveBack(errors(roster), sheet -> Workbooks.type(sheet, 5, ChildrenRoster.REGISTERED, "去年"));
        assertThat(amendment.rows().rejected()).isEqualTo(1);
        assertThat(guiyi.rejected(roster, "open")).containsExactly(4, 5);
    }

    @Test
    void takesAnEditOfAMarkedCellAndReportsOneOfAnother() {
        ChildrenRoster roster = faulty("林西县", "150424", "2026年10月");
        Submission delivered = guiyi.deliver(roster.workbook(folder));
        String address = guiyi.golden("registered_address", delivered, 6);

        Submission amendment = giveBack(errors(delivered), sheet -> {
            Workbooks.type(sheet, 6, ChildrenRoster.NUMBER, roster.number(3));
            Workbooks.type(sheet, 6, ChildrenRoster.ADDRESS, "别处99号");
            Workbooks.type(sheet, 8, ChildrenRoster.NAME, "别人");
        });

        assertThat(guiyi.golden("resident_id", amendment, 6)).isEqualTo(roster.number(3));
        assertThat(guiyi.golden("registered_address", amendment, 6)).isEqualTo(address);
        assertThat(guiyi.problems(amendment)).containsExactly("6 AMEND_IGNORED", "8 AMEND_IGNORED");
        assertThat(guiyi.golden("name", delivered, 8)).isEqualTo(roster.name(5));
        assertThat(amendment.rows())
                .isEqualTo(new RowBalance(
                        amendment.rows().read(), 1, 0, 11, amendment.rows().notData()));
    }

    @Test
    void refusesAForgedKeyAndARowAnsweredTwice() {
        Submission roster = guiyi.deliver(faulty("克什克腾旗", "150425", "2026年10月").workbook(folder));
        Submission amendment = giveBack(errors(roster), sheet -> {
            String key = Workbooks.text(sheet, 8, ChildrenRoster.KEYS);
            Workbooks.type(sheet, 4, ChildrenRoster.NAME, "钱晓明");
            Workbooks.type(sheet, 4, ChildrenRoster.KEYS, "5" + key.substring(key.indexOf('.')));
            Workbooks.type(sheet, 5, ChildrenRoster.REGISTERED, "2025-04-01");
            Workbooks.type(sheet, 9, ChildrenRoster.KEYS, Workbooks.text(sheet, 5, ChildrenRoster.KEYS));
        });
        assertThat(guiyi.problems(amendment)).contains("4 AMEND_KEY", "5 AMEND_REPEATED", "9 AMEND_REPEATED");
        assertThat(amendment.rows().accepted()).isZero();
        assertThat(guiyi.rejected(roster, "open")).containsExactly(4, 5);
    }

    @Test
    void findsRowsWithoutKeysByWhatElseTheySay() {
        ChildrenRoster roster = faulty("翁牛特旗", "150426", "2026年10月");
        Submission delivered = guiyi.deliver(roster.workbook(folder));
        Submission amendment = giveBack(errors(delivered), sheet -> {
            for (int row = 3; row <= 14; row++) {
                Workbooks.type(sheet, row, ChildrenRoster.KEYS, row % 2 == 0 ? "" : "#REF!");
            }
            Workbooks.type(sheet, 4, ChildrenRoster.NAME, "钱晓明");
            Workbooks.type(sheet, 5, ChildrenRoster.REGISTERED, "2025-04-01");
            Workbooks.type(sheet, 5, ChildrenRoster.ADDRESS, "翁牛特旗乌丹镇7号");
            Workbooks.type(sheet, 8, ChildrenRoster.NAME, "别人");
            Workbooks.type(sheet, 8, ChildrenRoster.NUMBER, "");
        });
        assertThat(guiyi.rejected(delivered, "answered")).containsExactly(4, 5);
        assertThat(guiyi.problems(amendment)).containsExactly("8 AMEND_KEY");
        assertThat(guiyi.golden("registered_address", amendment, 5)).isEqualTo("翁牛特旗乌丹镇7号");
    }

    @Test
    void buildsASecondReturnOnTheFirst() {
        Submission roster = guiyi.deliver(faulty("喀喇沁旗", "150428", "2026年10月").workbook(folder));
        Path workbook = errors(roster);
        Submission first = giveBack(workbook, sheet -> {
            Workbooks.type(sheet, 4, ChildrenRoster.NAME, "钱晓明");
            Workbooks.type(sheet, 5, ChildrenRoster.REGISTERED, "去年");
        });
        assertThat(guiyi.rejected(roster, "open")).containsExactly(5);

        Submission second =
                giveBack(errors(first), sheet -> Workbooks.type(sheet, 5, ChildrenRoster.REGISTERED, "2025-04-01"));

        assertThat(second.amends()).hasValue(roster.id());
        assertThat(guiyi.rejected(roster, "answered")).containsExactly(4, 5);
        assertThat(second.rows().accepted()).isEqualTo(1);
        assertThat(guiyi.problems(second)).isEmpty();
    }

    @Test
    void turnsAnAnswerDownWithTheRosterThatItAnswers() {
        Submission roster = guiyi.deliver(faulty("喀喇沁旗", "150428", "无日期").workbook(folder));
        assertThat(roster.state()).isEqualTo(SubmissionState.HELD);
        Submission amendment = giveBack(errors(roster), sheet -> Workbooks.type(sheet, 4, ChildrenRoster.NAME, "钱晓明"));
        assertThat(amendment.amends()).hasValue(roster.id());

        Answer preview = guiyi.get(Operations.class).reject(roster.receipt(), "报错了", true);
        SubmissionStore submissions = guiyi.get(SubmissionStore.class);
        assertThat(submissions.get(roster.id()).state()).isEqualTo(SubmissionState.HELD);
        Answer done = guiyi.get(Operations.class).reject(roster.receipt(), "报错了", false);

        assertThat(preview).isEqualTo(done);
        assertThat(((Answer.Done) done).impact().falling())
                .containsExactly(amendment.receipt().value());
        Submission turnedDown = submissions.get(amendment.id());
        assertThat(turnedDown.state()).isEqualTo(SubmissionState.REJECTED);
        assertThat(turnedDown.reason().orElseThrow().en())
                .isEqualTo("the roster " + roster.receipt() + " that it answers was rejected");
        assertThat(guiyi.jdbc()
                        .sql("select detail from audit.violation")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    void givesTheSameWhenItIsImportedAgain() {
        Submission roster = guiyi.deliver(faulty("宁城县", "150429", "2026年10月").workbook(folder));
        Submission amendment = giveBack(errors(roster), sheet -> Workbooks.type(sheet, 4, ChildrenRoster.NAME, "钱晓明"));
        Answer answer = guiyi.get(Reimports.class)
                .reimport(Selection.of(List.of(amendment.receipt())), RunningGuiyi.TODAY, false);
        assertThat(answer).isInstanceOf(Answer.Done.class);
        assertThat(guiyi.rejected(roster, "answered")).containsExactly(4);
        assertThat(guiyi.golden("name", amendment, 4)).isEqualTo("钱晓明");
    }

    @Test
    void refusesRowsThatALaterDeliveryHasSuperseded() {
        ChildrenRoster roster = faulty("敖汉旗", "150430", "2026年9月");
        Submission september = guiyi.deliver(roster.workbook(folder));
        Path workbook = errors(september);
        guiyi.deliver(new ChildrenRoster("敖汉旗", "150430", "2026年10月").workbook(folder));

        Submission amendment = giveBack(workbook, sheet -> {
            Workbooks.type(sheet, 4, ChildrenRoster.NAME, "钱晓明");
            Workbooks.type(sheet, 7, ChildrenRoster.PHONE, "13804761111");
        });

        assertThat(guiyi.problems(amendment)).containsExactly("4 AMEND_SUPERSEDED", "7 AMEND_SUPERSEDED");
        assertThat(guiyi.rejected(september, "open")).containsExactly(4, 5);
    }

    @Test
    void doesNotTakeANumberThatLostItsDigitsForATextWhenItComesBack() {
        ChildrenRoster roster = new ChildrenRoster("元宝山区", "150403", "2026年10月")
                .put(4, ChildrenRoster.NAME, "")
                .put(4, ChildrenRoster.NUMBER, 150403201605110000.0);
        Submission delivered = guiyi.deliver(roster.workbook(folder));
        assertThat(guiyi.problems(delivered)).contains("4 ID_PRECISION_LOST");
        Submission amendment =
                giveBack(errors(delivered), sheet -> Workbooks.type(sheet, 4, ChildrenRoster.NAME, "钱晓明"));
        assertThat(guiyi.problems(amendment)).contains("4 ID_PRECISION_LOST");
        assertThat(guiyi.rejected(delivered, "answered")).containsExactly(4);
    }

    @Test
    void refusesAWorkbookWhoseColumnsWereMoved() {
        Submission roster = guiyi.deliver(faulty("松山区", "150404", "2026年10月").workbook(folder));
        Submission amendment = giveBack(errors(roster), sheet -> {
            Workbooks.type(sheet, 2, ChildrenRoster.NAME, "性别");
            Workbooks.type(sheet, 2, ChildrenRoster.SEX, "姓名");
            Workbooks.type(sheet, 4, ChildrenRoster.NAME, "男");
        });
        assertThat(guiyi.problems(amendment)).contains("4 AMEND_COLUMNS");
        assertThat(amendment.rows().accepted()).isZero();
    }

    @Test
    void answersATextFileAsWell() {
        Submission roster = guiyi.deliver(faulty("红山区", "150402", "2026年10月").csv(folder));
        Path workbook = errors(roster);
        Submission amendment = guiyi.deliver(
                Workbooks.edited(workbook, "名册", sheet -> Workbooks.type(sheet, 3, ChildrenRoster.NAME, "钱晓明")));
        assertThat(guiyi.rejected(roster, "answered")).containsExactly(3);
        assertThat(amendment.rows().accepted()).isEqualTo(1);
    }

    @Test
    void writesReceiptsWithoutAnybodysData() throws Exception {
        ChildrenRoster roster = faulty("扎鲁特旗", "150526", "2026年10月");
        Submission submission = guiyi.deliver(roster.workbook(folder));
        Receipt receipt = guiyi.get(Receipts.class).of(submission.receipt()).orElseThrow();
        assertThat(receipt.rows().rejected()).isEqualTo(2);
        assertThat(receipt.openRejections()).isEqualTo(2);
        assertThat(receipt.text())
                .contains(
                        "回执 Receipt：" + submission.receipt(),
                        "读取 read 16 = 接受 accepted 10 + 退回 rejected 2 + 重复 duplicate 0 + 非数据 not data 4",
                        "[退回 reject] REQUIRED 姓名 · 1 行 rows · 「儿童」第 4 行",
                        "guiyi errors " + submission.receipt());
        assertThat(receipt.json())
                .contains("\"receipt\" : \"" + submission.receipt() + "\"", "\"not_data\" : 4", "\"row\" : 4");

        Path reports = guiyi.get(NightReports.class)
                .write(guiyi.home(), LocalDate.of(2026, 11, 22), List.of(submission.receipt()));

        assertThat(reports).isEqualTo(guiyi.home().resolve("reports/2026-11-22"));
        assertThat(reports.resolve(submission.receipt() + ".json")).hasContent(receipt.json());
        assertThat(reports.resolve(submission.receipt() + ".txt")).hasContent(receipt.text());
        assertThat(receipt.json() + receipt.text())
                .doesNotContain(roster.name(0), roster.number(0), "150526201605130300", "12345", "不详");
    }
}
