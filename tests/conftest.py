"""One thread for numpy: small products only lose by more, and lose badly on a busy machine."""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
