package org.openengagement.command.slices;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** All slices, by what they declare. */
public final class DeclaredSlices {

    private static final String ROOM = "org.openengagement.command";

    private final List<DeclaredSlice> all;
    private final Map<String, DeclaredSlice> byMutation;

    private DeclaredSlices(List<DeclaredSlice> all) {
        this.all = List.copyOf(all);
        this.byMutation = unique(all.stream().filter(slice -> !slice.mutation().isEmpty()), DeclaredSlice::mutation);
    }

    /** The slices of the command side, in the order of their names. They are looked for once. */
    public static DeclaredSlices ofTheCommandSide() {
        return Found.SLICES;
    }

    /**
     * These slices, in the order of their names.
     *
     * @throws IllegalStateException if one is declared wrongly, or two claim one mutation or one command
     */
    public static DeclaredSlices of(Collection<Class<?>> types) {
        List<DeclaredSlice> declared = types.stream()
                .sorted(Comparator.comparing(Class::getName))
                .map(DeclaredSlice::of)
                .toList();
        unique(declared.stream(), slice -> slice.command().getName());
        return new DeclaredSlices(declared);
    }

    public List<DeclaredSlice> all() {
        return all;
    }

    /**
     * The slice of a mutation.
     *
     * @throws IllegalStateException if no slice declares it
     */
    public DeclaredSlice ofMutation(String mutation) {
        DeclaredSlice slice = byMutation.get(mutation);
        if (slice == null) {
            throw new IllegalStateException("No slice declares the mutation %s.".formatted(mutation));
        }
        return slice;
    }

    private static Map<String, DeclaredSlice> unique(
            Stream<DeclaredSlice> slices, Function<DeclaredSlice, String> key) {
        return slices.collect(toMap(key, Function.identity(), (one, other) -> {
            throw new IllegalStateException("%s and %s both claim %s."
                    .formatted(one.type().getName(), other.type().getName(), key.apply(one)));
        }));
    }

    /** Looked for when first asked for. */
    private static final class Found {

        static final DeclaredSlices SLICES = of(annotated());

        /** Spring reads the class files and loads only what is annotated: in folders, and in jars within a jar. */
        private static List<Class<?>> annotated() {
            ClassLoader loader = DeclaredSlices.class.getClassLoader();
            ClassPathScanningCandidateComponentProvider scanner =
                    new ClassPathScanningCandidateComponentProvider(false);
            scanner.setResourceLoader(new DefaultResourceLoader(loader));
            scanner.addIncludeFilter(new AnnotationTypeFilter(Slice.class));
            List<Class<?>> types = new ArrayList<>();
            for (BeanDefinition found : scanner.findCandidateComponents(ROOM)) {
                types.add(ClassUtils.resolveClassName(Objects.requireNonNull(found.getBeanClassName()), loader));
            }
            return types;
        }
    }
}
