package io.touchpoint.hostile;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Bodies that make no sense, or make trouble; each holds a canary. */
final class Bodies {

    private Bodies() {
    }

    /** Bodies that are no document at all, by what is wrong with them. */
    static Map<String, byte[]> broken(String canary) {
        Map<String, byte[]> bodies = new LinkedHashMap<>();
        put(bodies, "no JSON", "{\"" + canary + "\":");
        put(bodies, "a list", "[\"" + canary + "\"]");
        put(bodies, "a text", "\"" + canary + "\"");
        put(bodies, "two documents", "{\"a\":\"" + canary + "\"}{\"b\":1}");
        put(bodies, "nested too deep", "{\"" + canary + "\":" + "[".repeat(100_000));
        put(bodies, "nested and closed", "{\"" + canary + "\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}");
        put(bodies, "a name twice", "{\"type\":\"" + canary + "\",\"type\":\"x\"}");
        put(bodies, "a percent sign alone", "payload=%7&a=" + canary);
        put(bodies, "NUL", "\u0000\u0001" + canary);
        byte[] bad = ("{\"type\":\"xx" + canary + "\"}").getBytes(StandardCharsets.UTF_8);
        bad[9] = (byte) 0xC3;
        bad[10] = (byte) 0x28;
        bodies.put("bad UTF-8", bad);
        bodies.put("UTF-16", ("{\"type\":\"" + canary + "\"}").getBytes(StandardCharsets.UTF_16));
        return bodies;
    }

    /**
     * A document with every one of its values replaced in turn by what does not belong
     * there.
     * @param document the document; each value is marked as {@code «value»}
     */
    static Map<String, String> spoilt(String document, String canary) {
        Map<String, String> hostile = new LinkedHashMap<>();
        hostile.put("null", "null");
        hostile.put("an operator", "{\"$ne\":null,\"x\":\"" + canary + "\"}");
        hostile.put("a list", "[\"" + canary + "\",null]");
        hostile.put("a huge number", "1e999999");
        hostile.put("many digits", "9".repeat(500));
        hostile.put("an empty text", "\"\"");
        hostile.put("a prototype", "{\"__proto__\":{\"a.b\":\"" + canary + "\",\"$where\":\"1\"}}");
        hostile.put("what shows as something else", "\"\\u202e<!channel>{{DATE()}}\\u0000\\ud800" + canary + "\"");
        Map<String, String> spoilt = new LinkedHashMap<>();
        String[] parts = document.split("[«»]", -1);
        for (int value = 1; value < parts.length; value += 2) {
            for (Map.Entry<String, String> one : hostile.entrySet()) {
                StringBuilder text = new StringBuilder();
                for (int i = 0; i < parts.length; i++) {
                    text.append((i == value) ? one.getValue() : parts[i]);
                }
                String name = one.getKey() + " for value " + (value + 1) / 2;
                spoilt.put(name, text.insert(text.lastIndexOf("}"), ",\"canary\":\"" + canary + "\"").toString());
            }
        }
        return spoilt;
    }

    private static void put(Map<String, byte[]> bodies, String name, String body) {
        bodies.put(name, body.getBytes(StandardCharsets.UTF_8));
    }

}
