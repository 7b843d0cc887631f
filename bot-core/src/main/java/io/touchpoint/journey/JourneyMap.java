package io.touchpoint.journey;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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

    /** The same with another touchpoint in the place of the one that has its id. */
    public JourneyMap with(Touchpoint changed) {
        return new JourneyMap(id, workspace, edition,
                touchpoints.stream().map((one) -> one.key().equals(changed.key()) ? changed : one).toList());
    }

    /** The ids of the touchpoints that share the clock of one, itself among them. */
    public Set<String> onTheClockOf(Touchpoint touchpoint) {
        String group = touchpoint.asking().group();
        if (group == null) {
            return Set.of(touchpoint.key());
        }
        Set<String> keys = new TreeSet<>(Set.of(touchpoint.key()));
        touchpoints.stream()
            .filter((one) -> group.equals(one.asking().group()))
            .map(Touchpoint::key)
            .forEach(keys::add);
        return keys;
    }

    /** The touchpoints that a team owns, in the order of the journey. */
    public List<Touchpoint> ownedBy(String team) {
        return touchpoints.stream().filter((touchpoint) -> touchpoint.team().equals(team)).toList();
    }

}
