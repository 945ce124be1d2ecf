"""The command line and the terminal's chat: the only home of typer."""
