package org.shouwen.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shouwen.access.Role;
import org.shouwen.problem.Refusal;

class ReaderTest {

    private final Reader manager = new Reader("m1", Set.of("ROLE_MANAGER"));

    @Test
    void maySeeWhatIsOpenToOneOfItsRoles() {
        assertThat(manager.isAny(Role.LEAD, Role.MANAGER)).isTrue();
        assertThatCode(() -> manager.mustBe(Role.MANAGER, Role.ADMINISTRATOR)).doesNotThrowAnyException();
    }

    @Test
    void isToldWhomAPageIsFor() {
        assertThatThrownBy(() -> manager.mustBe(Role.ADMINISTRATOR))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_ALLOWED))
                .hasMessage("这里只对系统管理员开放");
    }
}
