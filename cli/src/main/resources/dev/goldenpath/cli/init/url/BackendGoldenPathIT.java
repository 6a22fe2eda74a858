package {{package}};

import static org.assertj.core.api.Assertions.assertThat;

import dev.goldenpath.http.ServiceClient;
import dev.goldenpath.jupiter.GoldenPath;
import dev.goldenpath.priority.P1;
import org.junit.jupiter.api.Test;

@GoldenPath
@P1
class BackendGoldenPathIT {

    @Test
    void answersWith200(ServiceClient backend) {
        assertThat(backend.get("{{path}}").send()).hasStatus(200);
    }
}
