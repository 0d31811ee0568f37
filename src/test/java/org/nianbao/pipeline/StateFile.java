package org.nianbao.pipeline;

import java.nio.file.Path;

/** Lets tests of other packages read a state file. */
public final class StateFile {
    private StateFile() {}

    /** Reads the state of an output folder and asks what it says of an input. */
    public static void read(Path folder, String input) {
        BuildState state = BuildState.of(folder);
        state.find(input).ifPresent(entry -> entry.files().keySet().forEach(state::contents));
        state.interrupted().ifPresent(run -> run.refused().get(input));
    }
}
