package io.touchpoint.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchpoint.workspace.Secret;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class ConnectSettingsTests {

    @Test
    void readsTheVariableThatEachSourceIsOpenedBy() {
        ConnectSettings settings = settings(
                Map.of(ConnectSettings.variable("shopify"), "old,new", ConnectSettings.variable("till2"), "whsec_1",
                        ConnectSettings.variable("stripe"), " ", "TOUCHPOINT_EVENT_SECRET", "another"));
        assertThat(ConnectSettings.variable("till2")).isEqualTo("TOUCHPOINT_CONNECT_TILL2_SECRET");
        assertThat(settings.keys("shopify").secrets()).containsExactly(new Secret("old"), new Secret("new"));
        assertThat(settings.keys("till2").secrets()).containsExactly(new Secret("whsec_1"));
        assertThat(settings.keys("stripe").secrets()).isEmpty();
        assertThat(settings.keys("zendesk").secrets()).isEmpty();
        assertThat(settings.toString()).doesNotContain("old", "whsec");
    }

    private static ConnectSettings settings(Map<String, Object> environment) {
        MutablePropertySources sources = new MutablePropertySources();
        sources.addFirst(new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, environment));
        return new Binder(ConfigurationPropertySources.from(sources)).bind("touchpoint", ConnectSettings.class).get();
    }

}
