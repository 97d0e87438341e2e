package org.shouwen.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A wire to a database that can be held: connections are taken and stay open, and not a byte comes through. */
public final class SilentProxy {

    private static final Pattern SERVER = Pattern.compile("//localhost:(\\d+)/");

    private boolean silent;

    /** @return the address through this wire; H2 has none */
    String before(String url) {
        Matcher server = SERVER.matcher(url);
        if (!server.find()) {
            return url;
        }
        try {
            ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            int port = Integer.parseInt(server.group(1));
            start(() -> {
                while (true) {
                    Socket caller = listening.accept();
                    Socket called = new Socket(InetAddress.getLoopbackAddress(), port);
                    caller.setTcpNoDelay(true);
                    called.setTcpNoDelay(true);
                    start(() -> pass(caller, called));
                    start(() -> pass(called, caller));
                }
            });
            return server.replaceFirst("//127.0.0.1:" + listening.getLocalPort() + "/");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public synchronized void fallSilent() {
        silent = true;
    }

    public synchronized void speak() {
        silent = false;
        notifyAll();
    }

    private synchronized void waitWhileSilent() throws InterruptedException {
        while (silent) {
            wait();
        }
    }

    private void pass(Socket from, Socket to) throws Exception {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] bytes = new byte[8192];
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                waitWhileSilent();
                out.write(bytes, 0, read);
                out.flush();
            }
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void start(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (Exception e) {
                        // One side has hung up
                    }
                },
                "silent-proxy");
        thread.setDaemon(true);
        thread.start();
    }
}
