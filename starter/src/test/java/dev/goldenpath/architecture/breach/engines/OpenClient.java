package dev.goldenpath.architecture.breach.engines;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jwt.JWTClaimsSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.glassfish.tyrus.client.ClientManager;
import org.snakeyaml.engine.v2.nodes.Node;

/** Breaches: an engine's type in every place where others see it. */
public abstract class OpenClient<T extends JsonNode> extends HiddenClient implements Supplier<List<HttpGet>> {
    public final Map<String, ? extends Header> field = Map.of();

    /** No breach: nobody sees it. */
    private final Node hidden;

    protected OpenClient(Node node) {
        hidden = node;
    }

    public JWTClaimsSet[] returned() {
        return new JWTClaimsSet[0];
    }

    protected void taken(HttpHost host) {}

    public void thrown() throws JsonProcessingException {}

    public <M extends ClientManager> void bound() {}

    /** No breach: nobody sees it. */
    Node packagePrivate() {
        return hidden;
    }
}
