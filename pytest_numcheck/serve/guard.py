"""What stands before the application: which names it answers to, whose pages may post, and headers on every answer."""

from __future__ import annotations

import json
from collections.abc import Mapping
from urllib.parse import urlsplit

from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = ("localhost", "127.0.0.1", "::1")


class Guard:
    """Refuses requests for other names than the server's own (a page elsewhere could point a name of its own at this
    machine) and posts from other sites' pages; ``hosts`` are names beside the loopback's, None is any."""

    def __init__(self, app: ASGIApp, hosts: tuple[str, ...] | None, headers: Mapping[str, str]):
        self.app = app
        self.hosts = None if hosts is None else {*LOOPBACK, *(h.lower() for h in hosts)}
        self.headers = [(k.lower().encode(), v.encode()) for k, v in headers.items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *self.headers]
            await send(message)

        why = self._fault(scope)
        if why is None:
            await self.app(scope, receive, answer)
            return
        body = json.dumps({"error": why}).encode()
        await answer({"type": "http.response.start", "status": 403, "headers": [
            (b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]})
        await send({"type": "http.response.body", "body": body})

    def _fault(self, scope: Scope) -> str | None:
        headers = {k.decode("latin-1"): v.decode("latin-1") for k, v in scope["headers"]}
        host, origin = headers.get("host", "").lower(), headers.get("origin")
        if self.hosts is not None and _name(host) not in self.hosts:
            return "this server does not answer to that host name; start it with --host to serve others"
        if scope["method"] == "POST" and origin is not None and urlsplit(origin).netloc.lower() != host:
            return "another site's page may not post here"
        return None


def _name(host: str) -> str:
    """The host's name without its port."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""
