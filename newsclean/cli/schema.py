"""`newsclean schema`."""

from __future__ import annotations


def schema() -> None:
    """Print the JSON Schema of a record.

    \b
    Example:
      newsclean schema > article.schema.json
    """
    import json

    from newsclean.record import article_schema
    from newsclean.write.sink import Sink

    with Sink(None) as output:
        output.write(json.dumps(article_schema(), indent=2, ensure_ascii=False).encode() + b"\n")
