package org.nianbao.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jacoco.core.data.ExecutionData;
import org.jacoco.core.data.IExecutionDataVisitor;
import org.jacoco.core.instr.Instrumenter;
import org.jacoco.core.runtime.LoggerRuntime;
import org.jacoco.core.runtime.RuntimeData;

/** Loads the program a second time, with JaCoCo's probes in it, and sees where an input leads. For one thread. */
final class Coverage extends ClassLoader implements AutoCloseable {
    private static final String PROGRAM = "org.nianbao.";

    private final LoggerRuntime runtime = new LoggerRuntime();
    private final RuntimeData data = new RuntimeData();
    private final Instrumenter instrumenter = new Instrumenter(runtime);

    /** The probes that any input has reached, by class. */
    private final Map<Long, boolean[]> reached = new HashMap<>();

    private final Set<String> outcomes = new HashSet<>();
    private final Function<byte[], String> trial;

    /** Loads the {@link Trial} of a target, which works in a folder. */
    @SuppressWarnings("unchecked")
    Coverage(Target target, Path folder) {
        super(Coverage.class.getClassLoader());
        try {
            runtime.startup(data);
            trial = (Function<byte[], String>) loadClass(Trial.class.getName())
                    .getDeclaredConstructor(String.class, Path.class)
                    .newInstance(target.name(), folder);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (Exception e) { // JaCoCo declares it
            throw new IllegalStateException(e);
        }
    }

    /** Reads an input; how many probes it reached that no other had, and one more for a new outcome. */
    int gain(byte[] input) {
        int outcome = outcomes.add(trial.apply(input)) ? 1 : 0;
        Growth growth = new Growth();
        data.collect(growth, session -> {}, true);
        return growth.probes + outcome;
    }

    private final class Growth implements IExecutionDataVisitor {
        private int probes;

        @Override
        public void visitClassExecution(ExecutionData execution) {
            boolean[] hit = execution.getProbes();
            boolean[] before = reached.computeIfAbsent(execution.getId(), id -> new boolean[hit.length]);
            for (int probe = 0; probe < hit.length; probe++) {
                if (hit[probe] && !before[probe]) {
                    before[probe] = true;
                    probes++;
                }
            }
        }
    }

    /** The number of probes that were reached. */
    int size() {
        int size = 0;
        for (boolean[] probes : reached.values()) {
            for (boolean probe : probes) {
                size += probe ? 1 : 0;
            }
        }
        return size;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            return name.startsWith(PROGRAM) ? withProbes(name) : super.loadClass(name, resolve);
        }
    }

    private Class<?> withProbes(String name) throws ClassNotFoundException {
        try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = instrumenter.instrument(in, name);
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        runtime.shutdown();
    }
}
