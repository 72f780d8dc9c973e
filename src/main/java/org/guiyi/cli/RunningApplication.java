package org.guiyi.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.guiyi.GuiyiApplication;
import org.guiyi.database.DatabaseAddress;
import org.guiyi.database.EmbeddedServer;
import org.guiyi.pipeline.Settings;
import org.guiyi.protection.Keys;
import org.guiyi.protection.NumberVault;
import org.guiyi.watch.SendingSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The stations with their database; closing it stops the database that came with Guiyi. */
final class RunningApplication implements Application {

    private final ConfigurableApplicationContext context;
    private final @Nullable EmbeddedServer server;

    private RunningApplication(ConfigurableApplicationContext context, @Nullable EmbeddedServer server) {
        this.context = context;
        this.server = server;
    }

    static RunningApplication open(Environment environment, Face face) {
        Settings settings = environment.settings();
        Start start = new Start(
                settings,
                environment.keys(),
                environment.sending(),
                face == Face.SERVER ? environment.http() : Optional.empty());
        DatabaseAddress named = environment.database().orElse(null);
        if (named != null) {
            return start.on(named, null);
        }
        EmbeddedServer server = EmbeddedServer.open(settings.home());
        try {
            return start.on(server.address(), server);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    @Override
    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public Optional<String> http() {
        return Optional.ofNullable(context.getEnvironment().getProperty("local.server.port"))
                .map(port -> "http://" + context.getEnvironment().getProperty("server.address") + ":" + port);
    }

    @Override
    public void close() {
        context.close();
        if (server != null) {
            server.close();
        }
    }

    /** What the stations are started with, but for their database. */
    private record Start(
            Settings settings, Keys keys, SendingSettings sending, Optional<Environment.HttpAddress> http) {

        /** @throws org.guiyi.protection.KeyFaultException if the database's numbers need other keys */
        RunningApplication on(DatabaseAddress address, @Nullable EmbeddedServer server) {
            ConfigurableApplicationContext context = context(address);
            try {
                context.getBean(NumberVault.class).confirm();
                return new RunningApplication(context, server);
            } catch (RuntimeException e) {
                context.close();
                throw e;
            }
        }

        /** A command makes what it uses and no more, which starts it sooner; a server is whole from the beginning. */
        private ConfigurableApplicationContext context(DatabaseAddress address) {
            Map<String, Object> properties = new LinkedHashMap<>();
            properties.put("spring.datasource.url", address.url());
            properties.put("spring.datasource.username", address.user());
            properties.put("spring.datasource.password", address.password());
            properties.put("spring.flyway.url", address.url());
            properties.put("spring.flyway.user", address.owner());
            properties.put("spring.flyway.password", address.ownerPassword());
            properties.put("management.health.diskspace.path", settings.home().toString());
            http.ifPresent(listen -> {
                properties.put("server.address", listen.host());
                properties.put("server.port", listen.port());
            });
            return new SpringApplicationBuilder(GuiyiApplication.class)
                    .web(http.isPresent() ? WebApplicationType.SERVLET : WebApplicationType.NONE)
                    .properties(properties)
                    .lazyInitialization(http.isEmpty())
                    .registerShutdownHook(false)
                    .initializers(context -> {
                        GenericApplicationContext beans = (GenericApplicationContext) context;
                        beans.registerBean(Settings.class, () -> settings);
                        beans.registerBean(Keys.class, () -> keys);
                        beans.registerBean(SendingSettings.class, () -> sending);
                    })
                    .run();
        }
    }
}
