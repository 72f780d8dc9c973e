package org.guiyi.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.flywaydb.core.Flyway;
import org.guiyi.database.SchemaBehindException.Why;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SchemaTests {

    private final DatabaseAddress address = TestDatabase.address();

    @Test
    void theApplicationOnlyLooksWhetherTheTablesAreItsOwn() {
        Schema.bringUpToDate(asTheApplication());
        JdbcClient.create(TestDatabase.administered(address)).sql("""
                        delete from public.flyway_schema_history
                        where version is not null
                          and installed_rank = (select max(installed_rank) from public.flyway_schema_history
                                                where version is not null)
                        """).update();

        assertThatThrownBy(() -> Schema.bringUpToDate(asTheApplication()))
                .isInstanceOfSatisfying(
                        SchemaBehindException.class,
                        behind -> assertThat(behind.why()).isEqualTo(Why.PENDING));
    }

    @Test
    void onlyTheOwnerMigrates() {
        assertThatThrownBy(() -> Schema.migrate(
                        new DatabaseAddress(address.url(), address.user(), "", TestDatabase.APPLICATION, "")))
                .isInstanceOfSatisfying(
                        SchemaBehindException.class,
                        behind -> assertThat(behind.why()).isEqualTo(Why.NOT_THE_OWNER));
        assertThat(Schema.migrate(address).applied()).isZero();
    }

    private Flyway asTheApplication() {
        return Flyway.configure()
                .dataSource(address.url(), address.user(), address.password())
                .load();
    }
}
