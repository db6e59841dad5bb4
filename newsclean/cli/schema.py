"""`newsclean schema`."""

from __future__ import annotations

import typer


def schema() -> None:
    """Print the JSON Schema of a record.

    Example: newsclean schema > article.schema.json
    """
    import json

    from newsclean.record import article_schema

    typer.echo(json.dumps(article_schema(), indent=2, ensure_ascii=False))
