package io.touchpoint.feedback;

import io.touchpoint.survey.Scale;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** What the answers of one rollup cell have in common. */
record Bucket(String workspace, String touchpoint, Scale scale, String platform, String team, LocalDate day) {

    private static final int PARTS = 6;

    Bucket {
        if (Stream.of(workspace, touchpoint, platform, team).anyMatch((part) -> part.indexOf('|') >= 0)) {
            throw new IllegalArgumentException("a part of a cell's id holds a bar");
        }
    }

    /** The cell that a response is counted in; empty when it is in no figure. */
    static Optional<Bucket> of(Response response) {
        if (!response.counted()) {
            return Optional.empty();
        }
        return Optional.of(new Bucket(response.workspace(), response.touchpoint(), response.scale(),
                response.platform(), response.team(), response.day()));
    }

    static Bucket parse(String id) {
        String[] parts = id.split("\\|", -1);
        if (parts.length != PARTS) {
            throw new IllegalStateException("not the id of a rollup cell");
        }
        return new Bucket(parts[0], parts[1], Scale.valueOf(parts[2]), parts[3], parts[4], LocalDate.parse(parts[5]));
    }

    /** {@code workspace|touchpoint|scale|platform|team|day}. */
    String id() {
        return String.join("|", workspace, touchpoint, scale.name(), platform, team, day.toString());
    }

}
