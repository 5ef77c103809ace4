"""An editor: a real client of the language server over its standard input and output."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

from lsprotocol import types
from pygls.lsp.client import LanguageClient

WAIT = 60.0


class Editor:
    """Opens and changes documents, and waits for what the server says of them."""

    def __init__(self, client: LanguageClient, folder: Path):
        self.client, self.folder = client, folder
        self.said: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    async def open(self, name: str, text: str, language: str = "markdown", uri: str | None = None) -> list[types.Diagnostic]:
        item = types.TextDocumentItem(uri or self.uri(name), language, 1, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return await self.next(item.uri)

    async def change(self, name: str, text: str, version: int) -> list[types.Diagnostic]:
        document = types.VersionedTextDocumentIdentifier(version=version, uri=self.uri(name))
        whole = types.TextDocumentContentChangeWholeDocument(text=text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [whole]))
        return await self.next(document.uri, version)

    def save(self, name: str) -> None:
        self.client.text_document_did_save(types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(self.uri(name))))

    async def next(self, uri: str, version: int | None = None) -> list[types.Diagnostic]:
        while True:
            params = await asyncio.wait_for(self.said.get(), WAIT)
            if params.uri == uri and version in (None, params.version):
                return list(params.diagnostics)

    async def hover(self, name: str, line: int, character: int) -> str | None:
        at = types.HoverParams(types.TextDocumentIdentifier(self.uri(name)), types.Position(line, character))
        got = await asyncio.wait_for(self.client.text_document_hover_async(at), WAIT)
        if got is None:
            return None
        assert isinstance(got.contents, types.MarkupContent)
        return got.contents.value

    async def complete(self, name: str, line: int, character: int) -> dict[str, types.CompletionItem]:
        at = types.CompletionParams(types.TextDocumentIdentifier(self.uri(name)), types.Position(line, character))
        got = await asyncio.wait_for(self.client.text_document_completion_async(at), WAIT)
        assert isinstance(got, (list, tuple))
        return {item.label: item for item in got}


def edit(folder: Path, work: Callable[[Editor], Awaitable[None]],
         encodings: list[types.PositionEncodingKind] | None = None) -> None:
    """Run ``work`` in an editor whose workspace is ``folder``; the server must end well afterwards."""
    async def run() -> None:
        client = LanguageClient("editor", "1")
        editor = Editor(client, folder)
        client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(lambda params: editor.said.put_nowait(params))
        await client.start_io(sys.executable, "-m", "pytest_numcheck.cli", "lsp")
        general = types.GeneralClientCapabilities(position_encodings=encodings) if encodings else None
        asked = types.InitializeParams(capabilities=types.ClientCapabilities(general=general), root_uri=folder.as_uri())
        try:
            await asyncio.wait_for(client.initialize_async(asked), WAIT)
            client.initialized(types.InitializedParams())
            await work(editor)
            await asyncio.wait_for(client.shutdown_async(None), WAIT)
        finally:
            if not client.stopped:
                client.exit(None)
            await client.stop()
    asyncio.run(run())
