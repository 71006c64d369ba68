package org.haki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** A line that goes wrong when a test says so: it passes on what is sent to a port of this machine, or loses it. */
public final class FaultyLine implements AutoCloseable {

    private enum Fault { NONE, CUT, CUT_ASKED, SILENT, RESET }

    private final ServerSocket door;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong answers = new AtomicLong();
    private final AtomicLong asked = new AtomicLong();
    private volatile Fault fault = Fault.NONE;
    private volatile long most;

    private FaultyLine(ServerSocket door, int target) {
        this.door = door;
        this.target = target;
        Thread.ofVirtual().start(this::accept);
    }

    /** A line to this port that works, for now. */
    public static FaultyLine to(int port) {
        try {
            return new FaultyLine(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), port);
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    /** Where it begins. */
    public int port() {
        return door.getLocalPort();
    }

    /** What is asked arrives; of the answers so many bytes more do, and then the line is cut. */
    public void cutAnswersAfter(long bytes) {
        most = answers.get() + bytes;
        fault = Fault.CUT;
    }

    /** Of what is asked so many bytes more arrive, and then the line is cut. */
    public void cutAskedAfter(long bytes) {
        most = asked.get() + bytes;
        fault = Fault.CUT_ASKED;
    }

    /** Every line stays, new ones too, and nothing passes any more, either way. */
    public void fallSilent() {
        fault = Fault.SILENT;
    }

    /** Every line is cut without a goodbye, and so is each new one. */
    public void reset() {
        fault = Fault.RESET;
        open.forEach(FaultyLine::cut);
    }

    /** New lines work again; what fell silent stays silent, as a line does whose router forgot it. */
    public void mend() {
        var before = fault;
        fault = Fault.NONE;
        if (before == Fault.SILENT) {
            open.clear();
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        reset();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var near = door.accept();
                if (fault == Fault.RESET) {
                    cut(near);
                } else {
                    connect(near);
                }
            } catch (IOException over) {
                // the test is over, or nobody listens behind the line
            }
        }
    }

    private void connect(Socket near) throws IOException {
        open.add(near);
        if (fault == Fault.SILENT) {
            return;
        }
        var far = new Socket(InetAddress.getLoopbackAddress(), target);
        open.add(far);
        Thread.ofVirtual().start(() -> pass(near, far, false));
        Thread.ofVirtual().start(() -> pass(far, near, true));
    }

    private void pass(Socket from, Socket to, boolean answer) {
        var buffer = new byte[16_384];
        try {
            for (int read = from.getInputStream().read(buffer); read >= 0; read = from.getInputStream().read(buffer)) {
                if (fault == Fault.SILENT || !open.contains(from)) {
                    return;
                }
                long before = (answer ? answers : asked).getAndAdd(read);
                int let = fault == (answer ? Fault.CUT : Fault.CUT_ASKED) ? (int) Math.clamp(most - before, 0, read) : read;
                to.getOutputStream().write(buffer, 0, let);
                if (let < read) {
                    break;
                }
            }
        } catch (IOException cut) {
            // the other side is told below
        }
        cut(from);
        cut(to);
        open.remove(from);
        open.remove(to);
    }

    private static void cut(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException already) {
            // it is cut
        }
    }
}
