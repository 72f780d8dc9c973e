package org.guiyi.cli;

import java.util.Map;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** How lines are written to the log file: for people, or each a JSON object for a log collector. */
enum LogFormat {
    TEXT(""),
    ECS("ecs"),
    LOGSTASH("logstash");

    private static final String CONFIGURATION = "classpath:logback-structured.xml";

    private final String structure;

    LogFormat(String structure) {
        this.structure = structure;
    }

    /**
     * Has every line from here on written so. Spring Boot's own structured logging wants its environment, which is given before
     * the first line: some are written before Spring starts.
     */
    void begin() {
        if (this == TEXT) {
            return;
        }
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "log format",
                        Map.of("spring.application.name", "guiyi", "logging.structured.format.file", structure)));
        System.setProperty("guiyi.log.format", structure);
        LoggingSystem system = LoggingSystem.get(LogFormat.class.getClassLoader());
        system.beforeInitialize();
        system.initialize(new LoggingInitializationContext(environment), CONFIGURATION, null);
    }
}
