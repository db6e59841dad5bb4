"""Shards on a Ray cluster, which places them, and places those of a lost worker again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import ray

from newsclean.run.shard import Count, Shard


def on_ray(
    work: Callable[[Shard], Count], shards: Sequence[Shard], address: str | None
) -> Iterator[tuple[Shard, Count]]:
    """What each shard came to, as they are done; without an address on this machine alone."""
    with ray.init(address=address, log_to_driver=False):
        remote = ray.remote(max_retries=3, retry_exceptions=True)(work)
        waiting = {remote.remote(shard): shard for shard in shards}
        while waiting:
            (done,), _ = ray.wait(list(waiting))
            yield waiting.pop(done), ray.get(done)
