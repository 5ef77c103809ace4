"""The language server: which messages of an editor it answers. What it says is made in the other modules."""

from __future__ import annotations

import asyncio
import threading
import traceback
from dataclasses import dataclass
from pathlib import Path

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from .. import __version__
from ..articles.choose import Chooser
from ..articles.read import UnreadableArticle
from ..base.strictyaml import DataError
from ..engine import RULESET_FILE, Report
from ..rulefile import SUFFIXES as YAML
from ..rulefile import is_rule_text
from . import articles, completion, rulefiles
from .desk import Desk
from .positions import Lines

#: Seconds of quiet after a keystroke before an article is read again.
PAUSE = 0.25
#: How documents without a telling name are read, by the editor's name of their language.
LANGUAGES = {"plaintext": ".txt", "markdown": ".md", "html": ".html"}


@dataclass(slots=True)
class Seen:
    """A document as it was last judged."""

    lines: Lines
    reports: list[Report]


class Numcheck(LanguageServer):
    """The server and what it has judged, by the document's URI."""

    def __init__(self) -> None:
        super().__init__("numcheck", str(__version__), text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self.desk = Desk()
        self.seen: dict[str, Seen] = {}
        self.waiting: dict[str, asyncio.Task[None]] = {}
        #: one document is judged at a time
        self.one = threading.Lock()

    def lines(self, uri: str) -> Lines:
        """A document as it stands now."""
        agreed = types.PositionEncodingKind(self.workspace.position_encoding or "utf-16")
        return Lines(self.workspace.get_text_document(uri).source, agreed.value)

    def later(self, uri: str, pause: float = PAUSE) -> None:
        """Judge a document soon, instead of any earlier wish to."""
        before = self.waiting.pop(uri, None)
        if before:
            before.cancel()
        task = self.waiting[uri] = asyncio.get_running_loop().create_task(self._judge(uri, pause))
        task.add_done_callback(_log)

    async def _judge(self, uri: str, pause: float) -> None:
        await asyncio.sleep(pause)
        document = self.workspace.get_text_document(uri)
        version, lines = document.version, self.lines(uri)
        found = await asyncio.to_thread(self.judge, uri, document.language_id or "", lines)
        if uri in self.waiting and self.workspace.get_text_document(uri).version == version:
            reports, diagnostics = found
            self.seen[uri] = Seen(lines, reports)
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, diagnostics, version))

    def judge(self, uri: str, language: str, lines: Lines) -> tuple[list[Report], list[types.Diagnostic]]:
        """What is to be said of a document; nothing of one that is neither an article, a rule nor a rule set."""
        with self.one:
            return self._judged(uri, language, lines)

    def _judged(self, uri: str, language: str, lines: Lines) -> tuple[list[Report], list[types.Diagnostic]]:
        path = path_of(uri)
        try:
            if path and path.name == RULESET_FILE:
                self.desk.ruleset(path)
            elif is_rule(path, lines.text):
                assert path
                return [], rulefiles.diagnostics(lines.text, path, self.desk.lexicon(path), lines)
            elif is_article(path, language):
                suffix = path.suffix if path and path.suffix else LANGUAGES.get(language, ".txt")
                reports = self.desk.check(path, lines.text, suffix)
                return reports, [d for report in reports for d in articles.diagnostics(report, uri, lines)]
        except UnreadableArticle as e:
            return [], [articles.unreadable(str(e), lines)]
        except DataError as e:
            if path and path == Path(e.path):
                return [], [rulefiles.fault(e, lines)]
            return [], [_top(f"the rules cannot be used: {e}", types.DiagnosticSeverity.Warning)]
        except Exception:
            traceback.print_exc()
            return [], [_top("numcheck itself failed on this document; its log says how", types.DiagnosticSeverity.Warning)]
        return [], []


def path_of(uri: str) -> Path | None:
    """The file of a URI; None for a document that was never saved."""
    name = to_fs_path(uri) if uri.startswith("file:") else None
    return Path(name) if name else None


def is_rule(path: Path | None, text: str) -> bool:
    return path is not None and path.suffix in YAML and is_rule_text(text)


def is_article(path: Path | None, language: str) -> bool:
    """Whether the document is read: a file that pytest would collect, or an unsaved text."""
    if path is None or not path.suffix:
        return language in LANGUAGES
    return Chooser((), (), path.parent).is_article(path, named=False)


def make_server() -> Numcheck:
    """The server, with its features."""
    server = Numcheck()

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def opened(ls: Numcheck, params: types.DidOpenTextDocumentParams) -> None:
        ls.later(params.text_document.uri, 0)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(ls: Numcheck, params: types.DidChangeTextDocumentParams) -> None:
        ls.later(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def saved(ls: Numcheck, params: types.DidSaveTextDocumentParams) -> None:
        path = path_of(params.text_document.uri)
        if path and path.suffix in YAML:  # a rule, a word list or the rule set: all verdicts may change
            ls.desk.forget()
            for uri in list(ls.workspace.text_documents):
                ls.later(uri, 0)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    async def closed(ls: Numcheck, params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        ls.seen.pop(uri, None)
        task = ls.waiting.pop(uri, None)
        if task:
            task.cancel()
        ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hover(ls: Numcheck, params: types.HoverParams) -> types.Hover | None:
        uri, at = params.text_document.uri, params.position
        lines = ls.lines(uri)
        if is_rule(path_of(uri), lines.text):
            rows = lines.text.split("\n")
            said = completion.hover(lines.text, rows, at.line, _column(lines, at)) if at.line < len(rows) else None
            return types.Hover(types.MarkupContent(types.MarkupKind.PlainText, said[0])) if said else None
        task = ls.waiting.get(uri)
        if task and not task.done():
            await asyncio.wait({task})
        seen = ls.seen.get(uri)
        if seen is None or seen.lines.text != lines.text:
            return None
        return next((found for report in seen.reports if (found := articles.hover(report, seen.lines, at))), None)

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions([types.CodeActionKind.QuickFix]))
    async def act(ls: Numcheck, params: types.CodeActionParams) -> list[types.CodeAction]:
        uri = params.text_document.uri
        path = path_of(uri)
        if path and path.suffix and path.suffix not in LANGUAGES.values():
            return []
        return articles.waivers(uri, ls.lines(uri), params.context.diagnostics)

    @server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=["{", "<", " "]))
    async def complete(ls: Numcheck, params: types.CompletionParams) -> list[types.CompletionItem]:
        uri, at = params.text_document.uri, params.position
        lines, path = ls.lines(uri), path_of(uri)
        rows = lines.text.split("\n")
        if not (path and path.suffix in YAML and at.line < len(rows)) or path.name == RULESET_FILE:
            return []
        return completion.completions(lines.text, rows, at.line, _column(lines, at), ls.desk.lexicon(path))

    return server


def _log(task: asyncio.Task[None]) -> None:
    fault = None if task.cancelled() else task.exception()
    if fault:
        traceback.print_exception(fault)


def _column(lines: Lines, at: types.Position) -> int:
    return lines.offset(at) - lines.offset(types.Position(at.line, 0))


def _top(text: str, severity: types.DiagnosticSeverity) -> types.Diagnostic:
    nowhere = types.Range(types.Position(0, 0), types.Position(0, 1))
    return types.Diagnostic(nowhere, text, severity, source=articles.SOURCE)
