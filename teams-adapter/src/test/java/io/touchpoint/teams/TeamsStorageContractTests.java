package io.touchpoint.teams;

import io.touchpoint.contract.StorageContract;
import java.util.List;

class TeamsStorageContractTests extends StorageContract {

    TeamsStorageContractTests() {
        super("io.touchpoint.teams");
    }

    @Override
    protected List<String> scripts() {
        return List.of("io.touchpoint.teams.KeptTests");
    }

}
