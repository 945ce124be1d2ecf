"""The program ``hedui``: arguments in, one of the commands run, an exit status out.

Exit status: 0 fine, 1 findings that need a person (``check``), 2 unusable input or settings (one line on
stderr), 130 interrupted. What a command does is in ``bot/commands*.py``, imported when it is called, so that
``hedui --help`` is quick.
"""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer
from typer.exceptions import Abort, TyperException

from bot.messages import program_language, say
from bot.settings import Settings, read_settings
from bot.terminal import describe, print_error
from corpus.errors import HeduiError, UnusableInput


def _help(key: str) -> str:
    return say(f"help.{key}", program_language())


app = typer.Typer(
    name="hedui",
    help=_help("program"),
    invoke_without_command=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Json = Annotated[bool, typer.Option("--json", help=_help("json"))]
Batch = Annotated[str, typer.Option("--batch", metavar="FILE", help=_help("batch"))]
Reports = Annotated[list[str] | None, typer.Option("--report", metavar="R", help=_help("report"))]


@app.callback()
def program(
    context: typer.Context,
    home: Annotated[Path | None, typer.Option("--home", metavar="DIR", help=_help("home"))] = None,
    version: Annotated[bool, typer.Option("--version", help=_help("version"))] = False,
    json: Annotated[bool, typer.Option("--json", help=_help("version_json"))] = False,
) -> None:
    """Read the settings that every command takes."""
    if version:
        from bot.commands.version import run_version

        raise typer.Exit(run_version(json=json))
    if json:
        raise UnusableInput(say("error.json_place", program_language()))
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(0)
    context.obj = read_settings(home)


def _settings(context: typer.Context) -> Settings:
    settings = context.obj
    assert isinstance(settings, Settings)
    return settings


@app.command("ingest", help=_help("ingest"))
def ingest_command(
    context: typer.Context,
    paths: Annotated[list[str], typer.Argument()],
    dry_run: Annotated[bool, typer.Option("--dry-run", help=_help("dry_run"))] = False,
    allow_private: Annotated[bool, typer.Option("--allow-private", help=_help("allow_private"))] = False,
    watch: Annotated[bool, typer.Option("--watch", help=_help("watch"))] = False,
    json: Json = False,
) -> None:
    """Put reports into the index."""
    from bot.commands.index import run_ingest, run_watch

    if watch and not dry_run:
        raise typer.Exit(run_watch(_settings(context), paths, json=json, allow_private=allow_private))
    raise typer.Exit(
        run_ingest(_settings(context), paths, json=json, dry_run=dry_run, allow_private=allow_private)
    )


@app.command(help=_help("ask"))
def ask(
    context: typer.Context,
    question: Annotated[str | None, typer.Argument()] = None,
    report: Reports = None,
    session: Annotated[str, typer.Option("--session", metavar="S", help=_help("session"))] = "",
    batch: Batch = "",
    json: Json = False,
) -> None:
    """Answer a question."""
    from bot.commands.ask import run_ask, run_ask_batch

    settings, reports = _settings(context), tuple(report or ())
    if batch:
        raise typer.Exit(run_ask_batch(settings, batch, reports))
    raise typer.Exit(run_ask(settings, question, reports, session=session, json=json))


@app.command("search", help=_help("search"))
def search_command(
    context: typer.Context,
    query: Annotated[str | None, typer.Argument()] = None,
    k: Annotated[int, typer.Option("-k", "--top", min=1, max=1000, help=_help("k"))] = 5,
    report: Reports = None,
    batch: Batch = "",
    json: Json = False,
) -> None:
    """Find passages."""
    from bot.commands.ask import run_search, run_search_batch

    settings, reports = _settings(context), tuple(report or ())
    if batch:
        raise typer.Exit(run_search_batch(settings, batch, k, reports))
    raise typer.Exit(run_search(settings, query, k, reports, json=json))


@app.command("check", help=_help("check"))
def check_drafts(
    context: typer.Context,
    file: Annotated[str | None, typer.Argument()] = None,
    report: Reports = None,
    batch: Batch = "",
    form: Annotated[str, typer.Option("--format", help=_help("format"))] = "",
    output: Annotated[str, typer.Option("--output", "-o", help=_help("output"))] = "",
    every: Annotated[bool, typer.Option("--all", help=_help("every"))] = False,
    explain: Annotated[str, typer.Option("--explain", help=_help("explain"))] = "",
    decide: Annotated[tuple[int, str], typer.Option("--decide", metavar="N RULING", help=_help("decide"))] = (
        0,
        "",
    ),
    note: Annotated[str, typer.Option("--note", help=_help("note"))] = "",
    decisions: Annotated[bool, typer.Option("--decisions", help=_help("decisions"))] = False,
    json: Json = False,
) -> None:
    """Check the figures of a draft."""
    from bot.commands.check import run_check, run_check_batch, run_explain
    from bot.commands.decisions import DecisionOptions

    settings, reports = _settings(context), tuple(report or ())
    if batch:
        raise typer.Exit(run_check_batch(settings, batch, reports))
    if explain:
        raise typer.Exit(run_explain(settings, file, reports, explain, json=json))
    options = DecisionOptions(*decide, note, decisions)
    json = json and not form
    raise typer.Exit(
        run_check(settings, file, reports, form, output, every=every, options=options, json=json)
    )


@app.command("figures", help=_help("figures"))
def figures_command(
    context: typer.Context,
    file: Annotated[str | None, typer.Argument()] = None,
    org: Annotated[str, typer.Option("--org", metavar="O", help=_help("org"))] = "",
    metric: Annotated[str, typer.Option("--metric", metavar="M", help=_help("metric"))] = "",
    report: Reports = None,
    conflicts: Annotated[bool, typer.Option("--conflicts", help=_help("conflicts"))] = False,
    own_arithmetic: Annotated[bool, typer.Option("--own-arithmetic", help=_help("own_arithmetic"))] = False,
    batch: Batch = "",
    json: Json = False,
) -> None:
    """List figures."""
    from bot.commands.figures import run_figures, run_figures_batch

    settings = _settings(context)
    if batch:
        raise typer.Exit(run_figures_batch(batch, own_arithmetic=own_arithmetic))
    wanted = (org, metric, tuple(report or ()))
    raise typer.Exit(
        run_figures(settings, file, *wanted, conflicts=conflicts, own_arithmetic=own_arithmetic, json=json)
    )


@app.command("summary", help=_help("summary"))
def summary_command(
    context: typer.Context,
    subject: Annotated[str, typer.Argument(metavar="[REPORT|ORG]")] = "",
    length: Annotated[str, typer.Option("--length", metavar="short|long", help=_help("length"))] = "short",
    json: Json = False,
) -> None:
    """Sum up a report, an organisation, a round or a period."""
    from bot.commands.summary import run_summary

    raise typer.Exit(run_summary(_settings(context), subject, length, json=json))


@app.command("reports", help=_help("reports"))
def reports_command(
    context: typer.Context,
    versions: Annotated[str, typer.Option("--versions", metavar="REPORT", help=_help("versions"))] = "",
    json: Json = False,
) -> None:
    """List reports, or the older versions of one."""
    from bot.commands.index import run_reports, run_versions

    if versions:
        raise typer.Exit(run_versions(_settings(context), versions, json=json))
    raise typer.Exit(run_reports(_settings(context), json=json))


@app.command(help=_help("remove"))
def remove(
    context: typer.Context,
    report: Annotated[str, typer.Argument()] = "",
    samples: Annotated[bool, typer.Option("--samples", help=_help("samples"))] = False,
    json: Json = False,
) -> None:
    """Remove a report, or the samples."""
    from bot.commands.index import run_remove, run_remove_samples

    settings = _settings(context)
    if samples == bool(report):
        raise UnusableInput(say("error.what_to_remove", settings.language))
    if samples:
        raise typer.Exit(run_remove_samples(settings, json=json))
    raise typer.Exit(run_remove(settings, report, json=json))


@app.command(help=_help("doctor"))
def doctor(
    context: typer.Context,
    repair: Annotated[bool, typer.Option("--repair", help=_help("repair"))] = False,
    json: Json = False,
) -> None:
    """Check the index."""
    from bot.commands.index import run_doctor

    raise typer.Exit(run_doctor(_settings(context), repair=repair, json=json))


@app.command(help=_help("chat"))
def chat(context: typer.Context) -> None:
    """Talk in the terminal."""
    from bot.commands.terminal_chat import run_chat

    raise typer.Exit(run_chat(_settings(context)))


@app.command(help=_help("telegram"))
def telegram(
    context: typer.Context,
    webhook: Annotated[str, typer.Option("--webhook", metavar="URL", help=_help("webhook"))] = "",
) -> None:
    """Run the Telegram bot."""
    from bot.telegram.running import run_telegram

    raise typer.Exit(run_telegram(_settings(context), webhook))


@app.command(help=_help("serve"))
def serve(context: typer.Context) -> None:
    """Serve the web pages."""
    from bot.web.serving import run_serve

    raise typer.Exit(run_serve(_settings(context)))


@app.command(help=_help("mcp"))
def mcp(context: typer.Context) -> None:
    """Serve the tools for assistants."""
    from bot.programs.mcp_server import run_mcp

    raise typer.Exit(run_mcp(_settings(context)))


@app.command("token", help=_help("token"))
def token_command(
    context: typer.Context,
    name: Annotated[str, typer.Argument()] = "",
    role: Annotated[str, typer.Option("--role", metavar="ROLE", help=_help("role"))] = "reader",
    revoke: Annotated[bool, typer.Option("--revoke", help=_help("revoke"))] = False,
    json: Json = False,
) -> None:
    """Make, list or revoke tokens."""
    from bot.programs.tokens import run_token

    raise typer.Exit(run_token(_settings(context), name, role, revoke=revoke, json=json))


def run(arguments: list[str] | None = None) -> int:
    """Run the program with ``arguments`` (default: the process's own) and return its exit status."""
    try:
        status = app(args=arguments, prog_name="hedui", standalone_mode=False)
    except HeduiError as error:
        print_error(str(error))
        return 2
    except TyperException as error:
        from bot.commands.usage import usage_message

        print_error(usage_message(error, program_language()))
        return 2
    except (Abort, KeyboardInterrupt):
        status = 130
    except BrokenPipeError:
        # Whoever read our output has gone (``hedui figures | head``): nothing is left to say, here or at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # noqa: BLE001 - the outermost edge: a person gets one line, whatever failed
        print_error(say("error.internal", program_language(), error=describe(error)))
        return 2
    if status == 130:
        print_error(say("error.interrupted", program_language()))
    return status if isinstance(status, int) else 0


def main() -> None:
    """Run the program and leave with its exit status."""
    sys.exit(run())
