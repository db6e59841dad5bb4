"""One thread for numpy: small products only lose by more, and lose badly on a busy machine.

On such a one hypothesis may also take long to make an example, which is no failure. CI tries the same examples each
time; HYPOTHESIS_PROFILE=nightly tries others, and a hundred times as many.
"""

from __future__ import annotations

import os
import re

from hypothesis import HealthCheck, settings

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")  # as on the command line, before any test imports it

settings.register_profile("ci", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile(
    "nightly", settings.get_profile("ci"), derandomize=False, max_examples=10_000, print_blob=True
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


def pytest_make_parametrize_id(val: object) -> str | None:
    """Names of cases that can be given back to pytest, as mutmut does: brackets and ends of lines in them cannot."""
    return re.sub(r"[^\w.,+-]+", "-", val[:40], flags=re.ASCII) if isinstance(val, str) else None
