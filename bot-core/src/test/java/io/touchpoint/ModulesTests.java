package io.touchpoint;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTests {

    @Test
    void modulesKeepToTheirBorders() {
        ApplicationModules.of("io.touchpoint").verify();
    }

}
