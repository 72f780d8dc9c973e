package org.guiyi.cli;

import picocli.CommandLine.Option;

/** Who decides. */
final class AuthorOption {

    @Option(
            names = "--author",
            paramLabel = "NAME",
            defaultValue = "${sys:user.name}",
            description = "谁作的决定，默认为登录名。 Who decides; default the login name.")
    private String author = "";

    String author() {
        return author;
    }
}
