package org.guiyi.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameLevelTests {

    @ParameterizedTest
    @CsvSource({
        "张子涵, zhang zi han, 张子涵, zhang zi han, equal",
        "张子?, zhang zi ?, 张子涵, zhang zi han, wildcard",
        "买买提阿不都, mai mai ti a bu du, 买买提, mai mai ti, part",
        "张子涵, zhang zi han, 张紫晗, zhang zi han, same_sound",
        "张子林, zhang zi lin, 章紫凌, zhang zi ling, like_sound",
        "史志成, shi zhi cheng, 斯自岑, si zi cen, like_sound",
        "张子涵, zhang zi han, 王子涵, wang zi han, given_name",
        "张佳怡, zhang jia yi, 张佳慧, zhang jia hui, one_character",
        "张小明, zhang xiao ming, 张明, zhang ming, one_character",
        "其力嘎, qi li ga, 其贺力嘎, qi he li ga, another_form",
        "乌云其其格, wu yun qi qi ge, 乌尤齐齐格, wu you qi qi ge, another_form",
        "包巴图尔, bao ba tu er, 包巴特尔, bao ba te er, another_form",
        "买买提阿不都, mai mai ti a bu du, 阿不都买买提, a bu du mai mai ti, another_form",
        "买买?阿不都, mai mai ? a bu du, 阿不都买买?, a bu du mai mai ?, something_shared",
        "张伟张伟, zhang wei zhang wei, 伟张伟张, wei zhang wei zhang, something_shared",
        "佘红, she hong, 余红, yu hong, same_shape",
        "王晗, wang han, 王含, wang han, same_sound",
        "李玥彤, li yue tong, 李钥彤, li yao tong, same_shape",
        "李玥彤, li yue tong, 李钥同, li yao tong, surname",
        "那仁其木格, na ren qi mu ge, 那木其木格, na mu qi mu ge, one_character",
        "乌兰图雅, wu lan tu ya, 萨兰图雅, sa lan tu ya, one_character",
        "乌兰, wu lan, 乌云, wu yun, something_shared",
        "张伟, zhang wei, 张娜, zhang na, surname",
        "张伟, zhang wei, 章娜, zhang na, surname",
        "张伟, zhang wei, 李伟东, li wei dong, something_shared",
        "张伟, zhang wei, 李卫, li wei, something_shared",
        "张伟, zhang wei, 李娜, li na, nothing_in_common",
        "张?娜, zhang ? na, 章?娜, zhang ? na, given_name",
        "张?, zhang ?, 李?, li ?, nothing_in_common",
        "??, ? ?, 李娜, li na, nothing_in_common",
    })
    void aPairOfNamesHasItsLevel(String name, String sound, String other, String otherSound, String level) {
        Roster roster = new Roster();
        roster.add(1).named(name, sound);
        roster.add(2).named(other, otherSound);
        LinkageResult result = roster.link();
        assertThat(Roster.level(result, "name", 1, 2)).isEqualTo(level);
        assertThat(Roster.level(result, "name", 2, 1)).isEqualTo(level);
    }
}
