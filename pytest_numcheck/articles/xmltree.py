"""XML with positions, read by expat: every element knows where it stands. No entity is ever declared or fetched."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from .layer import Layer, Laying

DEEPEST = 500
_TAG = re.compile(r"<[^\s/>]++(?:[^\"'>]++|\"[^\"]*+\"|'[^']*+')*+>")
_CONTENT = re.compile(
    r"(?P<cdata><!\[CDATA\[(?P<inside>.*?)\]\]>)|(?P<comment><!--.*?-->|<\?.*?\?>)"
    r"|(?P<tag><[^\"'>]*+(?:\"[^\"]*+\"[^\"'>]*+|'[^']*+'[^\"'>]*+)*+>)|(?P<entity>&[#\w]{1,40};)",
    re.DOTALL,
)


class XmlError(ValueError):
    """No XML that is read here: ``str()`` says why, ``at`` where."""

    def __init__(self, what: str, at: int):
        super().__init__(what)
        self.at = at


@dataclass(slots=True)
class Element:
    """An element of ``text``: from ``start`` (its "<") to ``end`` (after its last ">"). ``tag`` is without prefix."""

    name: str
    attributes: dict[str, str]
    start: int
    layer: Layer = field(repr=False)
    end: int = 0
    inner_end: int = 0
    children: list[Element] = field(default_factory=list)

    @property
    def tag(self) -> str:
        return self.name.rpartition(":")[2]

    @property
    def inner_start(self) -> int:
        tag = _TAG.match(self.layer.text, self.start)
        return min(tag.end() if tag else self.start, self.end)

    def attribute(self, *names: str) -> str:
        """The first attribute of one of these names (a prefix only where given), else nothing."""
        return next((self.attributes[n].strip() for n in names if self.attributes.get(n, "").strip()), "")

    def walk(self) -> Iterator[Element]:
        """This element and all below it, in the order of the file."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(reversed(element.children))

    def find(self, *tags: str) -> Element | None:
        """The first child of one of these tags, in the order of the tags (a prefix counts only where given)."""
        for tag in tags:
            for child in self.children:
                if tag in (child.name, child.tag):
                    return child
        return None

    def first(self, *tags: str) -> Element | None:
        """The first element below of one of these tags, in the order of the tags."""
        for tag in tags:
            for element in self.walk():
                if element is not self and tag in (element.name, element.tag):
                    return element
        return None

    def markup(self) -> Layer:
        """What stands between the tags, as it is."""
        start = self.inner_start
        return self.layer.part(start, max(self.inner_end, start))

    def said(self) -> Layer:
        """The characters between the tags: entities and CDATA resolved, tags and comments gone."""
        laying = Laying()
        text, at, end = self.layer.text, self.inner_start, self.inner_end
        for token in _CONTENT.finditer(text, at, end):
            laying.add(text[at : token.start()], at)
            at = token.end()
            if token["cdata"]:
                laying.add(token["inside"], token.start("inside"))
            elif token["entity"]:
                laying.add(html.unescape(token[0]), token.start(), at - token.start())
        laying.add(text[at:end], at)
        return self.layer.inner(laying.done())

    def text(self) -> str:
        """The characters between the tags, white space at the ends taken off."""
        return self.said().text.strip()


def parse_xml(layer: Layer) -> Element:
    """The root element. Raises XmlError: malformed, nested too deeply, or declaring entities."""
    return _Reader(layer).read()


class _Reader:
    def __init__(self, layer: Layer):
        self.layer = layer
        text = layer.text
        self._data = text.encode("utf-8", "replace")
        self._same = len(self._data) == len(text)
        self._byte = self._char = 0
        self._open: list[Element] = []
        self._root: Element | None = None
        self._parser = self._hardened()

    def _hardened(self) -> expat.XMLParserType:
        parser = expat.ParserCreate("utf-8")
        parser.buffer_text = True
        parser.UseForeignDTD(True)  # &nbsp; and the like are then passed over; nothing is fetched
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.EntityDeclHandler = self._entity
        return parser

    def read(self) -> Element:
        try:
            self._parser.Parse(self._data, True)
        except expat.ExpatError as e:
            at = self._at(self._parser.ErrorByteIndex)
            if e.code == 7:  # told behind the "</" of the tag
                at = max(self.layer.text.rfind("<", 0, at + 1), 0)
            raise XmlError(_REASONS.get(e.code, expat.ErrorString(e.code)), at) from None
        if self._root is None:
            raise XmlError("there is no element", 0)
        return self._root

    def _at(self, byte: int) -> int:
        """The character at a byte index; indexes that ascend cost no more than the file's length together."""
        byte = max(min(byte, len(self._data) - 1), 0)
        if self._same:
            return byte
        if byte < self._byte:
            self._byte = self._char = 0
        self._char += len(self._data[self._byte : byte].decode("utf-8", "ignore"))
        self._byte = byte
        return self._char

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        at = self._at(self._parser.CurrentByteIndex)
        if len(self._open) >= DEEPEST:
            raise XmlError(f"nested more than {DEEPEST} deep", at)
        element = Element(name, attributes, at, self.layer)
        if self._open:
            self._open[-1].children.append(element)
        else:
            self._root = element
        self._open.append(element)

    def _end(self, name: str) -> None:
        element = self._open.pop()
        at = self._at(self._parser.CurrentByteIndex)
        element.inner_end = at
        element.end = self.layer.text.find(">", at) + 1
        if not self.layer.text.startswith("</", at):  # <empty/>
            tag = _TAG.match(self.layer.text, element.start)
            element.end = element.inner_end = tag.end() if tag else at

    def _entity(self, *_: object) -> None:
        at = self.layer.text.rfind("<!ENTITY", 0, self._at(self._parser.CurrentByteIndex) + 1)
        raise XmlError("it declares entities, which are not read", max(at, 0))


_REASONS = {
    2: "this is not well-formed XML", 3: "the XML breaks off here", 4: "this is not well-formed XML",
    7: "this end tag closes another element than the one open",
    8: "this attribute stands twice", 9: "something follows the last element", 11: "this entity is not known",
}
