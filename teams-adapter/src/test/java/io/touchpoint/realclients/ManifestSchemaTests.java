package io.touchpoint.realclients;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.teams.AppPackage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The manifest of the app package, judged by Microsoft's schema of its version. */
class ManifestSchemaTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final Map<String, String> NAMES = Map.of("TEAMS_APP_ID", "3d1f6a52-8c0b-4e57-9d24-6f0a4b7c0002",
            "TOUCHPOINT_HOST", "feedback.example.com", "TOUCHPOINT_COMPANY", "Northwind");

    private final NodePackages packages = NodePackages.find();

    @TempDir
    Path folder;

    private ObjectNode manifest() throws IOException {
        Path file = folder.resolve("app.zip");
        AppPackage.write(file, NAMES);
        try (FileSystem zip = FileSystems.newFileSystem(file);
                InputStream in = Files.newInputStream(zip.getPath("manifest.json"))) {
            return (ObjectNode) JSON.readTree(in);
        }
    }

    private List<String> findings(ObjectNode manifest) throws IOException {
        Path schema = packages.file("@microsoft/app-manifest/build/json-schemas/teams/v%s/MicrosoftTeams.schema.json"
            .formatted(manifest.path("manifestVersion").asString()));
        Path file = Files.write(folder.resolve("manifest.json"), JSON.writeValueAsBytes(manifest));
        return packages.run(NodePackages.script("validate.cjs"), file, schema);
    }

    @Test
    void isValid() throws IOException {
        assertThat(findings(manifest())).isEmpty();
    }

    @Test
    void wouldNotBeValidWithoutItsColourAndWithAWordTooMany() throws IOException {
        ObjectNode manifest = manifest().put("colour", "#1F4E5F");
        manifest.remove("accentColor");

        assertThat(findings(manifest)).hasSize(2)
            .anySatisfy((finding) -> assertThat(finding).contains("\"missingProperty\":\"accentColor\""))
            .anySatisfy((finding) -> assertThat(finding).contains("\"additionalProperty\":\"colour\""));
    }

}
