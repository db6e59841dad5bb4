"""Rules that a document may break; `extract` puts them into a record's `issues`."""

from __future__ import annotations

from newsclean.check.rules import RULES
from newsclean.document import Dump
from newsclean.record import Article, Issue


def check(dump: Dump, article: Article) -> tuple[Issue, ...]:
    """The rules that an article breaks, in the order of their codes."""
    issues = []
    for rule in RULES:
        message = rule.test(dump, article)
        if message:
            issues.append(Issue(code=rule.code, severity=rule.severity, field=rule.field, message=message))
    return tuple(issues)
