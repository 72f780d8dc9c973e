package org.guiyi.watch;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.web.context.ConfigurableWebEnvironment;

/**
 * Leaves Spring Boot's web server, actuator and metrics out of an application that does not answer over HTTP: a short command
 * starts no slower for them.
 */
final class ServingPartsFilter implements AutoConfigurationImportFilter, EnvironmentAware {

    private static final List<String> SERVING = List.of(
            "org.springframework.boot.actuate.",
            "org.springframework.boot.health.",
            "org.springframework.boot.http.",
            "org.springframework.boot.mail.",
            "org.springframework.boot.micrometer.",
            "org.springframework.boot.servlet.",
            "org.springframework.boot.tomcat.",
            "org.springframework.boot.web.",
            "org.springframework.boot.webmvc.");
    private static final List<String> PARTS = List.of(".health.", ".metrics.", ".observation.");

    private boolean serves;

    @Override
    public void setEnvironment(Environment environment) {
        serves = environment instanceof ConfigurableWebEnvironment;
    }

    @Override
    public boolean[] match(@Nullable String[] names, AutoConfigurationMetadata metadata) {
        boolean[] kept = new boolean[names.length];
        for (int place = 0; place < names.length; place++) {
            kept[place] = serves || !isServing(names[place]);
        }
        return kept;
    }

    private static boolean isServing(@Nullable String name) {
        return name != null
                && (SERVING.stream().anyMatch(name::startsWith)
                        || PARTS.stream().anyMatch(name::contains));
    }
}
