package io.touchpoint.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.touchpoint.mongo.MongoUnderTest;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class WorkspacesTests {

    private final Workspaces workspaces = new Workspaces(MongoUnderTest.get().template());

    @Test
    void isFoundByIdAndByInstallation() {
        workspaces.put(workspace("w1", "Northwind Outfitters", "T1"));
        workspaces.put(workspace("w2", "Fabrikam", "T2"));
        assertThat(workspaces.get("w1").name()).isEqualTo("Northwind Outfitters");
        assertThat(workspaces.ofTenant("slack", "T2")).map(Workspace::id).contains("w2");
        assertThat(workspaces.ofTenant("teams", "T2")).isEmpty();
        assertThat(workspaces.all()).extracting(Workspace::id).containsExactly("w1", "w2");
        assertThatIllegalStateException().isThrownBy(() -> workspaces.get("w3")).withMessage("no workspace w3");
    }

    @Test
    void takesThePlaceOfAnEarlierOne() {
        workspaces.put(workspace("w1", "Northwind", "T1"));
        workspaces.put(workspace("w1", "Northwind Outfitters", "T1"));
        assertThat(workspaces.get("w1").name()).isEqualTo("Northwind Outfitters");
    }

    @Test
    void knowsTheDomainsOfItsOwnPeople() {
        Workspace workspace = workspace("w1", "Northwind", "T1");
        assertThat(workspace.owns("jon@Northwind.example")).isTrue();
        assertThat(workspace.owns("jon@mail.northwind.example")).isFalse();
        assertThat(workspace.owns("jon")).isFalse();
    }

    private static Workspace workspace(String id, String name, String team) {
        return new Workspace(id, null, name, ZoneId.of("Europe/Berlin"), Locale.ENGLISH, null,
                List.of(new Tenant("slack", team)), List.of("northwind.example"), List.of("mara"), "f1");
    }

}
