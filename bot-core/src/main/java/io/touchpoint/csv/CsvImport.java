package io.touchpoint.csv;

import io.touchpoint.csv.Reading.Output;
import io.touchpoint.customer.Customers;
import io.touchpoint.feedback.Responses;
import io.touchpoint.intake.Intake;
import io.touchpoint.setup.Company;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.aot.AotDetector;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.SpringProperties;

/** Brings a file of events or answers in, in the place of running the application. */
public final class CsvImport {

    private static final String FILE = "--touchpoint.import=";

    private static final String DRY_RUN = "--touchpoint.import.dry-run";

    private final Path file;

    private final boolean preview;

    private final List<String> settings;

    private final Output output;

    CsvImport(Path file, boolean preview, List<String> settings, Output output) {
        this.file = file;
        this.preview = preview;
        this.settings = List.copyOf(settings);
        this.output = output;
    }

    /**
     * What the arguments of a program ask for; empty when that is no import.
     * @param platform the platform of the program, as addresses name it
     */
    public static Optional<CsvImport> asked(String platform, String[] arguments) {
        Console console = System.console();
        Output output = new Output(System.out, System.err, console != null && console.isTerminal());
        return asked(platform, List.of(arguments), output);
    }

    static Optional<CsvImport> asked(String platform, List<String> arguments, Output output) {
        List<String> settings = new ArrayList<>(
                arguments.stream().filter((argument) -> !argument.startsWith("--touchpoint.import")).toList());
        settings.addAll(List.of("--touchpoint.import.platform=" + platform, "--touchpoint.heartbeat=-",
                "--touchpoint.storage.migrate=false", "--logging.level.root=warn"));
        boolean preview = arguments.contains(DRY_RUN) || arguments.contains(DRY_RUN + "=true");
        return arguments.stream()
            .filter((argument) -> argument.startsWith(FILE))
            .findFirst()
            .map((argument) -> new CsvImport(Path.of(argument.substring(FILE.length())), preview, settings, output));
    }

    /**
     * Does it, and says so.
     * @return the status with which the program is to end: 0 when all lines were taken, 2
     * when some were refused, 1 otherwise
     */
    public int run() {
        // What was built to start fast is the application, not this.
        SpringProperties.setProperty(AotDetector.AOT_ENABLED, "false");
        SpringApplication application = new SpringApplication(preview ? Company.class : Deciding.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        ConfigurableApplicationContext context;
        try {
            context = application.run(settings.toArray(String[]::new));
        }
        catch (RuntimeException _) {
            // Spring Boot has said why.
            return Reading.NOTHING;
        }
        try (context) {
            return run(context);
        }
        catch (Unusable ex) {
            output.err().println(ex.getMessage());
        }
        catch (IOException ex) {
            output.err().println("The file or its report cannot be read or written: " + ex.getMessage());
        }
        return Reading.NOTHING;
    }

    private int run(ApplicationContext context) throws IOException, Unusable {
        Company company = context.getBean(Company.class);
        InstantSource clock = preview ? InstantSource.system() : context.getBean(Clock.class);
        try (CsvFile open = CsvFile.open(file)) {
            Row header = open.next().orElseThrow(() -> new Unusable(file + " is empty."));
            Columns columns = Columns.of(header, company.workspace());
            Answers answers = new Answers(company.workspace(), company.touchpoints());
            Step step = switch (columns.kind()) {
                case EVENTS -> preview ? Events.seen(company.workspace(), company.touchpoints())
                        : Events.taken(company.workspace(), context.getBean(Intake.class));
                case ANSWERS -> preview ? answers.seen()
                        : answers.taken(context.getBean(Responses.class), context.getBean(Customers.class));
            };
            return new Reading(file, preview, output).run(open, columns, step, clock);
        }
    }

}
