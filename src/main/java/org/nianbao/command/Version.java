package org.nianbao.command;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The program's name and version, as its jar has them. */
final class Version implements IVersionProvider {
    static String named() {
        return "nianbao "
                + Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                        .orElse("development");
    }

    @Override
    public String[] getVersion() {
        return new String[] {named()};
    }
}
