package org.nianbao.command;

import picocli.CommandLine.Command;

/** The program by itself: tells what it can do. */
@Command(
        name = "nianbao",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND")
final class Nianbao {}
