package io.touchpoint.csv;

import io.touchpoint.csv.Kind.Column;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lines as the JSON that a sender would have sent, so that they are read by the same
 * rules.
 */
final class Bodies {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final Set<String> FLAGS = Set.of("true", "false");

    private static final int ID = 32;

    private Bodies() {
    }

    /**
     * The body. Without an id it has one that is made from what the line says: the same
     * line is the same event, wherever its columns stand.
     */
    static byte[] of(Kind kind, Map<Column, String> given) {
        ObjectNode body = JSON.createObjectNode();
        if (kind == Kind.EVENTS) {
            body.put("specversion", "1.0").put("source", "csv");
        }
        body.put("id", "line-" + digest(kind, given).substring(0, ID));
        given.forEach((column, cell) -> put(body, column, cell));
        return JSON.writeValueAsBytes(body);
    }

    private static void put(ObjectNode body, Column column, String cell) {
        List<String> path = column.path();
        ObjectNode node = body;
        for (String name : path.subList(0, path.size() - 1)) {
            node = node.withObjectProperty(name);
        }
        if (column.name().equals("manual") && FLAGS.contains(cell)) {
            node.put(path.getLast(), Boolean.parseBoolean(cell));
        }
        else {
            node.put(path.getLast(), cell);
        }
    }

    private static String digest(Kind kind, Map<Column, String> given) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(kind.name().getBytes(StandardCharsets.UTF_8));
            given.forEach((column, cell) -> digest
                .update(("\0" + column.name() + "\0" + cell).getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        }
        catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException(ex);
        }
    }

}
