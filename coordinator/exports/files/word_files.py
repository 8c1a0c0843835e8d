"""The files that Word documents are.

A template is let in without anything in it that acts or tells of somebody; what is written is
packed without a clock.
"""

import io
import zlib
from datetime import UTC, date, datetime
from typing import Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

import docx
from docx.document import Document
from docx.opc.rel import Relationships
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.papers.imprint import Imprint
from coordinator.domain.person.letters import LARGEST_TEMPLATE
from coordinator.exports.files.spreadsheets import restamped
from coordinator.exports.layout.finishing import PROGRAM
from coordinator.exports.layout.safety import one_line
from coordinator.exports.layout.tokens import ACCENT
from coordinator.wording.dates import plain_day
from coordinator.wording.translation import _

_NOT_ONE = (
    BadZipFile,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    RuntimeError,  # locked with a password
    SyntaxError,
    ValueError,
    zlib.error,
)
_MOST_UNPACKED = 80_000_000
_MOST_PARTS = 500
_LONGEST_TITLE = 255  # letters; the format's limit
_DRAFT_OF_PACKAGE = frozenset({"officeDocument", "core-properties"})
_KEPT_OF_DOCUMENT = frozenset(
    {
        "styles", "numbering", "settings", "fontTable", "theme", "webSettings", "header",
        "footer", "image", "footnotes", "endnotes",
    }
)  # fmt: skip
_ACTING = ("attachedTemplate", "mailMerge", "docVars", "documentProtection", "writeProtection")
_TEMPLATE_TYPE = b"wordprocessingml.template.main+xml"
_DOCUMENT_TYPE = b"wordprocessingml.document.main+xml"
_TYPES = "[Content_Types].xml"
_HOUSE_FONT = "Arial"
_SIZES = {"Heading 1": 20, "Heading 2": 14, "Heading 3": 12, "Heading 4": 11}


def check_template(content: bytes) -> None:
    """Refuse what cannot be written on.

    Raises:
        InvalidFieldsError: `word`: `template-not-a-document`, `template-too-large`,
            `template-macros`, `template-fetches` (something from elsewhere).
    """
    _read(content)


def opened(template: bytes, imprint: Imprint, copy: str = "") -> Document:
    """Give an empty document with the styles, head and foot it is written with.

    Args:
        template: Whose they are; plain ones when empty.
        imprint: What stands in them.
        copy: Number of the copy and whose it is, at the foot.
    """
    document = _read(template) if template else _house()
    _empty(document)
    if template:
        _mark_under(document, imprint, copy)
    else:
        _head_and_foot(document, imprint, copy)
    return document


def packed(document: Document, title: str, on: date) -> bytes:
    """Give the file: what it says about itself is the program, its title and a day."""
    own, day = document.core_properties, datetime(on.year, on.month, on.day, tzinfo=UTC)
    own.author = own.last_modified_by = PROGRAM
    own.title = title[:_LONGEST_TITLE]
    own.comments = own.keywords = own.category = own.subject = ""
    own.content_status = own.identifier = own.version = ""
    own.language = "en-GB"
    own.created = own.modified = own.last_printed = day.replace(tzinfo=None)
    own.revision = 1
    target = io.BytesIO()
    document.save(target)
    return restamped(target.getvalue(), on)


def _read(content: bytes) -> Document:
    if len(content) > LARGEST_TEMPLATE:
        raise InvalidFieldsError({"word": "template-too-large"})
    try:
        document = docx.Document(io.BytesIO(_as_document(content)))
    except _NOT_ONE as error:
        raise InvalidFieldsError({"word": "template-not-a-document"}) from error
    _prune(document)
    return document


def _as_document(content: bytes) -> bytes:
    """Unpack and pack again, a template as a document, which is what the library takes."""
    target = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as source, ZipFile(target, "w", ZIP_DEFLATED) as made:
        parts = source.infolist()
        if len(parts) > _MOST_PARTS or sum(one.file_size for one in parts) > _MOST_UNPACKED:
            raise InvalidFieldsError({"word": "template-too-large"})
        for one in parts:
            part = source.read(one)
            if "vbaproject" in one.filename.casefold() or b"macroEnabled" in part[:_MOST_TYPES]:
                raise InvalidFieldsError({"word": "template-macros"})
            if one.filename == _TYPES:
                part = part.replace(_TEMPLATE_TYPE, _DOCUMENT_TYPE)
            made.writestr(one.filename, part)
    return target.getvalue()


_MOST_TYPES = 100_000  # bytes in which a part says that it holds macros


def _prune(document: Document) -> None:
    """Leave out what acts, what is fetched, and what tells of those who made the template."""
    package, part = document.part.package, document.part
    _drop(package.rels, _DRAFT_OF_PACKAGE)
    settings = document.settings
    _drop(part.rels, _KEPT_OF_DOCUMENT)
    for name in _ACTING:
        for one in settings.element.findall(qn(f"w:{name}")):
            settings.element.remove(one)
    for rel in part.rels.values():
        if rel.is_external:
            raise InvalidFieldsError({"word": "template-fetches"})
        if rel.reltype.rsplit("/", 1)[-1] == "settings":
            _drop(rel.target_part.rels, frozenset())
        elif any(_fetches(one) for one in rel.target_part.rels.values()):
            raise InvalidFieldsError({"word": "template-fetches"})


def _fetches(rel: Any) -> bool:
    """Whether something is fetched when the document is opened; a link is only followed."""
    return bool(rel.is_external) and not rel.reltype.endswith("/hyperlink")


def _drop(rels: Relationships, kept: frozenset[str]) -> None:
    for key in [key for key, rel in rels.items() if rel.reltype.rsplit("/", 1)[-1] not in kept]:
        del rels[key]


def _empty(document: Document) -> None:
    body = document.element.body
    for child in list(body):
        if child.tag != qn("w:sectPr"):
            body.remove(child)


def _house() -> Document:
    """A plain template: letters that every office has, one accent, room around."""
    document = docx.Document()
    _prune(document)
    normal = document.styles["Normal"]
    _set_font(normal, 11)
    normal.paragraph_format.space_after = Pt(5)
    for name, size in _SIZES.items():
        style = document.styles[name]
        _set_font(style, size)
        style.font.bold, style.font.italic = True, False
        style.font.color.rgb = RGBColor.from_string(ACCENT[1:])
        style.paragraph_format.space_before = Pt(10)
        style.paragraph_format.space_after = Pt(3)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(2.2)
    return document


def _set_font(style: Any, size: int) -> None:
    style.font.name, style.font.size = _HOUSE_FONT, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for which in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{which}"), None)
    for which in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{which}"), _HOUSE_FONT)


def _head_and_foot(document: Document, imprint: Imprint, copy: str) -> None:
    section = document.sections[-1]
    told = (imprint.panel, imprint.marking, imprint.reference, imprint.version)
    section.header.paragraphs[0].add_run(_beside(*told))
    foot = section.footer.paragraphs[0]
    foot.add_run(
        _beside(plain_day(imprint.issued_on), imprint.handling, imprint.marking, copy) + "   "
    )
    _number_pages(foot)


def _mark_under(document: Document, imprint: Imprint, copy: str) -> None:
    """Put the marking, the reference and the page under whatever foot the template has."""
    section = document.sections[-1]
    feet = [section.footer]
    if section.different_first_page_header_footer:
        feet.append(section.first_page_footer)
    if document.settings.odd_and_even_pages_header_footer:
        feet.append(section.even_page_footer)
    for foot in feet:
        line = foot.add_paragraph()
        line.add_run(_beside(imprint.marking, imprint.reference, imprint.handling, copy) + "   ")
        _number_pages(line)


def _beside(*words: str) -> str:
    return "   ".join(one_line(one) for one in words if one.strip())


def _number_pages(line: Paragraph) -> None:
    """Write *Page 1 of 3*, counted by whatever shows the document."""
    before, between, after = _("Page {page} of {pages}", page="\x00", pages="\x00").split("\x00")
    for words, field in ((before, "PAGE"), (between, "NUMPAGES")):
        line.add_run(words)
        simple = OxmlElement("w:fldSimple")
        simple.set(qn("w:instr"), field)
        line._p.append(simple)  # noqa: SLF001 - the library has no word for a field
    line.add_run(after)
