"""Starts the server and says where it listens."""

from __future__ import annotations

import socket

import uvicorn

from .app import Limits, make_app
from .guard import LOOPBACK

#: Addresses that stand for every name of this machine.
ANYWHERE = ("0.0.0.0", "::", "")


def serve(host: str, port: int, sources: tuple[str, ...], limits: Limits) -> None:
    """Serve until stopped. Raises OSError where the address cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.create_server((host, port), family=family) as listener:
        names = None if host in ANYWHERE else () if host in LOOPBACK else (host,)
        app = make_app(sources, limits, names)
        shown = f"[{host}]" if ":" in host else host
        print(f"numcheck: listening on http://{shown}:{listener.getsockname()[1]} (Ctrl-C stops it)", flush=True)
        config = uvicorn.Config(app, access_log=False, log_level="warning", server_header=False, lifespan="on",
                                limit_concurrency=64, timeout_keep_alive=5, timeout_graceful_shutdown=5)
        uvicorn.Server(config).run(sockets=[listener])
