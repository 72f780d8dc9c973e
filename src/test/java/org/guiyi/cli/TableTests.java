package org.guiyi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTests {

    @Test
    void columnsStandStraightAlthoughChineseTakesTwoCells() {
        Table table = new Table(Column.text("姓名", "name"), Column.number("行", "rows"));
        table.add("阿依·买买提", "7");
        table.add("Zoë", "1024");

        assertThat(table.header()).containsExactly("姓名" + " ".repeat(11) + "行", "name" + " ".repeat(9) + "rows");
        assertThat(table.body()).containsExactly("阿依·买买提     7", "Zoë" + " ".repeat(10) + "1024");
    }

    @Test
    void aCombiningMarkTakesNoCell() {
        assertThat(Width.of("Zoe\u0308")).isEqualTo(3);
        assertThat(Width.of("全（角）")).isEqualTo(8);
        assertThat(Width.of("𠀀")).isEqualTo(2);
    }

    @Test
    void cutsATextToWhatFits() {
        assertThat(Width.fit("巴林左旗第一小学", 9)).isEqualTo("巴林左旗…");
        assertThat(Width.fit("GY1", 9)).isEqualTo("GY1");
    }
}
