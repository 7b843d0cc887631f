package io.touchpoint.setup;

import io.touchpoint.followup.Rules;
import io.touchpoint.intake.Sources;
import io.touchpoint.journey.JourneyMaps;
import io.touchpoint.survey.Surveys;
import io.touchpoint.team.Teams;
import io.touchpoint.workspace.Workspace;
import io.touchpoint.workspace.Workspaces;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/**
 * Hands the workspace file to the modules when the application starts, before anything
 * comes in. A file that was handed over before changes nothing.
 */
@Component
@EnableConfigurationProperties(SetupSettings.class)
class Setup implements SmartLifecycle {

    static final int PHASE = 0;

    private final WorkspaceFile file;

    private final Workspaces workspaces;

    private final JourneyMaps maps;

    private final Surveys surveys;

    private final Teams teams;

    private final Rules rules;

    private final Sources sources;

    private volatile boolean running;

    Setup(SetupSettings settings, ResourceLoader resources, Workspaces workspaces, JourneyMaps maps, Surveys surveys,
            Teams teams, Rules rules, Sources sources) {
        this.file = read(settings.file(), resources);
        this.workspaces = workspaces;
        this.maps = maps;
        this.surveys = surveys;
        this.teams = teams;
        this.rules = rules;
        this.sources = sources;
    }

    private static WorkspaceFile read(String path, ResourceLoader resources) {
        boolean named = path.startsWith("classpath:") || path.startsWith("file:");
        Resource resource = named ? resources.getResource(path) : new FileSystemResource(path);
        try {
            return WorkspaceFile.read(path, resource.getContentAsByteArray());
        }
        catch (FileNotFoundException _) {
            throw new UnusableFile("touchpoint.workspace-file: there is no file " + path);
        }
        catch (IOException ex) {
            throw new UncheckedIOException("touchpoint.workspace-file: " + path + " cannot be read", ex);
        }
    }

    @Override
    public void start() {
        apply();
        running = true;
    }

    /**
     * The workspace itself is stored last: its fingerprint says that all the rest is
     * there.
     */
    void apply() {
        Workspace workspace = file.workspace();
        Optional<Workspace> known = workspaces.find(workspace.id());
        if (known.isPresent() && known.get().fingerprint().equals(workspace.fingerprint())) {
            return;
        }
        file.surveys().forEach(surveys::put);
        teams.replace(workspace.id(), file.teams(), file.colleagues());
        maps.publish(workspace.id(), file.touchpoints());
        rules.put(file.rules());
        sources.put(file.sources());
        workspaces.put(workspace);
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

}
