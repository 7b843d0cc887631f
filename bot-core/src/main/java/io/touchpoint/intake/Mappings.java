package io.touchpoint.intake;

import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The sources that a workspace describes:
 *
 * <pre>
 * {_id: "w1", sources: [{name: "till", event: "/receipt", time: "/closedAt", type: "store.visited", types: [],
 *  customer: {key: "/member"}, subject: {kind: "visit", key: "/receipt"}, attributes: []}]}
 * </pre>
 */
@Document("mappings")
@TypeAlias("mappings")
public record Mappings(@Id String workspace, List<Mapping> sources) {

    public Mappings {
        sources = List.copyOf(sources);
    }

}
