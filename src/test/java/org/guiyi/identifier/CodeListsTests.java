package org.guiyi.identifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeListsTests {

    private static final CodeLists LISTS = CodeLists.load(Path.of("jobs/codes"));

    @ParameterizedTest
    @CsvSource({
        "sex,男,1",
        "sex,女性,2",
        "sex,１,1",
        "sex,1-男,1",
        "sex,' 男　',1",
        "sex,m,1",
        "ethnic,汉,01",
        "ethnic,2,02",
        "ethnic,02,02",
        "ethnic,蒙古族,02",
        "ethnic,毛难族,36",
        "ethnic,达翰尔族,31",
        "ethnic,汉族(01),01",
        "relation,爷爷,61",
        "relation,父子,51",
        "relation,外婆,64",
        "disability_level,一级,1",
        "disability_level,Ⅱ级,2",
        "disability_type,肢体,4",
        "disability_type,无,0",
        "child_allowance_category,事实无人抚养,UNSUPPORTED",
        "left_behind_flag,双亲留守,BOTH_PARENTS",
        "left_behind_flag,否,NONE",
        "nursery_class,托小班,TODDLER",
        "payment_type,补发,BACK",
        "registration_state,更正,CORRECTED",
        "difficulty_type,E-2,E-2",
        "difficulty_type,服刑人员子女,E-2",
        "difficulty_type,e2,E-2",
        "self_care,半护理,PARTLY",
        "self_care,具备,ABLE",
        "minimum_living_category,农村A,RURAL_A",
        "assessment_scale,GB/T 42195-2022,GBT_42195",
        "health,1,10",
        "grade,七年级,31"
    })
    void findsAnEntryByCodeNameOrAlias(String list, String text, String code) {
        assertThat(LISTS.list(list).find(text)).map(Code::code).contains(code);
    }

    @ParameterizedTest
    @CsvSource({"sex,男女", "sex,''", "ethnic,火星族", "relation,上级"})
    void staysSilentOverAnUnknownText(String list, String text) {
        assertThat(LISTS.list(list).find(text)).isEmpty();
    }

    @Test
    void letsAnAliasThatTwoEntriesClaimMeanNeither() {
        var list = new CodeList("t", Map.of(new Code("1", "全部"), List.of("全", "整"), new Code("2", "部分"), List.of("全")));
        assertThat(list.find("全")).isEmpty();
        assertThat(list.find("整")).map(Code::code).contains("1");
    }

    @Test
    void refusesATableInWhichACodeIsAnothersName() {
        assertThatThrownBy(
                        () -> new CodeList("t", Map.of(new Code("1", "甲"), List.of(), new Code("2", "1"), List.of())))
                .hasMessage("code list t: 1 stands for two entries");
    }

    @Test
    void namesTheListsThereAreWhenAskedForAnother() {
        assertThatThrownBy(() -> LISTS.list("colour"))
                .hasMessageStartingWith("there is no code list colour, only ability");
    }

    @Test
    void readsEveryListOfTheFolder() {
        assertThat(LISTS.names())
                .contains("sex", "ethnic", "relation", "document_type", "nationality")
                .doesNotContain("regions", "townships");
    }
}
