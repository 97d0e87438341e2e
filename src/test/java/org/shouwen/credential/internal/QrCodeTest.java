package org.shouwen.credential.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.testing.QrReader;

/** A QR code is read back. */
class QrCodeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080/v/V09SS0VSX1BBU1MgQ1ItMjYtMDAwMDAxIDEabcdefghijklmnopqrstuv",
                "https://shouwen.a-rather-long-name-of-a-property-company.example.com/desk/v/Q0VSVElGSUNBVEU",
                "首问花园 1-1-101"
            })
    void isReadBack(String text) {
        assertThat(QrReader.ofPng(new QrCode(text).png())).containsExactly(text);
    }

    @Test
    void sayTheSameLookTheSame() {
        assertThat(new QrCode("x").png()).isEqualTo(new QrCode("x").png()).hasSizeLessThan(5_000);
    }

    @Test
    void tooLongIsABug() {
        assertThatIllegalArgumentException().isThrownBy(() -> new QrCode("长".repeat(3_000)).png());
    }
}
