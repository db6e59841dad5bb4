"""Shards on Spark, each a task: it places them, and tries those that failed again."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence

from pyspark.sql import SparkSession

from newsclean.run.shard import Count, Shard

HERE = "local[*,4]"
"""All cores of this machine, and four tries for each shard."""


def on_spark(
    work: Callable[[Shard], Count], shards: Sequence[Shard], address: str | None
) -> Iterator[tuple[Shard, Count]]:
    """What each shard came to, in order; without an address on this machine alone."""
    if address is None:
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # else Spark takes the first on the path
    session = SparkSession.builder.master(address or HERE).appName("newsclean").getOrCreate()
    session.sparkContext.setLogLevel("OFF")  # what goes wrong is raised
    try:
        tasks = session.sparkContext.parallelize(shards, max(1, len(shards)))
        yield from tasks.map(lambda shard: (shard, work(shard))).collect()
    finally:
        session.stop()
