package io.touchpoint.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppPackageTests {

    private static final String APP = "3d1f6a52-8c0b-4e57-9d24-6f0a4b7c0002";

    private static final Map<String, String> NAMES = Map.of("TEAMS_APP_ID", APP, "TOUCHPOINT_HOST",
            "feedback.example.com", "TOUCHPOINT_COMPANY", "Northwind");

    /** What is understood when somebody types it. */
    private static final Set<String> UNDERSTOOD = Set.of("help", "digest", "map", "why", "checkin", "stop", "home");

    private static JsonNode manifest() throws IOException {
        return Json2.tree(AppPackage.manifest(NAMES));
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
    }

    @Test
    void namesTheBotEverywhereAndLeavesNoGaps() throws IOException {
        assertThat(AppPackage.manifest(NAMES)).doesNotContain("{APP_ID}", "{HOST}", "{COMPANY}");
        assertThat(List.of(manifest().path("id").asText(), manifest().at("/bots/0/botId").asText(),
                manifest().at("/webApplicationInfo/id").asText()))
            .containsOnly(APP);
    }

    @Test
    void offersOnlyWhatIsUnderstood() throws IOException {
        List<String> offered = new ArrayList<>();
        for (JsonNode list : manifest().at("/bots/0/commandLists")) {
            list.path("commands").forEach((command) -> offered.add(command.path("title").asText()));
        }
        assertThat(offered).isNotEmpty().allMatch(UNDERSTOOD::contains);
    }

    @Test
    void isAtHomeWhereTheCodeListens() throws IOException {
        assertThat(texts(manifest().at("/bots/0/scopes"))).containsExactly("personal", "team", "groupChat");
        assertThat(manifest().path("defaultInstallScope").asText()).isEqualTo("personal");
    }

    @Test
    void asksForNoRightToReadMessages() throws IOException {
        List<String> rights = new ArrayList<>();
        manifest().at("/authorization/permissions/resourceSpecific")
            .forEach((right) -> rights.add(right.path("name").asText()));
        assertThat(rights).containsExactly("TeamMember.Read.Group", "ChannelSettings.Read.Group");
    }

    @Test
    void carriesTwoIconsOfTheRightSize(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("app.zip");
        AppPackage.write(file, NAMES);
        Map<String, BufferedImage> icons = new HashMap<>();
        List<String> names = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file); ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                if (entry.getName().endsWith(".png")) {
                    icons.put(entry.getName(), ImageIO.read(new java.io.ByteArrayInputStream(zip.readAllBytes())));
                }
            }
        }
        assertThat(names).containsExactly("manifest.json", "color.png", "outline.png");
        assertThat(icons.get("color.png")).satisfies((icon) -> same(icon, Icons.color()));
        assertThat(icons.get("outline.png")).satisfies((icon) -> same(icon, Icons.outline()));
    }

    private static void same(BufferedImage icon, BufferedImage drawn) {
        assertThat(List.of(icon.getWidth(), icon.getHeight())).isEqualTo(List.of(drawn.getWidth(), drawn.getHeight()));
        assertThat(icon.getRGB(1, 1)).isEqualTo(drawn.getRGB(1, 1));
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> AppPackage.manifest(Map.of("TEAMS_APP_ID", APP)))
            .hasMessageContaining("TOUCHPOINT_HOST");
    }

    @Test
    void isWrittenWhenAsked() {
        assertThat(AppPackage.asked(new String[] { "--touchpoint.teams.package=a.zip" })).contains(Path.of("a.zip"));
        assertThat(AppPackage.asked(new String[] { "--server.port=1" })).isEmpty();
    }

}
