package io.touchpoint.teams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.touchpoint.teams.fake.Company;
import io.touchpoint.teams.fake.FakeTeams;
import io.touchpoint.time.SettableClock;
import io.touchpoint.workspace.Secret;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntraTokensTests {

    private static final Secret NONE = new Secret("");

    private final FakeTeams teams = FakeTeams.start(Company.named("Northwind"),
            new SettableClock(AdapterUnderTest.START));

    private final SimulatedLogin login = new SimulatedLogin(teams.loginUrl());

    @AfterEach
    void close() {
        teams.close();
    }

    private ConnectorCredentials credentials(TeamsSettings.Credential credential) {
        TeamsSettings settings = new TeamsSettings(Company.APP, Company.TENANT, List.of(), credential, List.of(),
                URI.create(teams.metadataUrl()), "https://login.microsoftonline.com", false);
        return new ConnectorCredentials(Company.APP, Company.TENANT, EntraTokens.of(settings, login));
    }

    private List<String> asked() {
        return login.requests().stream().filter((request) -> request.contains("/token")).toList();
    }

    @Test
    void asksTheBotsOwnTenantOnceWithASecret() {
        ConnectorCredentials credentials = credentials(
                new TeamsSettings.Credential("", "", "", NONE, new Secret(teams.company().secret())));
        String first = credentials.getToken().join();
        assertThat(credentials.getToken().join()).isEqualTo(first);
        assertThat(asked()).singleElement()
            .asString()
            .startsWith("POST https://login.microsoftonline.com/" + Company.TENANT + "/oauth2/v2.0/token")
            .contains("api.botframework.com%2F.default");
    }

    @Test
    void sendsAFederatedAssertionThatItReadsAnew(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("assertion"), "signed-assertion\n");
        ConnectorCredentials credentials = credentials(
                new TeamsSettings.Credential("", file.toString(), "", NONE, NONE));
        assertThat(credentials.getToken().join()).isNotEmpty();
        assertThat(asked().getLast()).contains("client_assertion=signed-assertion");
    }

    @Test
    void signsWithACertificate(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("bot.p12");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-keyalg", "RSA", "-keysize", "2048", "-dname", "CN=bot", "-alias", "bot", "-storetype",
                "PKCS12", "-keystore", file.toString(), "-storepass", "changeit")
            .redirectErrorStream(true)
            .start();
        keytool.getInputStream().readAllBytes();
        assertThat(keytool.waitFor()).isZero();
        ConnectorCredentials credentials = credentials(
                new TeamsSettings.Credential("", "", file.toString(), new Secret("changeit"), NONE));
        assertThat(credentials.getToken().join()).isNotEmpty();
        assertThat(asked().getLast()).contains("client_assertion=ey", "client_assertion_type=");
    }

    @Test
    void asksTheMachinesIdentity() {
        ConnectorCredentials credentials = credentials(new TeamsSettings.Credential("identity", "", "", NONE, NONE));
        assertThat(credentials.getToken().join()).isNotEmpty();
        assertThat(asked().getFirst()).contains("/metadata/identity/oauth2/token").contains("client_id=identity");
    }

    @Test
    void failsWhenNoTokenCanBeHad() {
        ConnectorCredentials credentials = credentials(
                new TeamsSettings.Credential("", "", "", NONE, new Secret("wrong")));
        assertThatThrownBy(() -> credentials.getToken().join()).isInstanceOf(Exception.class);
    }

    @Test
    void saysThatACertificateCannotBeRead() {
        assertThatThrownBy(() -> credentials(new TeamsSettings.Credential("", "", "/nowhere.p12", NONE, NONE)))
            .hasMessageContaining("cannot be read");
    }

}
