package io.touchpoint.bench;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a server on this machine that stays open: it costs little, for it
 * shares the machine with what is measured.
 */
final class Wire implements Closeable {

    private static final int PATIENCE_MILLIS = 30_000;

    private final int port;

    private @Nullable Socket socket;

    private InputStream in = InputStream.nullInputStream();

    Wire(int port) {
        this.port = port;
    }

    /** The connection, opened anew where the server has ended the last one. */
    private Socket open() throws IOException {
        Socket open = socket;
        if (open == null) {
            open = new Socket(InetAddress.getLoopbackAddress(), port);
            open.setTcpNoDelay(true);
            open.setSoTimeout(PATIENCE_MILLIS);
            in = new BufferedInputStream(open.getInputStream(), 4_096);
            socket = open;
        }
        return open;
    }

    /** Sends a request; gives the status of its answer. */
    int send(byte[] request) throws IOException {
        open().getOutputStream().write(request);
        int status = Integer.parseInt(line().split(" ", -1)[1]);
        long length = 0;
        boolean chunked = false;
        boolean last = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring(lower.indexOf(':') + 1).strip());
            }
            last |= lower.startsWith("connection:") && lower.endsWith("close");
            chunked |= lower.startsWith("transfer-encoding:") && lower.endsWith("chunked");
        }
        if (chunked) {
            for (length = chunk(); length > 0; length = chunk()) {
                in.skipNBytes(length);
                line();
            }
            line();
        }
        else {
            in.skipNBytes(length);
        }
        if (last) {
            close();
        }
        return status;
    }

    private long chunk() throws IOException {
        return Long.parseLong(line().strip(), 16);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException();
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    /** The bytes of a request of Slack's. */
    static byte[] request(String body, String stamp, String signature) {
        return """
                POST /slack/events HTTP/1.1\r
                Host: 127.0.0.1\r
                User-Agent: Slackbot 1.0 (+https://api.slack.com/robots)\r
                Accept: application/json,*/*\r
                Content-Type: application/x-www-form-urlencoded\r
                X-Slack-Request-Timestamp: %s\r
                X-Slack-Signature: %s\r
                Content-Length: %d\r
                \r
                %s""".formatted(stamp, signature, body.length(), body).getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        Socket open = socket;
        if (open != null) {
            open.close();
            socket = null;
        }
    }

}
