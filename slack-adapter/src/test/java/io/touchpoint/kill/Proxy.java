package io.touchpoint.kill;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** The way to a server on this machine, which can be made slow. */
final class Proxy implements AutoCloseable {

    private final ServerSocket door;

    private final int to;

    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();

    private volatile Duration delay = Duration.ZERO;

    Proxy(int to) {
        this.to = to;
        try {
            this.door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
        Thread.ofVirtual().name("proxy").start(this::take);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Every answer of the server is so late from now on. */
    void slow(Duration late) {
        this.delay = late;
    }

    private void take() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Socket server = new Socket();
                open.add(client);
                open.add(server);
                server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), to));
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> pass(client, server, false));
                Thread.ofVirtual().start(() -> pass(server, client, true));
            }
            catch (IOException ex) {
                LockSupport.parkNanos(1_000_000);
            }
        }
    }

    private void pass(Socket from, Socket into, boolean late) {
        byte[] buffer = new byte[65_536];
        try (from; into) {
            InputStream in = from.getInputStream();
            OutputStream out = into.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (late && !delay.isZero()) {
                    LockSupport.parkNanos(delay.toNanos());
                }
                out.write(buffer, 0, read);
            }
        }
        catch (IOException ex) {
            close(from);
        }
        finally {
            open.remove(from);
            open.remove(into);
        }
    }

    private static void close(Closeable one) {
        try {
            one.close();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    @Override
    public void close() {
        close(door);
        open.forEach(Proxy::close);
    }

}
