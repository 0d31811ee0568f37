package org.nianbao.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nianbao.diagnostic.Message;
import org.nianbao.diagnostic.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Words picocli's errors about arguments in the user's language. */
final class ArgumentErrors {
    private ArgumentErrors() {}

    static Message message(ParameterException wrong) {
        CommandSpec command = wrong.getCommandLine().getCommandSpec();
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched.getUnmatched().get(0), command);
        }
        if (wrong instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return missing(missing.getMissing().get(0));
        }
        if (wrong instanceof OverwrittenOptionException twice) {
            return Message.of("option-twice", name(twice.getOverwritten()));
        }
        Optional<String> option = Optional.ofNullable(wrong.getArgSpec()).map(ArgumentErrors::name);
        Optional<String> value = Optional.ofNullable(wrong.getValue());
        if (option.isPresent() && value.isPresent()) {
            return Message.of("option-value", option.get(), value.get());
        }
        return Message.of("wrong-use", String.valueOf(wrong.getMessage()));
    }

    private static Message unmatched(String typed, CommandSpec command) {
        List<String> options = command.options().stream()
                .filter(option -> !option.hidden())
                .flatMap(option -> Stream.of(option.names()))
                .toList();
        if (typed.startsWith("-")) {
            return nearest("unknown-option", typed.replaceFirst("=.*", ""), options);
        }
        List<String> commands = subcommands(command);
        return commands.isEmpty()
                ? Message.of("unexpected-argument", typed)
                : nearest("unknown-command", typed, commands);
    }

    private static Message nearest(String key, String typed, List<String> known) {
        return Message.of(key, typed, Nearest.suggestion(typed, known));
    }

    private static Message missing(ArgSpec missing) {
        return missing instanceof OptionSpec
                ? Message.of("missing-value", name(missing), missing.paramLabel())
                : Message.of("missing-argument", missing.paramLabel());
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static List<String> subcommands(CommandSpec command) {
        return command.subcommands().values().stream()
                .map(CommandLine::getCommandSpec)
                .filter(spec -> !spec.usageMessage().hidden())
                .map(CommandSpec::name)
                .toList();
    }
}
