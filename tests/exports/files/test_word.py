"""Word documents: the words of the paper and nothing else, on a template that cannot act."""

import io
import random
import re
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.document import Document

from coordinator.domain.errors import InvalidFieldsError
from coordinator.exports.composing import EDITABLE, Model, PaperKind, compose
from coordinator.exports.files.word import word_document
from coordinator.exports.files.word_files import check_template
from coordinator.exports.layout.finishing import PROGRAM
from coordinator.exports.worker import lay_out
from tests.exports import examples, hostile, reading

PAPERS: list[tuple[PaperKind, Model]] = [
    (PaperKind.AGENDA, examples.agenda()),
    (PaperKind.MINUTES, examples.approved_minutes()),
    (PaperKind.CLOSURE, examples.letter()),
    (PaperKind.OWN_LETTER, examples.own_letter()),
]
_OURS = {"PAGE", "NUMPAGES"}
_OUTSIDE = (
    '<Relationship Id="rIdX" TargetMode="External" Target="https://example.org/x" Type='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s"/></Relationships>'
)


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def repacked(content: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    found = parts(content)
    change(found)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as packed:
        for name, part in found.items():
            packed.writestr(name, part)
    return target.getvalue()


def said(content: bytes) -> str:
    """Everything between tags in the body, and head and foot."""
    found = [part for name, part in parts(content).items() if name.startswith("word/")]
    return " ".join(re.sub(r"<[^>]+>", " ", part.decode("utf-8", "replace")) for part in found)


def words_of(text: str) -> set[str]:
    return {word for word in re.findall(r"[^\W\d_]{4,}", text) if word.isascii()}


def a_template() -> bytes:
    made: Document = docx.Document()
    made.add_paragraph("Delete this and write here")
    made.sections[0].header.paragraphs[0].text = "Kerrow Council letterhead"
    made.sections[0].footer.paragraphs[0].text = "County Hall"
    made.core_properties.author = "Typist Somebody"
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def test_every_paper_that_is_offered_so_is_tried() -> None:
    assert {kind for kind, _model in PAPERS} <= EDITABLE


@pytest.mark.parametrize(("kind", "model"), PAPERS, ids=[str(kind) for kind, _ in PAPERS])
def test_it_says_every_word_of_the_paper(kind: PaperKind, model: Model) -> None:
    written = word_document(compose(kind, model))
    on_paper = words_of(reading.words(lay_out(kind, model)))
    assert on_paper - words_of(said(written)) == set()


@pytest.mark.parametrize(("kind", "model"), PAPERS, ids=[str(kind) for kind, _ in PAPERS])
def test_what_was_typed_is_text_and_the_file_opens(kind: PaperKind, model: Model) -> None:
    spoiled = hostile.spoiled(model, random.Random(str(kind)))
    written = word_document(compose(kind, spoiled))
    assert docx.Document(io.BytesIO(written)).paragraphs
    everything = b"".join(parts(written).values())
    assert set(re.findall(rb'w:instr="\s*(\w+)', everything)) <= {one.encode() for one in _OURS}
    assert b"w:instrText" not in everything
    assert b'TargetMode="External"' not in everything
    assert not any("vba" in name.lower() for name in parts(written))


def test_a_field_that_somebody_types_stays_words() -> None:
    typed = (
        '{ INCLUDETEXT "C:\\\\secret.docx" } =cmd|\' /C calc\'!A0 <w:fldSimple w:instr="DATE"/>'
    )
    written = word_document(compose(PaperKind.CLOSURE, examples.letter(text=typed)))
    found = "\n".join(one.text for one in docx.Document(io.BytesIO(written)).paragraphs)
    assert typed in found


def test_the_same_paper_gives_the_same_bytes_and_tells_of_nobody() -> None:
    paper = compose(PaperKind.MINUTES, examples.minutes())
    written = word_document(paper)
    assert word_document(paper) == written
    own = docx.Document(io.BytesIO(written)).core_properties
    assert (own.author, own.last_modified_by) == (PROGRAM, PROGRAM)
    assert own.created.date() == paper.day
    assert not any("thumbnail" in name or "app.xml" in name for name in parts(written))


def test_headings_are_headings_and_tables_repeat_theirs() -> None:
    written = word_document(compose(PaperKind.AGENDA, examples.agenda()))
    document = docx.Document(io.BytesIO(written))
    styles = [one.style.name for one in document.paragraphs if one.style is not None]
    assert styles[0] == "Heading 1"
    assert "Heading 2" in styles
    assert b"<w:tblHeader/>" in parts(written)["word/document.xml"]


@pytest.mark.parametrize("as_template", [False, True])
def test_a_template_keeps_its_head_and_foot_and_loses_who_made_it(*, as_template: bool) -> None:
    template = a_template()
    if as_template:
        template = repacked(template, _as_dotx)
    written = word_document(compose(PaperKind.CLOSURE, examples.letter()), template)
    everything = said(written)
    assert "Kerrow Council letterhead" in everything
    assert "County Hall" in everything
    assert "OFFICIAL-SENSITIVE" in parts(written)["word/footer1.xml"].decode()
    assert "Delete this" not in everything
    assert b"Typist" not in b"".join(parts(written).values())
    assert b"template.main" not in parts(written)["[Content_Types].xml"]


def _as_dotx(found: dict[str, bytes]) -> None:
    types = found["[Content_Types].xml"]
    found["[Content_Types].xml"] = types.replace(b"document.main+xml", b"template.main+xml")


def _with_macros(found: dict[str, bytes]) -> None:
    found["word/vbaProject.bin"] = b"macro"


def _with_a_picture_from_elsewhere(found: dict[str, bytes]) -> None:
    name = "word/_rels/document.xml.rels"
    end = (_OUTSIDE % "image").encode()
    found[name] = found[name].replace(b"</Relationships>", end)


def _with_a_bomb(found: dict[str, bytes]) -> None:
    found.update({f"word/x{at}.xml": b"<a/>" for at in range(600)})


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (_with_macros, "template-macros"),
        (_with_a_picture_from_elsewhere, "template-fetches"),
        (_with_a_bomb, "template-too-large"),
        (lambda found: found.pop("word/document.xml"), "template-not-a-document"),
    ],
)
def test_a_template_that_acts_or_fetches_is_refused(
    change: Callable[[dict[str, bytes]], None], fault: str
) -> None:
    with pytest.raises(InvalidFieldsError) as refused:
        check_template(repacked(a_template(), change))
    assert refused.value.fields == {"word": fault}


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x03\x04", b"x" * 10_000_001])
def test_a_file_that_is_no_document_is_refused(content: bytes) -> None:
    with pytest.raises(InvalidFieldsError):
        check_template(content)


def test_a_damaged_document_is_refused_and_nothing_else_goes_wrong() -> None:
    whole = a_template()
    refused = 0
    for at in range(40, len(whole), len(whole) // 60):
        try:
            check_template(whole[:at] + bytes(9) + whole[at + 9 :])
        except InvalidFieldsError:
            refused += 1
    assert refused > 30


def test_a_template_that_another_file_governs_is_cut_loose() -> None:
    def governed(found: dict[str, bytes]) -> None:
        found["word/_rels/settings.xml.rels"] = (
            b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/'
            b'package/2006/relationships">' + (_OUTSIDE % "attachedTemplate").encode()
        )

    written = word_document(
        compose(PaperKind.CLOSURE, examples.letter()), repacked(a_template(), governed)
    )
    assert b"example.org" not in b"".join(parts(written).values())


def test_a_day_is_the_papers_own() -> None:
    letter = examples.letter()
    later = word_document(compose(PaperKind.CLOSURE, letter))
    with zipfile.ZipFile(io.BytesIO(later)) as packed:
        days = {one.date_time[:3] for one in packed.infolist()}
    on = letter.imprint.issued_on
    assert days == {(on.year, on.month, on.day)}
