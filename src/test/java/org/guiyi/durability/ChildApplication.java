package org.guiyi.durability;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guiyi.cli.Guiyi;

/**
 * The application as a process of its own: the classes under test packed into one jar, so that a class-data archive can halve
 * its start.
 */
final class ChildApplication {

    private final Path folder;
    private final String classPath;
    private final Path archive;

    private ChildApplication(Path folder, String classPath) {
        this.folder = folder;
        this.classPath = classPath;
        this.archive = folder.resolve("guiyi.jsa");
    }

    static ChildApplication packedIn(Path folder) {
        Path classes = location(Guiyi.class);
        String libraries = Arrays.stream(
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                .split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .collect(Collectors.joining(File.pathSeparator));
        Path jar = Files.isDirectory(classes) ? pack(classes, folder.resolve("guiyi.jar")) : classes;
        return new ChildApplication(folder, jar + File.pathSeparator + libraries);
    }

    Running start(Path home, Map<String, String> environment, List<String> options, List<String> arguments) {
        return start(home, environment, options, arguments, "");
    }

    /** Starts {@code guiyi} with these arguments; it reads what is typed, and what it prints goes to a file beside its home. */
    Running start(
            Path home, Map<String, String> environment, List<String> options, List<String> arguments, String typed) {
        Path output = folder.resolve(home.getFileName() + ".out");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx400m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8"));
        command.add(Files.exists(archive) ? "-XX:SharedArchiveFile=" + archive : "-XX:ArchiveClassesAtExit=" + archive);
        command.addAll(List.of("-Xshare:auto", "-Xlog:disable", "-Xlog:all=off"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, Guiyi.class.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().putAll(environment);
        builder.environment().put("GUIYI_HOME", home.toString());
        builder.environment().put("GUIYI_JOBS", Path.of("jobs").toAbsolutePath().toString());
        builder.environment().put("GUIYI_PROFILE", "demo");
        try {
            Path input = Files.writeString(folder.resolve(home.getFileName() + ".in"), typed);
            builder.redirectInput(input.toFile());
            return new Running(builder.start(), output, System.nanoTime());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path location(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path pack(Path classes, Path jar) {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.sorted().toList()) {
                String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
                if (!name.isEmpty()) {
                    out.putNextEntry(new JarEntry(Files.isDirectory(file) ? name + "/" : name));
                    if (Files.isRegularFile(file)) {
                        Files.copy(file, out);
                    }
                    out.closeEntry();
                }
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A process that was started. */
    record Running(Process process, Path output, long startedAt) {

        /** The exit code, once it has ended by itself. */
        int await() {
            try {
                if (!process.waitFor(180, java.util.concurrent.TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new IllegalStateException("the application does not end; its output: " + said());
                }
                return process.exitValue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        /** Tells it to end, as systemd and Kubernetes do. @return its exit code */
        int stop() {
            process.destroy();
            return await();
        }

        /** @return whether it was alive until then */
        boolean kill() {
            boolean alive = process.isAlive();
            process.destroyForcibly();
            await();
            return alive;
        }

        String said() {
            try {
                return Files.readString(output);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
