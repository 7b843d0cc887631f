package io.touchpoint.setup;

import io.touchpoint.journey.Touchpoint;
import io.touchpoint.workspace.Workspace;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/** The company as its workspace file describes it, which is read at the start. */
@Component
@EnableConfigurationProperties(SetupSettings.class)
public class Company {

    private final WorkspaceFile file;

    Company(SetupSettings settings, ResourceLoader resources) {
        this.file = read(settings.file(), resources);
    }

    public Workspace workspace() {
        return file.workspace();
    }

    /** Its touchpoints, in the order of the journey. */
    public List<Touchpoint> touchpoints() {
        return file.touchpoints();
    }

    WorkspaceFile file() {
        return file;
    }

    private static WorkspaceFile read(String path, ResourceLoader resources) {
        boolean named = path.startsWith("classpath:") || path.startsWith("file:");
        Resource resource = named ? resources.getResource(path) : new FileSystemResource(path);
        try {
            return WorkspaceFile.read(path, resource.getContentAsByteArray());
        }
        catch (FileNotFoundException _) {
            throw new UnusableFile("touchpoint.workspace-file: there is no file " + path);
        }
        catch (IOException ex) {
            throw new UncheckedIOException("touchpoint.workspace-file: " + path + " cannot be read", ex);
        }
    }

}
