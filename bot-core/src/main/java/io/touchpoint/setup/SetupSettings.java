package io.touchpoint.setup;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the company is described.
 *
 * @param workspaceFile a path, or {@code classpath:} and a name
 */
@ConfigurationProperties("touchpoint")
record SetupSettings(@Nullable String workspaceFile) {

    /**
     * The path.
     * @throws IllegalStateException when none is set
     */
    String file() {
        if (workspaceFile == null || workspaceFile.isBlank()) {
            throw new UnusableFile(
                    "touchpoint.workspace-file is not set: name the YAML file that describes your company");
        }
        return workspaceFile.strip();
    }

}
