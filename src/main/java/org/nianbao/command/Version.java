package org.nianbao.command;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The program's name and version, as its jar has them. */
final class Version implements IVersionProvider {
    static final String PROGRAM = "nianbao";

    static String named() {
        return PROGRAM + " " + number();
    }

    static String number() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    @Override
    public String[] getVersion() {
        return new String[] {named()};
    }
}
