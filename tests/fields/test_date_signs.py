"""What the dates of a page say of each other, against the same asked of each by itself."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsclean.fields.date_match import DateMatch
from newsclean.fields.date_places import CROWD, Printed, _Days, _signs_among, day_of

DATES = st.builds(
    lambda day, kind: DateMatch(0, 1, "x", 2024, 9, day, kind=kind),
    st.integers(1, 4),
    st.sampled_from([None, "published", "updated"]),
)
PRINTED = st.lists(
    st.builds(Printed, DATES, st.integers(0, 3 * CROWD), st.just("x"), st.just(1.0)), min_size=1, max_size=8
)


def asked(one: Printed, printed: list[Printed]) -> set[str]:
    """The signs, by looking at all dates for each."""
    day = day_of(one.date)
    changes = {day_of(other.date) for other in printed if other.date.kind == "updated"}
    near = {day_of(o.date) for o in printed if o.block != one.block and abs(o.block - one.block) <= CROWD}
    others = near - {day} - changes
    beside = [day_of(o.date) for o in printed if o.block == one.block and o.date.kind is None]
    days = {day_of(other.date) for other in printed}
    signs = {
        "only": len(days) == 1,
        "oldest": len(days) > 1 and day == min(days),
        "alone": not others,
        "crowded": len(others) > 1,
        "later-of-two": one.date.kind is None and any(other < day for other in beside),
        "after-change": any(change < day for change in changes),
        "day-of-change": day in changes and min(changes) == day,
        "before-change": bool(changes) and day < min(changes),
    }
    return {name for name, holds in signs.items() if holds}


@given(PRINTED)
def test_signs_are_those_that_looking_at_all_dates_gives(printed: list[Printed]) -> None:
    days = _Days(printed)
    for one in printed:
        assert set(_signs_among(one, days)) == asked(one, printed)
