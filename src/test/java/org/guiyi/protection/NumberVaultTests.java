package org.guiyi.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.guiyi.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class NumberVaultTests {

    private static final String NUMBER = "53230119880101123X";
    private static final String FIRST = "2025:" + "ab".repeat(32);
    private static final String SECOND = "2026:" + "cd".repeat(32);
    private static final String INDEX = "index:" + "ef".repeat(32);

    private final DataSource database = TestDatabase.create();
    private final JdbcClient jdbc = JdbcClient.create(database);

    private NumberVault vault(String cipher, String index, Suite suite) {
        return vault(Optional.of(new NumberKeys(KeyRing.parse(cipher), KeyRing.parse(index), suite)));
    }

    private NumberVault vault(Optional<NumberKeys> numbers) {
        KeyRing other = KeyRing.parse(FIRST);
        return new NumberVault(jdbc, database, new Keys(other, other, numbers));
    }

    private static String kept(NumberVault vault, String text) {
        NumberTokens tokens = vault.tokens();
        String token = tokens.whole(text);
        vault.keep(tokens);
        return token;
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void givesEqualTokensForEqualTextsAndTheTextsBack(Suite suite) {
        NumberVault vault = vault(FIRST, INDEX, suite);

        String token = kept(vault, NUMBER);

        assertThat(token).matches(Token.PATTERN).isEqualTo(kept(vault, NUMBER)).isEqualTo(vault.token(NUMBER));
        assertThat(kept(vault, "532301198801011230")).isNotEqualTo(token);
        assertThat(vault.reveal("前" + token + "后")).isEqualTo("前" + NUMBER + "后");
        assertThat(jdbc.sql("select count(*) from protection.number")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void keepsTextsAsTheyAreWithoutKeys() {
        NumberVault vault = vault(Optional.empty());
        String token = "~" + "a".repeat(26) + "~";

        assertThat(kept(vault, NUMBER)).isEqualTo(NUMBER);
        assertThat(vault.tokens().within("号" + NUMBER)).isEqualTo("号" + NUMBER);
        assertThat(vault.reveal(token)).isEqualTo(token);
        assertThat(vault.blind(7L)).isEqualTo(7L);
    }

    @Test
    void isNotTakenInByATokenThatSomebodyDelivers() {
        NumberVault vault = vault(FIRST, INDEX, Suite.AES);
        String stolen = kept(vault, NUMBER);

        NumberTokens tokens = vault.tokens();
        String stored = tokens.within("备注" + stolen);
        vault.keep(tokens);

        assertThat(stored).doesNotContain(stolen);
        assertThat(vault.reveal(stored)).isEqualTo("备注" + stolen);
    }

    @Test
    void readsWhatAnEarlierKeyAndAnotherSuiteHaveSealedAndRotatesIt() {
        NumberVault before = vault(FIRST, INDEX, Suite.AES);
        List<String> tokens = List.of(kept(before, NUMBER), kept(before, "6222020000000000123"));

        NumberVault now = vault(FIRST + "\n" + SECOND, INDEX, Suite.SM);
        assertThat(now.reveal(tokens.get(0))).isEqualTo(NUMBER);
        assertThat(now.token(NUMBER)).isEqualTo(tokens.get(0));
        assertThat(now.rotate("").orElseThrow().sealed()).isEqualTo(2);
        assertThat(now.rotate("").orElseThrow().sealed()).isZero();
        assertThat(now.settleKeys()).containsExactly("2026");

        assertThat(vault(SECOND, INDEX, Suite.SM).reveal(tokens.get(0))).isEqualTo(NUMBER);
    }

    @Test
    void refusesToStartWithOtherKeysThanTheDatabasesOwn() {
        kept(vault(FIRST, INDEX, Suite.AES), NUMBER);

        assertThatThrownBy(() -> vault(Optional.empty()))
                .isInstanceOf(KeyFaultException.class)
                .hasMessageContaining("GUIYI_NUMBER_KEY and GUIYI_INDEX_KEY")
                .hasMessageContaining("index");
        assertThatThrownBy(() -> vault(SECOND, INDEX, Suite.AES))
                .isInstanceOf(KeyFaultException.class)
                .hasMessageContaining("GUIYI_NUMBER_KEY lacks the key 2025");
        assertThatThrownBy(() -> vault("2025:" + "cd".repeat(32), INDEX, Suite.AES))
                .isInstanceOf(KeyFaultException.class)
                .hasMessageContaining("the key 2025 in GUIYI_NUMBER_KEY is not the one");
        assertThatThrownBy(() -> vault(FIRST, SECOND, Suite.AES))
                .isInstanceOf(KeyFaultException.class)
                .hasMessageContaining("does not hold this database's index key index");
        assertThatThrownBy(() -> vault(FIRST, "index:" + "cd".repeat(32), Suite.AES))
                .isInstanceOf(KeyFaultException.class)
                .hasMessageContaining("the key index in GUIYI_INDEX_KEY is not the one");
        assertThat(vault(FIRST, INDEX, Suite.AES).isOn()).isTrue();
    }

    @Test
    void beginsWithAnEmptyDatabaseOnly() {
        NumberVault running = vault(Optional.empty());
        jdbc.sql("""
                        insert into intake.submission (receipt_no, delivery_key, bureau, kind, delivered_at, received_at,
                            file_name, sha256, byte_size, state)
                        values ('1', '1', 'health', 'unknown', now(), now(), 'f', 's', 1, 'refused')
                        """).update();

        assertThatThrownBy(() -> vault(FIRST, INDEX, Suite.AES))
                .isInstanceOf(KeyFaultException.class)
                .hasMessageContaining("only an empty one");
        running.confirm();
    }

    @Test
    void stopsAProcessThatStillWritesInClear() {
        NumberVault inClear = vault(Optional.empty());
        vault(FIRST, INDEX, Suite.AES);

        assertThatThrownBy(inClear::confirm).isInstanceOf(KeyFaultException.class);
    }

    @Test
    void opensNoNumberThatWasMovedToAnotherRow() {
        NumberVault vault = vault(FIRST, INDEX, Suite.AES);
        String token = kept(vault, NUMBER);
        kept(vault, "532301198801011230");
        jdbc.sql("update protection.number n set sealed = o.sealed from protection.number o where o.token <> n.token")
                .update();

        assertThatThrownBy(() -> vault.reveal(token)).isInstanceOf(SealBrokenException.class);
    }

    @Test
    void findsTheTextsThatContainANumber() {
        NumberVault vault = vault(FIRST, INDEX, Suite.AES);
        String token = kept(vault, "号:" + NUMBER);
        kept(vault, "532301198801011230");

        assertThat(vault.containing(List.of(NUMBER))).containsOnly(java.util.Map.entry(token, "号:" + NUMBER));
    }
}
