"""The commands in one table. To add one: write its file, and its row here."""

from __future__ import annotations

import typer

from newsclean.cli import check, config, evaluate, explain, extract, report, review, rule, schema, version
from newsclean.cli.settings import Configured

app = typer.Typer(
    name="newsclean",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,  # rich takes 0.1 s to import, and examples keep their line breaks
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command(cls=Configured, no_args_is_help=True)(extract.extract)
app.command(cls=Configured, no_args_is_help=True)(check.check)
app.command(cls=Configured, no_args_is_help=True)(explain.explain)
app.command(cls=Configured, no_args_is_help=True)(report.report)
app.command(cls=Configured, no_args_is_help=True)(review.review)
app.command(no_args_is_help=True)(evaluate.evaluate)
app.command(no_args_is_help=True)(rule.rule)
app.command()(config.config)
app.command()(schema.schema)
app.command()(version.version)


@app.callback()
def newsclean(
    version: bool = typer.Option(
        False, "--version", help="Print the version and exit.", callback=version.show, is_eager=True
    ),
) -> None:
    """Turn noisy news-article dumps, with or without markup, into validated, structured records."""
