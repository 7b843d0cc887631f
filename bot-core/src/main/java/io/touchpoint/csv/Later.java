package io.touchpoint.csv;

import io.touchpoint.chat.Address;
import io.touchpoint.chat.Directory;

/**
 * Stands for a platform that is not asked during an import: the running application looks
 * people up when their question falls due.
 */
record Later(String platform) implements Directory {

    private static final String REASON = "import";

    @Override
    public Found<Person> person(Address person) {
        return new Found.NotNow<>(REASON);
    }

    @Override
    public Found<Person> byEmail(String workspace, String tenant, String email) {
        return new Found.NotNow<>(REASON);
    }

    @Override
    public Found<Channel> channel(Address channel) {
        return new Found.NotNow<>(REASON);
    }

}
