"""The server's application (ASGI): what is asked where, and what is refused."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from . import page
from .asked import FORM, Asked, Refused, from_body, from_fields, from_form
from .guard import Guard
from .openapi import document
from .pool import Busy, Pool, TooSlow

HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin",
           "Cross-Origin-Resource-Policy": "same-origin", "Content-Security-Policy": page.POLICY}


@dataclass(frozen=True, slots=True)
class Limits:
    """``bytes`` of an article, ``seconds`` that it may wait, and take."""

    bytes: int = 1_000_000
    seconds: float = 10.0
    workers: int = 2


def make_app(sources: tuple[str, ...], limits: Limits, hosts: tuple[str, ...] | None = ()) -> Guard:
    """The application. ``sources`` are rule sets as in ``load_rules``; ``hosts`` the names that a request may give the
    server beside those of this machine's loopback (None: any)."""
    pool = Pool(limits.workers, limits.seconds, sources)
    desk = _Desk(pool, limits)

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        async with pool:
            yield

    refuse = {Refused: _refused, HTTPException: _no_route, Exception: _failed}
    app = Starlette(lifespan=lifespan, exception_handlers=refuse, routes=[  # type: ignore[arg-type]
        Route("/", desk.page, methods=["GET", "POST"]),
        Route("/check", desk.check, methods=["POST"]),
        Route("/openapi.json", _describe, methods=["GET"])])
    return Guard(app, hosts, HEADERS)


class _Desk:
    def __init__(self, pool: Pool, limits: Limits):
        self.pool, self.limits = pool, limits

    async def check(self, request: Request) -> Response:
        body = await self._body(request, self.limits.bytes)
        asked = from_body(request.headers.get("content-type", ""), body, dict(request.query_params))
        return JSONResponse((await self._judge(asked))["answer"])

    async def page(self, request: Request) -> Response:
        if request.method != "POST":
            return HTMLResponse(page.empty())
        fields = {"text": ""}
        try:
            if request.headers.get("content-type", "").partition(";")[0].strip().lower() != FORM:
                raise Refused(415, "this is not the page's form; programs POST to /check")
            fields = from_form(await self._body(request, 3 * self.limits.bytes + 1000))
            asked = from_fields(fields)
            return HTMLResponse(page.shown(fields, await self._judge(asked, page=True)))
        except Refused as e:
            return HTMLResponse(page.refused(fields, e.why), e.status, _headers(e))

    async def _judge(self, asked: Asked, *, page: bool = False) -> dict[str, dict[str, object]]:
        if len(asked.text) > self.limits.bytes or len(asked.text.encode(errors="replace")) > self.limits.bytes:
            raise self._too_large()
        try:
            answer = await self.pool.judge({**asked.data(), "page": page})
        except Busy:
            raise Refused(503, "too many articles are being checked; try again in a moment") from None
        except TooSlow:
            raise Refused(503, f"the article could not be checked within {self.limits.seconds:g} seconds") from None
        if "unreadable" in answer:
            raise Refused(422, answer["unreadable"])
        if "fault" in answer:
            raise Refused(500, f"numcheck itself failed on this article ({answer['fault']}); please report it")
        return answer

    async def _body(self, request: Request, most: int) -> bytes:
        said = request.headers.get("content-length", "0")
        if not said.isdecimal() or int(said) > 8 * most:
            raise self._too_large()
        body, size = bytearray(), 0
        try:
            async with asyncio.timeout(self.limits.seconds):
                async for chunk in request.stream():
                    size += len(chunk)
                    if size > 8 * most:
                        raise self._too_large()
                    if size <= most:
                        body += chunk
        except TimeoutError:
            raise Refused(408, f"the article did not arrive within {self.limits.seconds:g} seconds") from None
        if size > most:  # heard to its end, for a client that is cut off while it sends sees no answer
            raise self._too_large()
        return bytes(body)

    def _too_large(self) -> Refused:
        return Refused(413, f"the article is larger than {self.limits.bytes:,} bytes, the most that this server reads")


async def _describe(_: Request) -> Response:
    return JSONResponse(document())


async def _refused(_: Request, e: Refused) -> Response:
    return JSONResponse({"error": e.why}, e.status, _headers(e))


async def _no_route(_: Request, e: HTTPException) -> Response:
    why = "there is nothing here; POST articles to /check" if e.status_code == 404 else e.detail.lower()
    return JSONResponse({"error": why}, e.status_code, e.headers)


async def _failed(_: Request, e: Exception) -> Response:
    return JSONResponse({"error": f"the server failed ({type(e).__name__})"}, 500)


def _headers(e: Refused) -> dict[str, str]:
    return {"Retry-After": "5"} if e.status == 503 else {}
