"""The table of rules.

How to add one: a row in the file of its group, with a test that yields what it finds.
"""

from __future__ import annotations

from operator import attrgetter

from newsclean.check import characters, inputs, repeats, shape, values
from newsclean.check.case import Rule

_ROWS = (*inputs.ROWS, *characters.ROWS, *shape.ROWS, *values.ROWS, *repeats.ROWS)
RULES: tuple[Rule, ...] = tuple(sorted(_ROWS, key=attrgetter("code")))
"""Ordered by code."""
BY_CODE = {rule.code: rule for rule in RULES}
OF_REASON = {reason: rule for rule in RULES for reason in rule.reasons}
"""The rule that each refusal is reported under."""
