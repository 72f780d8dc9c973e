package org.guiyi.bench;

import java.time.LocalDate;
import org.guiyi.identifier.ResidentId;

/**
 * One made-up elder on the benchmark's roster, a function of seed and number only, so that a file of any length needs no
 * memory and a month later the same elders come again.
 */
final class RosterRow {

    static final String[] HEADER = {
        "姓名", "性别", "民族", "出生日期", "身份证号", "户籍地址", "现住址", "联系电话", "监护人姓名", "监护人身份证号", "与本人关系", "健康状况", "能力等级", "评估日期",
        "服务机构", "月标准", "登记日期", "退出日期", "退出原因", "备注"
    };

    private static final String REGION = "152422";
    private static final LocalDate ELDEST = LocalDate.of(1926, 1, 1);
    private static final LocalDate OLDEST_GUARDIAN = LocalDate.of(1966, 1, 1);
    private static final int ELDER_DAYS = 14_000;
    private static final int GUARDIAN_DAYS = 13_000;
    private static final int FAMILY = 8;
    private static final String SURNAMES =
            "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";
    private static final String GIVEN =
            "英秀玉华珍兰芳桂明国建志文军平永红春金海生云山林玲梅淑凤美德福荣贵宝成忠义民强勇刚伟杰峰涛斌波辉龙飞鹏超亮洪江川清泉松柏树根柱石磊光照耀宗祖庆喜禄寿康宁安泰和顺祥瑞吉利亨通达远长久恒心慧敏静雅洁莹琴棋书画诗词赋颂歌舞乐";
    private static final String[] TOWNS = {"林东镇", "隆昌镇", "十三敖包镇", "碧流台镇", "富河镇", "白音勿拉镇", "哈拉哈达镇"};
    private static final String[] ETHNIC = {"汉族", "汉族", "汉族", "汉族", "蒙古族", "回族", "满族"};
    private static final String[] HEALTH = {"健康", "良好", "一般", "慢性病", "体弱"};
    private static final String[] ABILITY = {"完好", "轻度失能", "中度失能", "重度失能", ""};
    private static final String[] RELATIONS = {"子", "女", "配偶", "子", "女"};
    private static final String[] EXITS = {"户籍迁出", "随迁"};

    private final Mix mix;
    private final int number;
    private final boolean later;
    private final boolean changed;

    /** @param later whether this is the roster a month later, on which one elder in twenty has changed */
    RosterRow(long seed, int number, boolean later) {
        this.mix = new Mix(seed * 1_000_003L + number);
        this.number = number;
        this.later = later;
        this.changed = later && mix.oneIn(20, 1);
    }

    /** One elder in a hundred is gone a month later. */
    boolean gone() {
        return later && mix.oneIn(100, 2);
    }

    String[] cells() {
        boolean male = mix.oneIn(2, 3);
        LocalDate born = ELDEST.plusDays(number % ELDER_DAYS);
        String name = name(mix.roll(4));
        String guardian = name(new Mix(~(number / FAMILY)).roll(5));
        boolean left = mix.oneIn(50, 6);
        LocalDate registered = LocalDate.of(2019, 1, 1).plusDays(mix.below(2_400, 7));
        return new String[] {
            mix.oneIn(200, 8) ? "" : name,
            male ? "男" : "女",
            mix.pick(ETHNIC, 9),
            born(born),
            damaged(id(born, number / ELDER_DAYS, male)),
            "内蒙古自治区赤峰市巴林左旗" + mix.pick(TOWNS, 10) + house(11),
            changed ? "巴林左旗" + mix.pick(TOWNS, 12) + house(13) : house(14),
            mix.oneIn(50, 15) ? "1380476" : "13" + (100_000_000 + mix.below(899_999_999, changed ? 16 : 17)),
            guardian,
            mix.oneIn(4, 18) ? guardianId() : "",
            mix.pick(RELATIONS, 19),
            mix.pick(HEALTH, changed ? 20 : 21),
            mix.pick(ABILITY, 22),
            LocalDate.of(2025, 1, 1).plusDays(mix.below(480, 23)).toString(),
            "巴林左旗第" + (1 + mix.below(300, 24)) + "养老服务中心",
            Integer.toString(100 + 10 * mix.below(80, changed ? 25 : 26)),
            registered.toString(),
            left ? registered.plusDays(mix.below(600, 27) - 5).toString() : "",
            left ? mix.pick(EXITS, 28) : "",
            mix.oneIn(10, 29) ? "每季度走访" + mix.below(9, 30) + "次" : ""
        };
    }

    /** Written as clerks do: nine of ten plainly, some with dots, a few not at all. */
    private String born(LocalDate date) {
        if (mix.oneIn(200, 31)) {
            return "不详";
        }
        return mix.oneIn(10, 32)
                ? date.getYear() + "." + date.getMonthValue() + "." + date.getDayOfMonth()
                : date.toString();
    }

    /** One number in forty is damaged: its end lost, masked, or a digit wrong. */
    private String damaged(String id) {
        if (!mix.oneIn(40, 33)) {
            return id;
        }
        return switch (mix.below(3, 34)) {
            case 0 -> id.substring(0, 15) + "000";
            case 1 -> id.substring(0, 10) + "****" + id.substring(14);
            default -> id.substring(0, 16) + (char) ('0' + (id.charAt(16) - '0' + 1) % 10) + id.charAt(17);
        };
    }

    /** Eight elders in a row have the same guardian. */
    private String guardianId() {
        int family = number / FAMILY;
        LocalDate born = OLDEST_GUARDIAN.plusDays(family % GUARDIAN_DAYS);
        return id(born, family / GUARDIAN_DAYS, family % 2 == 0);
    }

    private static String id(LocalDate born, int sequence, boolean male) {
        String first = REGION
                + born.toString().replace("-", "")
                + (char) ('0' + sequence * 2 / 100)
                + (char) ('0' + sequence * 2 / 10 % 10)
                + (char) ('0' + sequence * 2 % 10 + (male ? 1 : 0));
        return first + ResidentId.checkDigit(first);
    }

    /** Some names are far more frequent than others, as in life. */
    private static String name(long roll) {
        int surname = often(roll, SURNAMES.length());
        int one = often(roll >> 20, GIVEN.length());
        int two = often(roll >> 40, GIVEN.length());
        return (roll & 7L << 60) == 0
                ? "" + SURNAMES.charAt(surname) + GIVEN.charAt(one)
                : "" + SURNAMES.charAt(surname) + GIVEN.charAt(one) + GIVEN.charAt(two);
    }

    private static int often(long roll, int length) {
        int first = (int) (roll & 1023) * length / 1024;
        int second = (int) (roll >> 10 & 1023) * length / 1024;
        return Math.min(first, second);
    }

    private String house(int salt) {
        return "第" + (1 + mix.below(40, salt)) + "村民组" + (1 + mix.below(900, salt + 100)) + "号";
    }

    /** Rolls of one row: each salt is a die of its own. */
    private record Mix(long state) {

        long roll(int salt) {
            long z = state * 0x9E3779B97F4A7C15L + salt * 0xD1B54A32D192ED03L;
            z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
            z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
            return z ^ z >>> 31;
        }

        int below(int bound, int salt) {
            return (int) Math.floorMod(roll(salt), (long) bound);
        }

        boolean oneIn(int chances, int salt) {
            return below(chances, salt) == 0;
        }

        String pick(String[] words, int salt) {
            return words[below(words.length, salt)];
        }
    }
}
