package io.touchpoint.teams;

import io.touchpoint.chat.MessengerContract;
import io.touchpoint.chat.PlatformUnderTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TeamsMessengerContractTests implements MessengerContract {

    private final TeamsUnderTest teams = new TeamsUnderTest();

    @AfterAll
    void close() {
        teams.close();
    }

    @Override
    public PlatformUnderTest platform() {
        return teams;
    }

}
