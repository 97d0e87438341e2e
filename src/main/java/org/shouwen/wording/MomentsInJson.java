package org.shouwen.wording;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Programs read every moment in one form, at the offset of the house: 2026-11-24T10:00:00+08:00. */
@Configuration(proxyBeanMethods = false)
class MomentsInJson {

    @Bean
    Jackson2ObjectMapperBuilderCustomizer everyMomentAtTheOffsetOfTheHouse(Moments moments) {
        return json -> json.serializerByType(Instant.class, new StdScalarSerializer<>(Instant.class) {
            @Override
            public void serialize(Instant at, JsonGenerator to, SerializerProvider provider) throws IOException {
                to.writeString(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moments.local(at)));
            }
        });
    }
}
