package org.openengagement.query.readmodels;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.dataformat.cbor.CBORMapper;

/**
 * Records as CBOR (RFC 8949), each as the array of its components in order: short, and good for bytes that only the version
 * that wrote them reads. Days are ISO texts, constants are their names.
 *
 * @param <T> a record of texts, numbers, days, constants, lists and records of these
 */
public final class CborForm<T> {

    private static final CBORMapper MAPPER = CBORMapper.builder()
            .annotationIntrospector(new RecordsAreArrays())
            // What a record derives from its components is not kept.
            .changeDefaultVisibility(seen -> seen.withFieldVisibility(Visibility.ANY)
                    .withGetterVisibility(Visibility.NONE)
                    .withIsGetterVisibility(Visibility.NONE))
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final Class<T> type;
    private final ObjectWriter writer;
    private final ObjectReader reader;

    public CborForm(Class<T> type) {
        this.type = type;
        this.writer = MAPPER.writerFor(type);
        this.reader = MAPPER.readerFor(type);
    }

    public byte[] write(T value) {
        return writer.writeValueAsBytes(value);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if the bytes are something else
     */
    public T read(byte[] bytes) {
        try {
            T value = reader.readValue(bytes);
            if (value != null) {
                return value;
            }
        } catch (JacksonException | ClassCastException other) {
            // Jackson casts a CBOR simple value to a day unseen.
            throw refused(bytes, other);
        }
        throw refused(bytes, null);
    }

    private IllegalArgumentException refused(byte[] bytes, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "These %d bytes are no %s.".formatted(bytes.length, type.getSimpleName()), cause);
    }

    /** A record is an array, and a component is absent only where its type says so. */
    private static final class RecordsAreArrays extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1L;

        @Override
        public JsonFormat.@Nullable Value findFormat(MapperConfig<?> config, Annotated annotated) {
            return annotated instanceof AnnotatedClass type && type.getRawType().isRecord()
                    ? JsonFormat.Value.forShape(JsonFormat.Shape.ARRAY)
                    : super.findFormat(config, annotated);
        }

        @Override
        public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
            return annotated instanceof AnnotatedParameter component
                            && component.getDeclaringClass().isRecord()
                            && !mayBeAbsent(component)
                    ? JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL)
                    : super.findSetterInfo(config, annotated);
        }

        private static boolean mayBeAbsent(AnnotatedParameter component) {
            return component
                    .getDeclaringClass()
                    .getRecordComponents()[component.getIndex()]
                    .getAnnotatedType()
                    .isAnnotationPresent(Nullable.class);
        }
    }
}
