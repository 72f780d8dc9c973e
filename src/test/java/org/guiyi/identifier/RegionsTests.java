package org.guiyi.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionsTests {

    private static final Regions REGIONS = Regions.load(Path.of("jobs/codes"));

    @ParameterizedTest
    @CsvSource({
        "152422,巴林左旗,150422,true",
        "152427,赤峰县,150404,true",
        "152721,东胜县,150602,true",
        "142522,潞城县,140406,true",
        "532321,楚雄县,532301,true",
        "152627,兴和县,150924,false",
        "152634,四子王旗,150929,false",
        "142536,沁源县,140431,false",
        "140411,郊区,140403,false",
        "152301,通辽市,150502,false"
    })
    void resolvesWithdrawnCodes(String code, String name, String successor, boolean by1983) {
        Region region = REGIONS.find(code).orElseThrow();

        assertThat(region.name()).isEqualTo(name);
        assertThat(region.state()).isEqualTo(RegionState.WITHDRAWN);
        assertThat(region.successor()).contains(successor);
        assertThat(REGIONS.everExisted(code)).isTrue();
        assertThat(REGIONS.withdrawnBy1983(code)).isEqualTo(by1983);
    }

    @Test
    void tellsWhichCodesNeverWere() {
        assertThat(REGIONS.everExisted("152499")).isFalse();
        assertThat(REGIONS.everExisted("999999")).isFalse();
        assertThat(REGIONS.everExisted("15242")).isFalse();
        assertThat(REGIONS.everExisted("150571")).as("a development zone").isFalse();
        assertThat(REGIONS.find("150571").orElseThrow().state()).isEqualTo(RegionState.STATISTICAL);
        assertThat(REGIONS.everExisted("140401")).as("市辖区").isTrue();
    }

    @Test
    void knowsWhatIsAboveARegion() {
        assertThat(REGIONS.find("150422").orElseThrow().parent()).contains("150400");
        assertThat(REGIONS.find("150400").orElseThrow().parent()).contains("150000");
        assertThat(REGIONS.find("150000").orElseThrow().parent()).isEmpty();
        assertThat(REGIONS.township("150422100")).map(Located::name).contains("林东镇");
    }

    @ParameterizedTest
    @CsvSource({
        "内蒙古自治区赤峰市巴林左旗林东镇兴隆街,,150422100,林东镇",
        "巴林左旗2026年10月农村留守儿童信息表,,150422,巴林左旗",
        "2026年10月巴林左旗留守儿童.xlsx,,150422,巴林左旗",
        "楚雄市鹿城镇,,532301101,鹿城镇",
        "楚雄彝族自治州楚雄市鹿城镇灵秀社区,,532301101,鹿城镇",
        "楚雄州2026年高龄津贴,,532300,楚雄彝族自治州",
        "长治市潞州区,,140403,潞州区",
        "长治潞州花名册,,140403,潞州区",
        "山西省长治市,,140400,长治市",
        "吉林省吉林市,,220200,吉林市",
        "吉林省,,220000,吉林省",
        "北京市朝阳区,,110105,朝阳区",
        "吉林省长春市朝阳区,,220104,朝阳区",
        "赤峰市林东镇,,150422100,林东镇",
        "林东镇,150422,150422100,林东镇",
        "林东镇花加拉嘎村,,150422100,林东镇",
        "内蒙古 赤峰市 巴林左旗 林东镇,,150422100,林东镇",
        "长治市郊区,,140403,潞州区",
        "潞城县,,140406,潞城区",
        "松山区新城街道,150404,150404,松山区",
        "楚雄市城区,,532301,楚雄市"
    })
    void findsTheMostExactRegionATextNames(String text, String hint, String code, String name) {
        assertThat(REGIONS.locate(text, hint)).contains(new Located(code, name));
    }

    @ParameterizedTest
    @CsvSource({"朝阳区", "和平路三号", "花名册", "城关镇", "''", "2026年10月", "本县各乡镇"})
    void staysSilentWhereATextNamesNoOneRegion(String text) {
        assertThat(REGIONS.locate(text)).isEmpty();
    }

    @Test
    void readsAnAmbiguousNameNearTheHint() {
        assertThat(REGIONS.locate("朝阳区", "110101")).map(Located::code).contains("110105");
        assertThat(REGIONS.locate("城关镇", "620123")).map(Located::regionCode).contains("620123");
        assertThat(REGIONS.locate("林东镇", "150422101")).map(Located::code).contains("150422100");
        assertThat(REGIONS.locate("朝阳区", "?")).isEmpty();
        assertThat(REGIONS.locate("楚雄市鹿城镇", "150422")).map(Located::code).contains("532301101");
    }
}
