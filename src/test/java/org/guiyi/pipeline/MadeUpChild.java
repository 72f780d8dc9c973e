package org.guiyi.pipeline;

import java.time.LocalDate;
import java.util.List;
import org.guiyi.identifier.ResidentId;

/**
 * A child of a made-up county. Each number gives another child with a name, a resident number and a telephone that nobody
 * else has; the numbers carry a county code withdrawn by 1983.
 */
public record MadeUpChild(
        int number,
        String name,
        String residentId,
        LocalDate birthDate,
        String guardian,
        String phone,
        String address) {

    private static final String SURNAMES = "欧赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤";
    private static final String GIVEN = "云霁澍珩璟瑄翊宸曦昀钰玥霖汐岚屿漪棠杉筠茗芷芮苒荻菡蓁蔓薇";
    private static final LocalDate FIRST_BIRTHDAY = LocalDate.of(2012, 1, 5);

    /** The child of this number, from 0. */
    public static MadeUpChild of(int number) {
        LocalDate birth = FIRST_BIRTHDAY.plusDays(number * 13L);
        return new MadeUpChild(
                number,
                surname(number) + given(number * 7 + 3) + given(number / GIVEN.length() + number),
                residentId(birth, 100 + number % 800),
                birth,
                surname(number + 5) + given(number + 11) + given(number * 5),
                "139" + String.format("%08d", 31_000_017 + number * 7_919),
                "内蒙古自治区赤峰市巴林左旗林东镇第" + (number + 1) + "号");
    }

    /** The children from {@code first} to before {@code after}. */
    public static List<MadeUpChild> range(int first, int after) {
        return java.util.stream.IntStream.range(first, after)
                .mapToObj(MadeUpChild::of)
                .toList();
    }

    public MadeUpChild movedTo(String newAddress) {
        return new MadeUpChild(number, name, residentId, birthDate, guardian, phone, newAddress);
    }

    /** Somebody typed one digit of the number wrongly. */
    public MadeUpChild withADamagedNumber() {
        char last = residentId.charAt(17) == '1' ? '2' : '1';
        return new MadeUpChild(number, name, residentId.substring(0, 17) + last, birthDate, guardian, phone, address);
    }

    public MadeUpChild renamed(String newName) {
        return new MadeUpChild(number, newName, residentId, birthDate, guardian, phone, address);
    }

    /** Somebody left the number out. */
    public MadeUpChild withoutANumber() {
        return new MadeUpChild(number, name, "", birthDate, guardian, phone, address);
    }

    /** The other family's guardian looks after the child. */
    public MadeUpChild withGuardianOf(MadeUpChild other) {
        return new MadeUpChild(number, name, residentId, birthDate, other.guardian, other.phone, address);
    }

    /** Somebody left the name out. */
    public MadeUpChild withoutAName() {
        return new MadeUpChild(number, "", residentId, birthDate, guardian, phone, address);
    }

    String sex() {
        return residentId.isEmpty() || (residentId.charAt(16) - '0') % 2 == 1 ? "男" : "女";
    }

    private static String residentId(LocalDate birth, int order) {
        String first17 = "152422" + birth.toString().replace("-", "") + String.format("%03d", order);
        return first17 + ResidentId.checkDigit(first17);
    }

    private static String surname(int number) {
        return String.valueOf(SURNAMES.charAt(number % SURNAMES.length()));
    }

    private static String given(int number) {
        return String.valueOf(GIVEN.charAt(number % GIVEN.length()));
    }
}
