package org.guiyi.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.guiyi.database.DatabaseAddress;
import org.guiyi.database.EmbeddedServer;
import org.guiyi.database.Schema;
import org.guiyi.intake.Bilingual;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code guiyi migrate}: brings the tables up to date, as their owner. */
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        description =
                "以属主身份建立或更新数据库的表，并给应用角色授权。 Make or update the tables as their owner; grant the application its rights.")
final class MigrateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Environment environment = Guiyi.of(spec).environment();
        Optional<DatabaseAddress> named = environment.database();
        if (named.isPresent()) {
            return migrate(named.get());
        }
        try (EmbeddedServer server = EmbeddedServer.open(environment.home())) {
            return migrate(server.address());
        }
    }

    private int migrate(DatabaseAddress address) {
        Schema.Migrated done = Schema.migrate(address);
        spec.commandLine()
                .getOut()
                .println("数据库版本 schema version " + done.version() + " · 更新步数 steps applied: " + done.applied());
        if (address.owner().equals(address.user())) {
            Misuse.tell(
                    spec.commandLine().getErr(),
                    new Bilingual(
                            "注意：属主与应用是同一角色，审计表不受保护；请另设 GUIYI_DB_OWNER",
                            "Note: owner and application are one role, so nothing protects the trail; give GUIYI_DB_OWNER its own"));
        }
        return Guiyi.OK;
    }
}
