"""Rules that a document may break; `extract` puts them into a record's `issues`, and `check` reports the same."""

from __future__ import annotations

from newsclean.check.case import Case, Finding, Rule
from newsclean.check.rules import OF_REASON, RULES
from newsclean.names import escaped
from newsclean.record import Issue, Rejected


def check(case: Case) -> tuple[Issue, ...]:
    """The rules that an article breaks, in the order of their codes."""
    return tuple(_issue(rule, found) for rule in RULES if rule.test for found in rule.test(case))


def issue_of(refused: Rejected) -> Issue:
    """A refusal as the rule that it stands for."""
    return _issue(OF_REASON[refused.reason], Finding(refused.message))


def _issue(rule: Rule, found: Finding) -> Issue:
    line, column = found.place
    return Issue(
        code=rule.code,
        severity=rule.severity,
        field=rule.field,
        message=escaped(found.message),  # it may quote the dump
        line=line,
        column=column,
    )
