"""What the fuzzer begins with, made from the examples and the rules; and the words of each language."""

# ruff: noqa: E501  documents as they are

from __future__ import annotations

from pathlib import Path

from prose import bytes_for

ROOT = Path(__file__).resolve().parent.parent
_RULE = ROOT / "rules" / "clock" / "elapsed.yaml"

_PAGE = (
    "<!doctype html><html lang=en><head><title>Dam</title><meta property='article:published_time' content='2019-01-04'></head><body><nav>1</nav>"
    "<article><h1>Dam &amp; co</h1><p>It cost &pound;5&nbsp;million<br>in 2019, said the <b>12</b> people who had built it there.</p>"
    "<ul><li>3</ul><table><tr><td>1<td>2</table><!-- numcheck: ignore a/b -- c --><p hidden>9</p></article></body></html>"
)
_NEWSML = (
    '<?xml version="1.0"?><newsMessage><itemSet><newsItem guid="a:b" xml:lang="en"><contentMeta><headline>D &amp; c</headline></contentMeta>'
    "<contentSet><inlineXML><nitf><body><body.content><p>It cost <b>5</b>&#160;m.</p></body.content></body></nitf></inlineXML></contentSet>"
    "</newsItem></itemSet></newsMessage>"
)
_RSS = (
    "<rss><channel><item><title>T</title><pubDate>Fri, 04 Jan 2019 10:00:00 GMT</pubDate><description>&lt;p&gt;5&lt;/p&gt;</description></item><item>"
    "<content:encoded xmlns:content='c'><![CDATA[<p>5 &amp; 6]]></content:encoded></item></channel></rss>"
)
_NINJS = (
    '[{"uri": "x:one", "headline": "D\\u00e4m", "body_xhtml": "<p>It cost \\u20ac5 \\ud83d\\ude00 &amp; 6<\\/p>", "language": "en"},'
    ' {"uri": "x:two", "bodies": [{"role": "nitf", "value": "<nitf><body><p>5<\\/p><\\/body><\\/nitf>"}]}]'
)
_FEED = '{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "title": "T", "content_html": "<p>Five of 6", "date_published": "2019-01-04"}]}'
_WORD = (
    '<w:document xmlns:w="w"><w:body><w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Dam</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r>'
    "<w:t>5</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>9</w:t><w:tab/></w:r></w:p></w:body></w:document>"
)
_MARKDOWN = (
    "+++\ntitle = 'T'\ndate = 2019-01-04\n+++\n# T\n\n**5** of [12](x), `9` <b>&pound;3</b>[^1]\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[^1]: 7\n",
    "---\ntitle: T\ndate: 2019-01-04\nnumcheck: {ignore: [{rule: a/b, reason: c}]}\n---\n\nText of 5.\n\n- 6\n1. 7\n\n> 8\n\n```\n9\n```\n",
)
_BASELINE = (
    "version: 1\nfindings:\n- rule: parts/sum\n  path: a.md\n  sentence: Nine of the 13.\n  words: [Nine, '13']\n  reason: known\n  by: me\n"
    "  until: 2027-06-30\n"
)
_SETTINGS = (
    'extends: [numcheck:recommended@1, desk/]\nrules:\n  plausible/speed: note\n  motion/*: {stated: error, else: "off"}\noverrides:\n'
    '  - files: "sport/**"\n    rules: {plausible/speed: "off"}\n'
)


def seeds(target: str) -> list[bytes]:
    """A few inputs that go deep."""
    articles = [p.read_text(encoding="utf-8") for p in sorted((ROOT / "examples").rglob("*.*")) if p.suffix in (".txt", ".md")]
    rules = [
        p.read_text(encoding="utf-8")
        for p in sorted((ROOT / "rules").glob("*/*.yaml"))
        if p.parent.name not in ("words", "data", "links")
    ]
    made: dict[str, list[bytes]] = {
        "news": [bytes_for(a) for a in articles],
        "plain": [a.encode() for a in articles],
        "markdown": [*(a.encode() for a in articles), *(m.encode() for m in _MARKDOWN)],
        "html": [_PAGE.encode()],
        "xml": [_NEWSML.encode(), _RSS.encode()],
        "rss": [_RSS.encode()],
        "json": [_NINJS.encode(), _FEED.encode()],
        "jsonl": [b'{"title": "T", "text": "It cost 5."}\n{"title": "T", "text": "<p>It cost \\u20ac6.</p>"}\n'],
        "word": [b"\x50" + _WORD.encode()],
        "any": [bytes([i]) + text.encode() for i in range(24) for text in (_PAGE, _NINJS, _NEWSML)]
        + [b"\x00\xff\xfe5\x00", b"\x00\xef\xbb\xbf5\xe9 \x80"],
        "fields": [
            b'title=headline,text=body.main,date=day\n{"headline": "T", "body": {"main": "It cost 5."}, "day": "2019-01-04"}'
        ],
        "yaml": [r.encode() for r in rules[:40]] + [b"- &a 5\n- *a\n- !x {y: [1, 'z']}\n- >\n  t\n"],
        "rule": [_RULE.read_bytes()] + [r.replace(r.split("\n")[0], "rule: clock/elapsed").encode() for r in rules],
        "expression": [
            b"a == b + c",
            b"abs(a - b) <= 5%",
            b"clock_span(a, c) == d and not (a < 2 km or b > $3)",
            b"per(a) / first(b) * 2",
            b"sum(a)",
        ],
        "message": [b"{a} to {b} is {c}, not {d:in miles}", b"{{a}} {b}"],
        "template": [
            b"(launched|took off) at {c} ... (landed|landing) at {c} ... {d}",
            b"list({a} <person>) [of the] {b}",
            b"land~ <np> {b} \\( {a}",
        ],
        "settings": [_SETTINGS.encode(), b"words: {rise: [soar]}\ndata: {region: {gallon: imperial}}\n"],
        "baseline": [_BASELINE.encode()],
        "kept": [b"key x\n{}"],
        "request": [b'application/json\n{"text": "It cost 5.", "name": "a.md"}', b"text/html; charset=utf-16\n<p>5"],
    }
    return made[target]


#: Tokens that mutation should know, beside those that it learns.
WORDS = {
    "rule": (
        "rule:",
        "bind:",
        "match:",
        "let:",
        "assert:",
        "when:",
        "unless:",
        "within:",
        "each:",
        "link:",
        "lookup:",
        "severity:",
        "message:",
        "- ",
        "{",
        "}",
        "{a: count, b: money}",
        "clock",
        "duration",
        "count",
        "all:",
        "same as a",
        "article",
        "paragraph",
        "headline+body",
        "change(old, new, by)",
    ),
    "expression": (
        "clock_span(",
        "years_between(",
        "days_between(",
        "weekday(",
        "sum(",
        "count(",
        "min(",
        "max(",
        "abs(",
        "first(",
        "last(",
        "per(",
        "published()",
        "same_fact(",
        " == ",
        " <= ",
        " and ",
        " or ",
        " not ",
        " km",
        "%",
        "$",
        "1e300",
        "(",
        ")",
        "**",
        "[",
        ".",
        "lambda",
        "million",
    ),
    "template": ("...", "{a}", "{b}", "{c}", "{d}", "<np>", "<rise>", "list(", "(", "|", ")", "[", "]", "~", "\\\\"),
    "message": ("{a}", "{b:in km}", "{", "}", ":in ", "{{"),
    "html": (
        "<p>",
        "</p>",
        "<div>",
        "<table>",
        "<td>",
        "<script>",
        "<!--",
        "-->",
        "&amp;",
        "&#x41;",
        "<article>",
        "<br>",
        "hidden",
        "<![CDATA[",
        "[caption]",
    ),
    "xml": ("<nitf>", "<newsItem", "<p>", "]]>", "<![CDATA[", "<!DOCTYPE", "<!ENTITY", "&#160;", "xmlns:", "<item>", "<?xml"),
    "markdown": ("---\\x0a", "+++\\x0a", "# ", "* ", "| ", "```", "[^1]", "](", "<!--", "numcheck: ignore", "> ", "1. "),
    "yaml": ("- ", ": ", "&a", "*a", "!!", "|", ">", "{", "}", "[", "]", "? ", "<<", "%YAML", "---", "..."),
    "json": ("uri", "headline", "body_xhtml", "items", "content_html", "\\\\u", "\\\\ud83d", "{", "}", "[", "]", "null", "1e999"),
}
