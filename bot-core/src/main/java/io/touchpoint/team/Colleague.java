package io.touchpoint.team;

import io.touchpoint.chat.Address;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One of the company's own people.
 *
 * @param id {@code workspace|colleague|key}
 * @param name as colleagues call the person, such as "Jon"
 * @param team the key of the person's team; null outside teams
 * @param manager the key of the person's manager; null when nobody is named
 * @param zone the person's zone
 * @param dayStarts start of the working day, local time in that zone
 * @param dayEnds end of the working day, local time in that zone
 */
@Document("colleagues")
@TypeAlias("colleague")
public record Colleague(@Id String id, String workspace, String key, String name, @Nullable String email,
        List<Address> addresses, @Nullable String team, @Nullable String manager, ZoneId zone, LocalTime dayStarts,
        LocalTime dayEnds) {

    public Colleague {
        addresses = (addresses == null) ? List.of() : List.copyOf(addresses);
    }

    /** The direct chat on a platform. */
    public Optional<Address> on(String platform) {
        return addresses.stream().filter((address) -> address.platform().equals(platform)).findFirst();
    }

}
