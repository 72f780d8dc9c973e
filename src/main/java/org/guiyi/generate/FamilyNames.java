package org.guiyi.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guiyi.identifier.Sex;

/** How one family names its members: people, surnames, a shared character of the children; no name twice. */
final class FamilyNames {

    private final Custom custom;
    private final String ethnic;
    private final String surname;
    private final List<String> used = new ArrayList<>();
    private Optional<FullName> elder = Optional.empty();

    private FamilyNames(Custom custom, String ethnic, String surname) {
        this.custom = custom;
        this.ethnic = ethnic;
        this.surname = surname;
    }

    private enum Custom {
        HAN,
        MONGOL,
        YI
    }

    static FamilyNames draw(County county, Dice dice) {
        return switch (county) {
            case BAIRIN_LEFT -> bairin(dice);
            case CHUXIONG -> chuxiong(dice);
        };
    }

    String ethnic(Slot slot) {
        return slot == Slot.MATERNAL_GRANDMOTHER && custom == Custom.HAN ? "汉族" : ethnic;
    }

    /** A name nobody in the family has yet; a twin shares the first character with its elder. */
    FullName name(Slot slot, Sex sex, boolean twin, Dice dice) {
        FullName name = attempt(slot, sex, twin, dice);
        while (used.contains(name.text())) {
            name = attempt(slot, sex, twin, dice);
        }
        used.add(name.text());
        if (slot == Slot.FIRST_CHILD) {
            elder = Optional.of(name);
        }
        boolean respelled = name.custom() == FullName.Custom.MONGOL && dice.perMille(350);
        return respelled ? MinorityNames.respelled(name, dice) : name;
    }

    private FullName attempt(Slot slot, Sex sex, boolean twin, Dice dice) {
        return switch (custom) {
            case MONGOL -> MinorityNames.mongol(sex, dice);
            case YI -> MinorityNames.yi(ownSurname(slot) ? surname : MinorityNames.yiClan(dice), sex, dice);
            case HAN -> han(slot, sex, twin, dice);
        };
    }

    private FullName han(Slot slot, Sex sex, boolean twin, Dice dice) {
        String family = ownSurname(slot) ? surname : Surnames.draw(dice);
        String generation = generation(slot);
        if (twin && slot == Slot.FIRST_CHILD) {
            String first = GivenNames.drawFirst(generation, sex, dice);
            return GivenNames.sharing(family, first, generation, sex, dice);
        }
        boolean shares = slot.child() && (twin || dice.perMille(350));
        return elder.filter(name -> shares && name.given().size() == 2)
                .map(name -> GivenNames.sharing(family, name.given().get(0), generation, sex, dice))
                .orElseGet(() -> GivenNames.draw(family, generation, sex, dice));
    }

    private static boolean ownSurname(Slot slot) {
        return slot.child() || slot == Slot.FATHER || slot == Slot.GRANDFATHER;
    }

    private static String generation(Slot slot) {
        if (slot.child()) {
            return "child";
        }
        return slot.parent() ? "parent" : "elder";
    }

    private static FamilyNames bairin(Dice dice) {
        int drawn = dice.below(1000);
        if (drawn < 360) {
            return new FamilyNames(Custom.MONGOL, "蒙古族", "");
        }
        if (drawn < 460) {
            return new FamilyNames(Custom.HAN, "蒙古族", dice.pick(List.of("包", "白", "孟", "鲍", "王", "李")));
        }
        return new FamilyNames(Custom.HAN, drawn < 950 ? "汉族" : dice.pick(List.of("满族", "回族")), Surnames.draw(dice));
    }

    private static FamilyNames chuxiong(Dice dice) {
        int drawn = dice.below(1000);
        if (drawn < 60) {
            return new FamilyNames(Custom.YI, "彝族", MinorityNames.yiClan(dice));
        }
        String people =
                drawn < 320 ? "彝族" : dice.pick(List.of("汉族", "汉族", "汉族", "汉族", "汉族", "汉族", "汉族", "白族", "回族", "苗族"));
        return new FamilyNames(Custom.HAN, people, Surnames.draw(dice));
    }
}
