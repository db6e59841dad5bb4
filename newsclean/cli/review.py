"""`newsclean review`: correct what was read of dumps, and keep it as gold cases."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from newsclean.cli.groups import grouped
from newsclean.cli.options import INPUTS, WORKERS, AssumeTz, Inputs, Model, Workers, model_of, settings_in
from newsclean.cli.talk import say
from newsclean.limits import DEFAULT, Limits


@grouped
def review(
    ctx: typer.Context,
    output: Annotated[
        str,
        typer.Option("-o", "--output", metavar="FOLDER", help="Keep a folder for each reviewed dump here."),
    ],
    inputs: Inputs = INPUTS,
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="Port to listen on.  [default: a free one]")
    ] = 0,
    assume_tz: AssumeTz = None,
    model: Model = None,
    workers: Workers = WORKERS,
    limits: Limits = DEFAULT,
) -> None:
    """Correct roles and fields of dumps in a browser, the least certain dumps first.

    Prints an address that works on this machine alone, until Ctrl-C. Each dump that is reviewed is kept as a gold case:
    its bytes, the record that is right, and the role of each line. What was kept before is taken up again.

    \b
    Example:
      newsclean review dumps/ -o gold/
    """
    from newsclean.pipeline import Options
    from newsclean.run.review import Request, desk_of
    from newsclean.run.serve import Server
    from newsclean.write.sink import Sink

    if os.path.lexists(output) and not os.path.isdir(output):  # noqa: PTH112 - that of pathlib raises for odd names
        raise typer.BadParameter(f"{output} is no folder: name another one", param_hint="--output")
    request = Request(
        paths=inputs.sources(),
        output=output,
        options=Options(assume_tz, model=model_of(model)),
        limits=limits,
        keys=inputs.keys(),
        left_out=settings_in(ctx),
        pool=workers.pool(),
    )
    desk = desk_of(request, say)
    if not desk.entries:
        say("nothing to review: no input could be read")
        raise typer.Exit(1)
    try:
        server = Server(desk, port)
    except OSError as error:
        raise typer.BadParameter(f"{port}: cannot be listened on ({error.strerror})", param_hint="--port") from None
    with server, Sink(None) as out:
        say(f"{len(desk.entries)} to review at this address; Ctrl-C ends it")
        out.write(f"{server.address}\n".encode())
        server.serve()
