package io.touchpoint.slack;

import io.touchpoint.chat.MessengerContract;
import io.touchpoint.chat.PlatformUnderTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlackMessengerContractTests implements MessengerContract {

    private final SlackUnderTest slack = new SlackUnderTest();

    @AfterAll
    void close() {
        slack.close();
    }

    @Override
    public PlatformUnderTest platform() {
        return slack;
    }

}
