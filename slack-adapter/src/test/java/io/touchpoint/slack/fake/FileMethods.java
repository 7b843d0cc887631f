package io.touchpoint.slack.fake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The three calls of a file upload. */
final class FileMethods {

    private final Workspace workspace;

    private final Places places;

    private final Supplier<String> root;

    private final Map<String, Upload> uploads = new ConcurrentHashMap<>();

    /** A file on its way. */
    private record Upload(String name, int length, @Nullable String altText, byte @Nullable [] bytes) {
    }

    FileMethods(Workspace workspace, Places places, Supplier<String> root) {
        this.workspace = workspace;
        this.places = places;
        this.root = root;
    }

    List<Method> all() {
        return List.of(new Method("files.getUploadURLExternal", "files:write", Method.TIER_4, this::begin),
                new Method("files.completeUploadExternal", "files:write", Method.TIER_4, this::complete));
    }

    private ObjectNode begin(Arguments arguments) {
        String name = arguments.required("filename");
        arguments.required("length");
        int length = arguments.number("length", 0, "invalid_arguments");
        if (length < 1) {
            throw Refused.with("invalid_arguments", List.of("[ERROR] length must be greater than 0"));
        }
        String id = workspace.id("F");
        uploads.put(id, new Upload(name, length, arguments.textOrNull("alt_txt"), null));
        return Json.ok().put("upload_url", root.get() + "/upload/v1/" + id).put("file_id", id);
    }

    /**
     * Takes the bytes of a file; false when none is awaited or the length is another one.
     */
    boolean take(String id, byte[] bytes) {
        Upload upload = uploads.get(id);
        if (upload == null || upload.length() != bytes.length) {
            return false;
        }
        uploads.put(id, new Upload(upload.name(), upload.length(), upload.altText(), bytes));
        return true;
    }

    /** The bytes of a file that was uploaded. */
    Optional<byte[]> bytes(String id) {
        Upload upload = uploads.get(id);
        return (upload == null) ? Optional.empty() : Optional.ofNullable(upload.bytes());
    }

    private ObjectNode complete(Arguments arguments) {
        JsonNode files = arguments.json("files", "invalid_arguments");
        if (files == null || !files.isArray() || files.isEmpty()) {
            throw Refused.missing("files");
        }
        ArrayNode shared = Json.array();
        for (JsonNode file : files) {
            String id = Json.text(file, "id");
            Upload upload = uploads.get(id);
            if (upload == null || upload.bytes() == null) {
                throw Refused.with("file_not_found");
            }
            String title = Json.text(file, "title");
            shared.addObject()
                .put("id", id)
                .put("name", upload.name())
                .put("title", title.isEmpty() ? upload.name() : title)
                .put("size", upload.length())
                .put("alt_txt", upload.altText());
        }
        if (arguments.has("channel_id")) {
            share(arguments, shared);
        }
        ObjectNode answer = Json.ok();
        answer.set("files", shared);
        return answer;
    }

    private void share(Arguments arguments, ArrayNode files) {
        Channel channel = places.toWrite(arguments.text("channel_id"));
        Post post = workspace.write(channel.id(), workspace.company().botUser(), arguments.text("initial_comment"),
                Json.array(), null, arguments.textOrNull("thread_ts"), null);
        workspace.keep(post.with(files));
    }

}
