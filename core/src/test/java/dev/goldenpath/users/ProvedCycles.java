package dev.goldenpath.users;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Leases and gives back, again and again, and proves without the lease files that nobody else holds the same user: by the
 * lock that the operating system keeps on a file of that user, and takes away when its process dies. Journals each take
 * and give.
 */
final class ProvedCycles {
    private static final int LOOKS = 20;

    private final UserPools pools;
    private final Path proofs;
    private final Path journal;

    ProvedCycles(UserPools pools, Path proofs, Path journal) {
        this.pools = pools;
        this.proofs = proofs;
        this.journal = journal;
    }

    /** @param holding the cycle in which it goes on holding until it is killed; negative for none */
    void run(int cycles, int holding) throws IOException {
        for (int cycle = 0; cycle < cycles; cycle++) {
            String tag = ProcessHandle.current().pid() + "-" + cycle;
            UserLease lease = pools.lease("free", tag);
            if (prove(lease.user(), tag, cycle == holding)) {
                give(lease, tag);
            } else {
                give(lease, tag + "-unproved");
            }
        }
    }

    private void give(UserLease lease, String tag) throws IOException {
        try {
            lease.close();
            write("give " + tag + " " + lease.user());
        } catch (UserLeaseLostException e) {
            write("lost " + tag + " " + lease.user());
        }
    }

    private boolean prove(String user, String tag, boolean holding) throws IOException {
        try (FileChannel proof = FileChannel.open(
                        proofs.resolve(user),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
                FileLock lock = proof.tryLock()) {
            if (lock == null) {
                write("conflict " + tag + " " + user + " " + content(proof));
                return false;
            }
            proof.truncate(0);
            proof.write(ByteBuffer.wrap(tag.getBytes(StandardCharsets.UTF_8)), 0);
            write("take " + tag + " " + user);
            for (int look = 0; look < LOOKS; look++) {
                if (!content(proof).equals(tag)) {
                    write("conflict " + tag + " " + user + " " + content(proof));
                    return false;
                }
            }
            if (holding) {
                System.out.println("holds " + user);
                // Until it is killed: nothing is ever sent.
                while (System.in.read() >= 0) {
                    System.out.println("not killed yet");
                }
            }
            return true;
        }
    }

    private static String content(FileChannel proof) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(64);
        proof.read(bytes, 0);
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }

    private void write(String line) throws IOException {
        Files.writeString(
                journal, System.nanoTime() + " " + line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
