package io.touchpoint.journey;

import java.util.List;
import java.util.Optional;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One version of a workspace's journey map; versions are kept for ever.
 *
 * @param id {@code workspace|map|version}, the version with six digits
 * @param edition 1 for the first
 * @param touchpoints in the order of the journey
 */
@Document("journeyMaps")
@TypeAlias("journeyMap")
public record JourneyMap(@Id String id, String workspace, int edition, List<Touchpoint> touchpoints) {

    public JourneyMap {
        touchpoints = List.copyOf(touchpoints);
    }

    /** The touchpoint with this id. */
    public Optional<Touchpoint> touchpoint(String key) {
        return touchpoints.stream().filter((touchpoint) -> touchpoint.key().equals(key)).findFirst();
    }

    /** The touchpoints that a team owns, in the order of the journey. */
    public List<Touchpoint> ownedBy(String team) {
        return touchpoints.stream().filter((touchpoint) -> touchpoint.team().equals(team)).toList();
    }

}
