package org.guiyi.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.guiyi.GuiyiApplication;
import org.guiyi.database.DatabaseAddress;
import org.guiyi.database.EmbeddedServer;
import org.guiyi.pipeline.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The running stations with their database; closing it stops the database that came with Guiyi. */
final class Application implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final @Nullable EmbeddedServer server;

    private Application(ConfigurableApplicationContext context, @Nullable EmbeddedServer server) {
        this.context = context;
        this.server = server;
    }

    static Application open() {
        Settings settings = Environment.settings();
        Optional<DatabaseAddress> real = realServer();
        EmbeddedServer server = real.isPresent() ? null : EmbeddedServer.open(settings.home());
        try {
            DatabaseAddress address = real.orElseGet(() -> {
                if (server == null) {
                    throw new IllegalStateException("no database");
                }
                return server.address();
            });
            return new Application(start(settings, address), server);
        } catch (RuntimeException e) {
            if (server != null) {
                server.close();
            }
            throw e;
        }
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
        if (server != null) {
            server.close();
        }
    }

    private static ConfigurableApplicationContext start(Settings settings, DatabaseAddress address) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("spring.datasource.url", address.url());
        properties.put("spring.datasource.username", address.user());
        properties.put("spring.datasource.password", address.password());
        properties.put("spring.flyway.url", address.url());
        properties.put("spring.flyway.user", address.owner());
        properties.put("spring.flyway.password", address.ownerPassword());
        return new SpringApplicationBuilder(GuiyiApplication.class)
                .web(WebApplicationType.NONE)
                .properties(properties)
                .registerShutdownHook(false)
                .initializers(
                        context -> ((GenericApplicationContext) context).registerBean(Settings.class, () -> settings))
                .run();
    }

    private static Optional<DatabaseAddress> realServer() {
        return Environment.text("GUIYI_DB_URL").map(url -> {
            String user = Environment.text("GUIYI_DB_USER").orElse("guiyi");
            String password = Environment.text("GUIYI_DB_PASSWORD").orElse("");
            return new DatabaseAddress(
                    url.contains("logServerErrorDetail")
                            ? url
                            : url + (url.contains("?") ? "&" : "?") + "logServerErrorDetail=false",
                    user,
                    password,
                    Environment.text("GUIYI_DB_OWNER").orElse(user),
                    Environment.text("GUIYI_DB_OWNER_PASSWORD").orElse(password));
        });
    }
}
