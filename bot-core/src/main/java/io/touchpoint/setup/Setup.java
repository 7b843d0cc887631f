package io.touchpoint.setup;

import io.touchpoint.followup.Rules;
import io.touchpoint.intake.Sources;
import io.touchpoint.journey.JourneyMaps;
import io.touchpoint.survey.Surveys;
import io.touchpoint.team.Teams;
import io.touchpoint.workspace.Workspace;
import io.touchpoint.workspace.Workspaces;
import java.util.Optional;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Hands the workspace file to the modules when the application starts, before anything
 * comes in. A file that was handed over before changes nothing.
 */
@Component
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

    Setup(Company company, Workspaces workspaces, JourneyMaps maps, Surveys surveys, Teams teams, Rules rules,
            Sources sources) {
        this.file = company.file();
        this.workspaces = workspaces;
        this.maps = maps;
        this.surveys = surveys;
        this.teams = teams;
        this.rules = rules;
        this.sources = sources;
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
