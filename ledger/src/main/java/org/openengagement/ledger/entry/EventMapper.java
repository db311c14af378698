package org.openengagement.ledger.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import org.jspecify.annotations.Nullable;
import org.openengagement.ledger.events.Sealed;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.type.LogicalType;

/**
 * Records to JSON trees and back, by the letter: what is not {@code @Nullable} must be there, nothing else may be, and no value
 * is bent into another type. A sealed field stands in the tree as one embedded object.
 */
final class EventMapper {

    private final JsonMapper mapper = JsonMapper.builder()
            .annotationIntrospector(new NullableMeansOptional())
            .addModule(new SimpleModule("sealed fields")
                    .addSerializer(Sealed.class, new EmbedsSealed())
                    .addDeserializer(Sealed.class, new TakesEmbeddedSealed()))
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .defaultLeniency(false)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(EnumFeature.READ_ENUMS_USING_TO_STRING, EnumFeature.WRITE_ENUMS_USING_TO_STRING)
            .withCoercionConfig(
                    LogicalType.Textual,
                    text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .withCoercionConfigDefaults(any -> any.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
            .build();

    ObjectNode toTree(Object values) {
        return mapper.valueToTree(values);
    }

    /**
     * @throws JacksonException if the tree does not hold what the record asks for; the message says what
     */
    <T> T fromTree(JsonNode tree, Class<T> type) {
        return mapper.treeToValue(tree, type);
    }

    private static final class NullableMeansOptional extends JacksonAnnotationIntrospector {

        @Override
        public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
            if (member instanceof AnnotatedParameter parameter
                    && parameter.getOwner().getMember() instanceof Executable creator) {
                AnnotatedType type = creator.getAnnotatedParameterTypes()[parameter.getIndex()];
                return !type.isAnnotationPresent(Nullable.class);
            }
            return super.hasRequiredMarker(config, member);
        }
    }

    // Jackson looks a serializer up by the raw class.
    @SuppressWarnings("rawtypes")
    private static final class EmbedsSealed extends ValueSerializer<Sealed> {

        @Override
        public void serialize(Sealed field, JsonGenerator tree, SerializationContext context) {
            tree.writeEmbeddedObject(field);
        }
    }

    // Jackson looks a deserializer up by the raw class.
    @SuppressWarnings("rawtypes")
    private static final class TakesEmbeddedSealed extends ValueDeserializer<Sealed> {

        @Override
        public Sealed deserialize(JsonParser tree, DeserializationContext context) {
            return tree.getEmbeddedObject() instanceof Sealed field
                    ? field
                    : context.reportInputMismatch(Sealed.class, "a sealed field may not stand open in the entry");
        }
    }
}
