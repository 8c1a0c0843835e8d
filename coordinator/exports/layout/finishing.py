"""The last step of a paper: what the file says about itself, and its password.

ReportLab writes its own name, fixed dates and comments into a file; everything is written anew
here, so that a paper tells nothing but its title, its language, its day and the program's name.
"""

import io
import secrets
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Dictionary, Name, String

from coordinator.domain.errors import InvalidFieldsError

LANGUAGE = "en-GB"
PROGRAM = "Coordinator"
LONGEST_PASSWORD = 127  # UTF-8 bytes; PDF 2.0, 7.6.4.3.3 cuts longer ones off

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{program}</xmp:CreatorTool>
<xmp:CreateDate>{day}</xmp:CreateDate>
<pdf:Producer>{program}</pdf:Producer>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>
"""


@dataclass(frozen=True, slots=True)
class Particulars:
    """What a file says about itself: no names of people."""

    title: str
    day: date


def check_password(password: str) -> None:
    """Refuse a password that could not open the file again.

    Raises:
        InvalidFieldsError: It is longer than 127 bytes in UTF-8; rule `too-long`.
    """
    if len(password.encode("utf-8", "surrogatepass")) > LONGEST_PASSWORD:
        raise InvalidFieldsError({"password": "too-long"})


def finish(drawn: bytes, particulars: Particulars, password: str = "") -> bytes:
    """Write the file as its reader gets it; with a password, sealed by AES-256 (revision 6).

    Without a password the same content gives the same bytes; a sealed file is random by design.

    Raises:
        InvalidFieldsError: The password is too long.
    """
    check_password(password)
    with pikepdf.open(io.BytesIO(drawn)) as pdf:
        _describe(pdf, particulars)
        _number_pages(pdf)
        return sealed(pdf, password)


def sealed(pdf: pikepdf.Pdf, password: str) -> bytes:
    """Give the bytes of an open file; with a password, sealed by AES-256 (revision 6)."""
    target = io.BytesIO()
    pdf.save(
        target,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        deterministic_id=not password,
        encryption=_encryption(password) if password else False,
    )
    return target.getvalue()


def _describe(pdf: pikepdf.Pdf, particulars: Particulars) -> None:
    root = pdf.Root
    root.Lang = String(LANGUAGE)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    packet = _XMP.format(
        title=escape(particulars.title),
        language=LANGUAGE,
        program=PROGRAM,
        day=particulars.day.isoformat(),
    )
    root.Metadata = pdf.make_stream(
        packet.encode("utf-8"), {"/Type": Name.Metadata, "/Subtype": Name.XML}
    )
    pdf.trailer.Info = pdf.make_indirect(
        Dictionary(
            Title=String(particulars.title),
            Creator=String(PROGRAM),
            Producer=String(PROGRAM),
            CreationDate=String(f"D:{particulars.day:%Y%m%d}"),
        )
    )


def _number_pages(pdf: pikepdf.Pdf) -> None:
    """Tie each page to its place in the structure's parent tree; Tab follows the structure."""
    for place, page in enumerate(pdf.pages):
        page.obj.StructParents = place
        page.obj.Tabs = Name.S


def _encryption(password: str) -> pikepdf.Encryption:
    """Screen readers may always read; the rest is advice, the password is what protects."""
    return pikepdf.Encryption(
        user=password,
        owner=secrets.token_urlsafe(24),
        R=6,
        allow=pikepdf.Permissions(accessibility=True, extract=False, modify_other=False),
    )
