package io.touchpoint.teams;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The app package that an administrator uploads to Teams: the manifest and two icons. */
public final class AppPackage {

    static final List<String> ICONS = List.of("color.png", "outline.png");

    private static final String OPTION = "--touchpoint.teams.package=";

    private AppPackage() {
    }

    /** The file that the arguments ask for; empty when they ask for none. */
    public static Optional<Path> asked(String[] arguments) {
        return Arrays.stream(arguments)
            .filter((argument) -> argument.startsWith(OPTION))
            .map((argument) -> Path.of(argument.substring(OPTION.length())))
            .findFirst();
    }

    /**
     * Writes the package.
     * @param environment names the bot ({@code TEAMS_APP_ID}), the host of the company's
     * pages ({@code TOUCHPOINT_HOST}) and the company ({@code TOUCHPOINT_COMPANY})
     * @throws IllegalArgumentException when one of them is missing
     */
    public static void write(Path file, Map<String, String> environment) throws IOException {
        String manifest = manifest(environment);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            add(zip, "manifest.json", manifest.getBytes(StandardCharsets.UTF_8));
            for (String icon : ICONS) {
                add(zip, icon, read(icon));
            }
        }
    }

    static String manifest(Map<String, String> environment) throws IOException {
        String template = new String(read("manifest.json"), StandardCharsets.UTF_8);
        return template.replace("{APP_ID}", value(environment, "TEAMS_APP_ID", "[0-9a-fA-F-]{36}"))
            .replace("{HOST}", value(environment, "TOUCHPOINT_HOST", "[A-Za-z0-9.-]{1,200}"))
            .replace("{COMPANY}", value(environment, "TOUCHPOINT_COMPANY", "[^\"\\\\\\p{Cntrl}]{1,32}"));
    }

    private static String value(Map<String, String> environment, String name, String pattern) {
        String value = environment.getOrDefault(name, "").strip();
        if (!value.matches(pattern)) {
            throw new IllegalArgumentException(name + " is missing or not what it should be");
        }
        return value;
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] read(String name) throws IOException {
        try (InputStream resource = AppPackage.class.getResourceAsStream("/teams-app/" + name)) {
            if (resource == null) {
                throw new IllegalStateException("not in this application: " + name);
            }
            return resource.readAllBytes();
        }
    }

}
