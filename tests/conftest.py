"""One thread for numpy: small products only lose by more, and lose badly on a busy machine.

On such a one hypothesis may also take long to make an example, which is no failure.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")  # as on the command line, before any test imports it

settings.register_profile("busy", suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy")
