package dev.goldenpath.environment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SectionOfRecordTest {
    record ShopSettings() {}

    record Shop() {}

    record PaymentGatewaySettings() {}

    record HTTPClient2Settings() {}

    record Settings() {}

    @Test
    void isItsNameWithoutSettingsAtItsEnd() {
        assertThat(AuthorSettings.sectionOf(ShopSettings.class)).isEqualTo("shop");
        assertThat(AuthorSettings.sectionOf(Shop.class)).isEqualTo("shop");
        assertThat(AuthorSettings.sectionOf(PaymentGatewaySettings.class)).isEqualTo("payment-gateway");
        assertThat(AuthorSettings.sectionOf(HTTPClient2Settings.class)).isEqualTo("http-client2");
        assertThat(AuthorSettings.sectionOf(Settings.class)).isEqualTo("settings");
    }
}
