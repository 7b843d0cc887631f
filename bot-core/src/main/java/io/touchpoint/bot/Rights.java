package io.touchpoint.bot;

import io.touchpoint.journey.JourneyMaps;
import io.touchpoint.team.Colleague;
import io.touchpoint.team.Teams;
import io.touchpoint.workspace.Workspaces;
import org.springframework.stereotype.Component;

/** Which colleagues may see what concerns single customers. */
@Component
class Rights {

    private final Workspaces workspaces;

    private final Teams teams;

    private final JourneyMaps maps;

    Rights(Workspaces workspaces, Teams teams, JourneyMaps maps) {
        this.workspaces = workspaces;
        this.teams = teams;
        this.maps = maps;
    }

    /** Owners of touchpoints, managers and admins. */
    boolean mayAskWhy(Colleague colleague) {
        String workspace = colleague.workspace();
        return workspaces.get(workspace).admins().contains(colleague.key())
                || !teams.reports(workspace, colleague.key()).isEmpty()
                || maps.current(workspace)
                    .touchpoints()
                    .stream()
                    .anyMatch((touchpoint) -> colleague.key().equals(touchpoint.owner()));
    }

}
