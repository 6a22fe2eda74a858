package dev.goldenpath.example.stack;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.function.Executable;

/**
 * A stack in which faults can be switched on.
 *
 * @param product the stack
 * @param switches of the faults
 */
record FaultyStack(LaunchedStack product, Api switches) implements AutoCloseable {
    static FaultyStack start() throws IOException {
        LaunchedStack product =
                LaunchedStack.start(Map.of(), "--faults", "0", "--signing-key", "demo-signing-key.json");
        return new FaultyStack(product, new Api(URI.create(product.find("^faults +(http.*)/faults"))));
    }

    /** Does something while a fault is on. */
    void during(String fault, Executable action) throws Throwable {
        if (switches.put("/faults/" + fault).status() != 204) {
            throw new AssertionError("There is no fault " + fault);
        }
        try {
            action.execute();
        } finally {
            switches.delete("/faults/" + fault);
        }
    }

    /** The backend, as a demo user who has logged in. */
    Api backendAs(String user) {
        return product.backend().as(product.auth().login(user).text("/access_token"));
    }

    @Override
    public void close() {
        product.close();
    }
}
