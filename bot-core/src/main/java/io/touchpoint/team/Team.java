package io.touchpoint.team;

import io.touchpoint.chat.Address;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A team that owns touchpoints.
 *
 * @param id {@code workspace|team|key}
 * @param name within an English sentence, such as "delivery team"
 * @param names as customers read it at the start of a sentence, by language, ISO 639-1,
 * such as "Das Lieferteam"; a language may be missing
 * @param channels its channel on each platform
 * @param zone the zone of its working hours and of its digest
 * @param workdays the days on which it works
 * @param dayEnds when its working day ends, local time in its zone
 * @param digestDay the day on which its digest is sent
 * @param digestTime when it is sent, local time in its zone
 */
@Document("teams")
@TypeAlias("team")
public record Team(@Id String id, String workspace, String key, String name, Map<String, String> names,
        List<Address> channels, ZoneId zone, Set<DayOfWeek> workdays, LocalTime dayEnds, DayOfWeek digestDay,
        LocalTime digestTime) {

    public Team {
        names = (names == null) ? Map.of() : Map.copyOf(names);
        channels = (channels == null) ? List.of() : List.copyOf(channels);
        workdays = Set.copyOf(workdays);
    }

    /** The team's channel on a platform. */
    public Optional<Address> channel(String platform) {
        return channels.stream().filter((address) -> address.platform().equals(platform)).findFirst();
    }

}
