package org.guiyi.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.guiyi.identifier.CodeLists;
import org.guiyi.tabular.HeaderFinder;
import org.guiyi.tabular.ReadingLimits;
import org.guiyi.tabular.Row;
import org.guiyi.tabular.SheetLayout;
import org.guiyi.tabular.TabularFormat;
import org.guiyi.tabular.TabularReader;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FeedTemplateTests {

    private static final CodeLists CODES = CodeLists.load(Path.of("jobs/codes"));
    private static final FeedDefinitions FEEDS = FeedDefinitions.load(Path.of("jobs"), CODES);

    @TempDir
    private Path folder;

    static List<FeedDefinition> feeds() {
        return FEEDS.all();
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void opensWithItsColumnsDropDownsAndGuide(FeedDefinition feed) throws IOException {
        try (InputStream in = Files.newInputStream(template(feed));
                Workbook workbook = WorkbookFactory.create(in)) {
            Sheet roster = workbook.getSheetAt(0);
            long coded = feed.fields().stream()
                    .filter(field -> field.codes().isPresent())
                    .count();
            int id = feed.find(FieldRole.RESIDENT_ID).orElseThrow().index();

            assertThat(roster.getRow(0).getLastCellNum())
                    .isEqualTo((short) feed.fields().size());
            assertThat(roster.getRow(0).getCell(feed.indexOf("name")).getStringCellValue())
                    .isEqualTo("姓名*");
            assertThat(roster.getDataValidations()).hasSize((int) coded);
            assertThat(roster.getColumnStyle(id).getDataFormatString()).isEqualTo("@");
            assertThat(workbook.getSheetName(1)).isEqualTo("填表说明");
            assertThat(workbook.isSheetHidden(2)).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void isRecognisedAsItsFeedWithAllColumns(FeedDefinition feed) throws IOException {
        Recognition recognition = FEEDS.recognise(Optional.empty(), layouts(template(feed)), TabularFormat.XLSX);

        assertThat(recognition).isInstanceOfSatisfying(Recognition.Recognised.class, recognised -> {
            assertThat(recognised.feed()).isEqualTo(feed);
            SheetMapping sheet = recognised.mapping().sheets().get(0);
            assertThat(sheet.sheet()).isZero();
            assertThat(sheet.unknown()).isEmpty();
            assertThat(sheet.columns()).doesNotContain(-1);
            assertThat(recognised.mapping().sheets()).hasSize(1);
        });
    }

    @ParameterizedTest
    @MethodSource("feeds")
    void saysTheSameAsTheGuideInMarkdown(FeedDefinition feed) {
        assertThat(new ClerksGuide(feed, CODES).markdown())
                .startsWith("# " + feed.title())
                .contains("| 姓名 | 必填 |")
                .contains(feed.rules().get(0).messageZh());
    }

    private Path template(FeedDefinition feed) throws IOException {
        Path file = folder.resolve(feed.id().name() + ".xlsx");
        FeedTemplate.write(feed, CODES, file);
        return file;
    }

    private static List<SheetLayout> layouts(Path file) {
        List<List<Row>> sheets = new ArrayList<>();
        try (TabularReader reader = TabularReader.open(file, ReadingLimits.defaults(), Optional.empty())) {
            reader.sheets().forEach(sheet -> sheets.add(new ArrayList<>()));
            for (Row row = reader.next(); row != null; row = reader.next()) {
                sheets.get(row.sheet()).add(row);
            }
        }
        HeaderFinder finder = new HeaderFinder(FEEDS::knowsHeader);
        return sheets.stream().flatMap(rows -> finder.find(rows).stream()).toList();
    }
}
