package io.touchpoint.customer;

import io.touchpoint.storage.Index;
import io.touchpoint.storage.Indexes;
import java.util.List;
import org.springframework.stereotype.Component;

/** How customers are found. */
@Component
class CustomerIndexes implements Indexes {

    @Override
    public List<Index> indexes() {
        return List.of(Index.of("customers", "workspace", "email"), Index.of("customers", "workspace", "addresses._id"),
                Index.of("customers", "workspace", "name"), Index.of("customers", "workspace", "account"));
    }

}
