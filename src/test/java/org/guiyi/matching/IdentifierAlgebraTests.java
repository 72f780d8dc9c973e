package org.guiyi.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdentifierAlgebraTests {

    private static final String BOY = "152422201203140018";
    private static final String GUARDIAN = "152422195503140011";

    private final Roster roster = new Roster();

    private String level() {
        return Roster.level(roster.link(), "identity", 1, 2);
    }

    @Test
    void equalWholeNumbersAreTheSameNumber() {
        roster.aBoy(1).trusted(BOY);
        roster.aBoy(2).trusted(BOY);
        assertThat(level()).isEqualTo("same_number");
        assertThat(roster.link().clusters().together(1, 2)).isTrue();
    }

    @Test
    void aNumberOnOneSideOnlyIsNeitherAgreementNorDisagreement() {
        roster.aBoy(1).trusted(BOY);
        roster.aBoy(2);
        Explanation.Part part = Roster.part(roster.link(), "identity", 1, 2);
        assertThat(part.standing()).isEqualTo(Explanation.Standing.MISSING);
        assertThat(part.weight()).isZero();
    }

    @Test
    void theNumberHidesInAStudentNumberAndInADisabilityCertificate() {
        String number = "152422200802290267";
        roster.add(1).named("张子涵", "zhang zi han").trusted(number);
        roster.add(2).named("张子涵", "zhang zi han").with("student_number", "G" + number);
        roster.add(3).named("张子涵", "zhang zi han").with("disability_certificate", number + "43");
        LinkageResult result = roster.link();
        assertThat(Roster.level(result, "identity", 1, 2)).isEqualTo("number_in_certificate");
        assertThat(Roster.level(result, "identity", 1, 3)).isEqualTo("number_in_certificate");
        assertThat(result.clusters().count()).isEqualTo(1);
    }

    @Test
    void visibleDigitsAgree() {
        roster.aBoy(1).trusted(BOY);
        roster.aBoy(2).partly("152422********0018");
        assertThat(level()).isEqualTo("sequence_agrees");
    }

    @Test
    void aNumberThatExcelCutKeepsItsBirthDate() {
        roster.aBoy(1).trusted(BOY);
        roster.aBoy(2).partly("152422201203140***");
        LinkageResult result = roster.link();
        assertThat(Roster.level(result, "identity", 1, 2)).isEqualTo("birth_part_agrees");
        assertThat(Roster.part(result, "birth_date", 1, 2).standing()).isEqualTo(Explanation.Standing.IMPLIED);
    }

    @Test
    void twoDamagedNumbersAgreeOnWhatBothShow() {
        roster.aBoy(1).partly("152422********0018");
        roster.aBoy(2).partly("152422201203140***");
        assertThat(level()).isEqualTo("few_digits_agree");
    }

    @Test
    void oneVisibleDigitContradicts() {
        roster.aBoy(1).trusted(BOY);
        roster.aBoy(2).partly("152422********0028");
        assertThat(level()).isEqualTo("digit_contradicts");
        assertThat(Roster.part(roster.link(), "identity", 1, 2).weight()).isNegative();
    }

    @Test
    void oneWrongDigitAndTwoSwappedOnesAreSlips() {
        roster.aBoy(1).trusted(BOY);
        roster.aBoy(2).untrusted("152422201203140078");
        roster.aBoy(3).untrusted("152422201203410018");
        LinkageResult result = roster.link();
        assertThat(Roster.level(result, "identity", 1, 2)).isEqualTo("one_digit_wrong");
        assertThat(Roster.level(result, "identity", 1, 3)).isEqualTo("one_digit_wrong");
    }

    @Test
    void aSlipBetweenTwoTrustedNumbersIsNoSlip() {
        roster.aBoy(1).trusted(BOY);
        roster.aBoy(2).trusted("152422201203140078");
        assertThat(level()).isEqualTo("different_trusted");
    }

    @Test
    void itsOwnGuardiansNumberSaysNothingOfAChild() {
        roster.aBoy(1).untrusted(GUARDIAN).guardianNumber(GUARDIAN);
        roster.add(2).named("张建国", "zhang jian guo").born("1955-03-14").trusted(GUARDIAN);
        LinkageResult result = roster.link();
        assertThat(Roster.level(result, "identity", 1, 2)).isEqualTo("missing");
        assertThat(result.clusters().together(1, 2)).isFalse();
    }

    @Test
    void aChildsNumberThatIsAGuardiansInAnotherRowIsDoubted() {
        roster.add(1).named("张子涵", "zhang zi han").trusted(GUARDIAN).with("child_or_adult", "child");
        roster.add(2).named("张建国", "zhang jian guo").trusted(GUARDIAN).with("child_or_adult", "adult");
        roster.aBoy(3).trusted(BOY).guardianNumber(GUARDIAN);
        LinkageResult result = roster.link();
        assertThat(Roster.level(result, "identity", 1, 2)).isEqualTo("doubted_number");
        assertThat(result.clusters().count()).isEqualTo(3);
    }

    @Test
    void aDoubtedNumberThatIsTheOthersGuardiansSaysNothingAgainstThem() {
        roster.aBoy(1).untrusted(GUARDIAN);
        roster.aBoy(2).trusted(BOY).guardianNumber(GUARDIAN);
        LinkageResult result = roster.link();
        assertThat(Roster.level(result, "identity", 1, 2)).isEqualTo("guardians_number");
        assertThat(result.clusters().together(1, 2)).isTrue();
    }

    @Test
    void aGuardianIsNotTheWard() {
        roster.add(1).named("张建国", "zhang jian guo").born("1955-03-14").trusted(GUARDIAN);
        roster.aBoy(2).trusted(BOY).guardianNumber(GUARDIAN);
        assertThat(level()).isEqualTo("different_trusted");
    }

    @Test
    void birthDateAndSexInsideAnEqualNumberAreNotCountedTwice() {
        roster.aBoy(1).trusted(BOY);
        roster.aBoy(2).trusted(BOY);
        LinkageResult result = roster.link();
        assertThat(Roster.part(result, "birth_date", 1, 2).standing()).isEqualTo(Explanation.Standing.IMPLIED);
        assertThat(Roster.part(result, "birth_date", 1, 2).level()).isEqualTo("equal");
        assertThat(Roster.part(result, "birth_date", 1, 2).weight()).isZero();
        assertThat(Roster.part(result, "sex", 1, 2).weight()).isZero();
    }

    @Test
    void theBirthDateInsideANumberStandsInForAMissingOne() {
        roster.add(1).named("张子涵", "zhang zi han").trusted(BOY);
        roster.aBoy(2);
        LinkageResult result = roster.link();
        assertThat(Roster.level(result, "birth_date", 1, 2)).isEqualTo("equal");
        assertThat(Roster.level(result, "sex", 1, 2)).isEqualTo("equal");
    }
}
