package org.guiyi.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers are the samples that GB 11643-1999 prints. */
class StandaloneIdentityTests {

    @ParameterizedTest
    @CsvSource({
        "11010519491231002X, 11010519491231002X,",
        "11010519491231002x, 11010519491231002X,",
        "' 440524 188001010014', 440524188001010014,",
        "110105491231002, 11010519491231002X,",
        "110105194912310021, , 110105194912310021",
        "110105********002X, , 110105********002X",
        "110105****002x, , 110105********002X",
        "1101051949, ,",
        "无, ,",
    })
    void aNumberIsWholeOrPartlyKnownOrNeither(String text, String whole, String known) {
        assertThat(StandaloneIdentity.whole(text).orElse(null)).isEqualTo(whole);
        assertThat(StandaloneIdentity.known(text).orElse(null)).isEqualTo(known);
    }
}
