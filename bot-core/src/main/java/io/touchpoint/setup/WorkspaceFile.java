package io.touchpoint.setup;

import io.touchpoint.followup.AskRules;
import io.touchpoint.intake.Mappings;
import io.touchpoint.journey.Touchpoint;
import io.touchpoint.setup.Section.Text;
import io.touchpoint.survey.Survey;
import io.touchpoint.team.Colleague;
import io.touchpoint.team.Team;
import io.touchpoint.workspace.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a workspace file says, in the records of the modules that its parts belong to. */
record WorkspaceFile(Workspace workspace, List<Team> teams, List<Colleague> colleagues, List<Touchpoint> touchpoints,
        List<Survey> surveys, AskRules rules, Mappings sources) {

    /**
     * Reads a file.
     * @param name as people know it, for the list of errors
     * @throws IllegalStateException with every error and its line
     */
    static WorkspaceFile read(String name, byte[] bytes) {
        Problems problems = new Problems();
        Section file = YamlText.read(bytes, problems);
        problems.check(name);
        WorkspaceFile read = read(file, fingerprint(bytes), problems);
        problems.check(name);
        return read;
    }

    private static WorkspaceFile read(Section file, String fingerprint, Problems problems) {
        Problems ofDefaults = new Problems();
        CompanyReader company = new CompanyReader(problems);
        Section about = file.section("workspace", "the workspace");
        if (!file.has("workspace")) {
            problems.add(1, "the file needs “workspace”");
        }
        Workspace workspace = company.workspace(about, fingerprint);
        List<Team> teams = company.teams(file.section("teams", "teams"), workspace);
        List<Colleague> colleagues = company.colleagues(file.section("colleagues", "colleagues"), workspace, teams);
        company.admins(about, workspace, colleagues);
        List<Survey> surveys = surveys(file, workspace, problems, ofDefaults);
        boolean own = isOwn(file, problems);
        Section defaults = own ? null : defaults("touchpoints", ofDefaults);
        List<Touchpoint> touchpoints = new TouchpointReader(problems, teams.stream().map(Team::key).toList(),
                colleagues.stream().map(Colleague::key).toList(), surveys.stream().map(Survey::key).toList())
            .touchpoints(file.section("touchpoints", "touchpoints"), defaults, file.line("map"));
        AskRules rules = new RulesReader(problems).rules(file.section("asking", "asking"), workspace.id(),
                touchpoints.stream().map(Touchpoint::team).collect(Collectors.toSet()));
        Mappings sources = new SourcesReader(problems).sources(file.section("sources", "sources"), workspace.id());
        file.nothingElse();
        ofDefaults.check("of the defaults");
        return new WorkspaceFile(workspace, teams, colleagues, touchpoints, surveys, rules, sources);
    }

    private static boolean isOwn(Section file, Problems problems) {
        Text map = file.text("map").orElseGet(() -> new Text("default", 1));
        return new Values(problems).one(map, Map.of("default", false, "own", true), false);
    }

    private static List<Survey> surveys(Section file, Workspace workspace, Problems problems, Problems ofDefaults) {
        SurveyReader reader = new SurveyReader(problems, workspace.id(), workspace.name());
        Map<String, Survey> surveys = new LinkedHashMap<>();
        reader.surveys(defaults("surveys", ofDefaults)).forEach((survey) -> surveys.put(survey.key(), survey));
        reader.surveys(file.section("surveys", "surveys")).forEach((survey) -> surveys.put(survey.key(), survey));
        return new ArrayList<>(surveys.values());
    }

    /** The defaults that come with the product, with an error list of their own. */
    private static Section defaults(String part, Problems problems) {
        Section file = YamlText.read(resource("default-" + part + ".yaml"), problems);
        return file.section(part, "default " + part);
    }

    private static byte[] resource(String name) {
        try (InputStream in = WorkspaceFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return in.readAllBytes();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static String fingerprint(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        }
        catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException(ex);
        }
    }

}
