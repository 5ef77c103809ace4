"""Word documents, well made and ill."""

import io
import time
import zipfile

import pytest

from pytest_numcheck.articles.draft import Skipped
from pytest_numcheck.articles.model import Article
from pytest_numcheck.articles.read import UnreadableArticle, read_articles_data

DOCUMENT = '<w:document xmlns:w="urn:w" xmlns:mc="urn:mc"><w:body>{}</w:body></w:document>'


def p(text: str, style: str = "") -> str:
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{look}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def packed(body: str, **parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", DOCUMENT.format(body))
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", text)
    return out.getvalue()


def shown(data: bytes) -> list[tuple[str, str]]:
    (article,) = read_articles_data(data, name="a.docx", suffix=".docx")
    assert isinstance(article, Article)
    return [(q.role, article.text[q.start : q.end]) for q in article.paragraphs]


def test_paragraphs_styles_lists_and_tables():
    cell = "<w:tc>{}</w:tc>".format
    rows = (cell(p("Year")) + cell(p("Cost")), cell(p("2019")) + cell(p("$5") + p("million")))
    table = f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"
    item = "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>3 pumps</w:t></w:r></w:p>"
    assert shown(
        packed(p("Dam opens", "Title") + p("It cost &#8364;5.") + p("More", "Heading2") + item + table + p("In 2019", "Caption"))
    ) == [
        ("headline", "Dam opens"),
        ("body", "It cost €5."),
        ("heading", "More"),
        ("item", "3 pumps"),
        ("table", "Year | Cost"),
        ("table", "2019 | $5 million"),
        ("caption", "In 2019"),
    ]


def test_what_a_reader_of_the_document_does_not_see():
    runs = (
        "<w:r><w:t>It cost </w:t></w:r><w:del><w:r><w:delText>4</w:delText></w:r></w:del><w:ins><w:r><w:t>5</w:t></w:r></w:ins>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>99</w:t></w:r><w:r><w:instrText>PAGE 99</w:instrText></w:r>"
        "<w:r><w:tab/><w:t>mil</w:t><w:softHyphen/><w:t>lion</w:t><w:br/><w:t>in 20</w:t></w:r><w:r>"
            "<w:noBreakHyphen/><w:t>odd</w:t></w:r>"
    )
    assert shown(packed(f"<w:p>{runs}</w:p>" + p("x")))[0][1] == "It cost 5 million in 20-odd"


def test_text_boxes_once_and_footnotes_at_the_end():
    box = "<w:txbxContent>{}</w:txbxContent>".format(p("Boxed 7"))
    twice = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    shape = f"<w:p><w:r><w:t>Body 1.</w:t></w:r><w:r><mc:AlternateContent>{twice}"
    notes = (
        '<w:footnotes xmlns:w="urn:w"><w:footnote w:type="separator">'
        + p("99")
        + "</w:footnote><w:footnote>"
        + p("Note 8.")
        + "</w:footnote></w:footnotes>"
    )
    found = shown(packed(f"{shape}</mc:AlternateContent></w:r></w:p>{p('Last 2.')}", word__footnotes=notes))
    assert [text for _, text in found] == ["Body 1.", "Boxed 7", "Last 2.", "Note 8."]


def test_positions_are_told_by_paragraph():
    (article,) = read_articles_data(packed(p("Dam opens") + p("") + p("It cost 5.")), name="a.docx")
    assert isinstance(article, Article)
    assert article.source == "Dam opens\nIt cost 5."
    assert article.title == "Dam opens"
    assert article.line_column(article.text.index("5")) == (2, 9)


def test_the_declared_language_counts():
    core = '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:language>de-DE</dc:language></cp:coreProperties>'
    assert read_articles_data(packed(p("Der Damm."), docProps__core=core), name="a.docx") == [
        Skipped("a.docx", None, "its language is de-DE; only English is read")
    ]
    (found,) = read_articles_data(packed(p("")), name="a.docx")
    assert isinstance(found, Skipped)


def zipped(name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, "x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (zipped("a.txt"), "this is a zip archive, not a Word document"),
        (packed(p("x"))[:-40], "the document is damaged"),
        (packed(p("x")).replace(b"document.xml", b"document.xm\0"), "not a Word document"),
        (packed("<w:p>"), "document.xml is damaged: this end tag closes another element"),
        (packed("<w:sdt>" * 5000), "nested more than 500 deep"),
    ],
    ids=["zip", "cut", "renamed", "malformed", "deep"],
)
def test_what_is_refused(data: bytes, what: str):
    with pytest.raises(UnreadableArticle, match=what) as fault:
        read_articles_data(data, name="a.docx", suffix=".docx")
    assert str(fault.value).startswith("a.docx: ")


def test_a_document_that_unfolds_without_end_is_refused_early():
    data = packed(p("a" * 90_000_000))
    assert len(data) < 200_000
    began = time.process_time()
    with pytest.raises(UnreadableArticle, match=r"word/document\.xml unfolds to more than 40 MB"):
        read_articles_data(data, name="a.docx", suffix=".docx")
    assert time.process_time() - began < 5


def test_entities_are_refused():
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr(
            "word/document.xml", '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + DOCUMENT.format(p("&a;"))
        )
    with pytest.raises(UnreadableArticle, match="declares entities"):
        read_articles_data(data.getvalue(), name="a.docx", suffix=".docx")
