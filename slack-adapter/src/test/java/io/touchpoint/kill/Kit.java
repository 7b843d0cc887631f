package io.touchpoint.kill;

import io.touchpoint.mongo.MongoUnderTest;
import io.touchpoint.sandbox.Northwind;
import io.touchpoint.slack.fake.Company;
import io.touchpoint.slack.fake.FakeSlack;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * What the application is started with. A life that ends in peace leaves a cache of the
 * classes that it has loaded, and later lives start in half the time; the JVM keeps one
 * only for classes in jars.
 *
 * @param classPath what is run, all in jars
 * @param cache the file with the cache
 */
record Kit(String classPath, Path cache) {

    private static @Nullable Kit packed;

    /** Packs what a class path names; it is gone with this process. */
    static Kit packed(String classPath) {
        Path folder = temporary();
        List<String> entries = new ArrayList<>();
        for (String name : classPath.split(Pattern.quote(File.pathSeparator), -1)) {
            Path entry = Path.of(name);
            if (name.isBlank() || !Files.exists(entry)) {
                continue;
            }
            Path packed = folder.resolve(entries.size() + ".jar");
            if (Files.isDirectory(entry)) {
                pack(entry, !entry.endsWith("test-classes"), packed);
            }
            else if (name.endsWith("-tests.jar")) {
                packTests(entry, packed);
            }
            else {
                packed = entry;
            }
            entries.add(packed.toString());
        }
        return new Kit(String.join(File.pathSeparator, entries), folder.resolve("classes.aot"));
    }

    private static void packTests(Path jar, Path packed) {
        try (FileSystem opened = FileSystems.newFileSystem(jar)) {
            pack(opened.getPath("/"), false, packed);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /**
     * Packs classes.
     * @param folders whether the folders are packed too; where they are not, the
     * application does not look for its parts, as it is delivered without tests
     */
    private static void pack(Path classes, boolean folders, Path packed) {
        try (Stream<Path> files = Files.walk(classes);
                ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(packed))) {
            jar.setLevel(Deflater.NO_COMPRESSION);
            for (Path file : (Iterable<Path>) files.filter((one) -> !one.equals(classes))::iterator) {
                boolean whole = Files.isRegularFile(file);
                if (whole || folders) {
                    jar.putNextEntry(new ZipEntry(classes.relativize(file) + (whole ? "" : "/")));
                    if (whole) {
                        Files.copy(file, jar);
                    }
                }
            }
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** The one of this process, packed once. */
    static synchronized Kit ofThisProcess() {
        Kit known = packed;
        if (known == null) {
            known = packed(System.getProperty("java.class.path"));
            packed = known;
        }
        return known;
    }

    /** The same, with a cache. */
    static synchronized Kit trained() {
        return ofThisProcess().train();
    }

    /** Leads a short life that leaves the cache. */
    Kit train() {
        if (!Files.exists(cache)) {
            String database = MongoUnderTest.get().freshDatabase();
            Company company = Company.named(Northwind.NAME);
            try (FakeSlack slack = FakeSlack.start(company, Clock.systemUTC());
                    Life life = Life.start(this, database, slack, Map.of(Mortal.CLOCK, Mortal.SYSTEM))) {
                life.root();
                life.rest();
            }
        }
        return this;
    }

    private static Path temporary() {
        try {
            Path folder = Files.createTempDirectory("kit");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(folder.toFile())));
            return folder;
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** The beginning of the command that starts a class. */
    List<String> command(String main) {
        String mode = Files.exists(cache) ? "-XX:AOTCache=" : "-XX:AOTCacheOutput=";
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), mode + cache,
                "-Xlog:disable", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m",
                "-XX:+ExitOnOutOfMemoryError", "-cp", classPath, main);
    }

}
