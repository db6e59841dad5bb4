"""One thread for numpy: small products only lose by more, and lose badly on a busy machine."""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault(
    "ARROW_DEFAULT_MEMORY_POOL", "system"
)  # as in `newsclean.read.parquet`, before any test imports it
