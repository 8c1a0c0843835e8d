"""Names of files: reference, kind, agency, day and marking.

Never the name of a person, and so nothing that somebody typed in a text: an area, a role, a title.
"""

import re
import unicodedata
from datetime import date

_ILLEGAL = re.compile(r"[^A-Za-z0-9]+")
_LONGEST_PART = 40


def file_name(reference: str, kind: str, day: date, marking: str = "", suffix: str = "pdf") -> str:
    """Name a file: `SC-0142_plan_v7_2025-03-12_OFFICIAL-SENSITIVE.pdf`.

    Args:
        reference: Of the person, the meeting or the panel.
        kind: The paper, with its version or number where it has one (`plan_v7`), and the agency a
            copy is for, as it is registered.
        day: The day it is made.
        marking: Nothing for the person's own papers.
        suffix: `pdf`, `xlsx` or `docx`.
    """
    parts = [_part(reference), *(_part(part) for part in kind.split("_")), day.isoformat()]
    if marking:
        parts.append(_part(marking))
    return "_".join(part for part in parts if part) + f".{suffix}"


def _part(text: str) -> str:
    """Only letters, digits and hyphens: safe on every disk and in every mail."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return _ILLEGAL.sub("-", plain).strip("-")[:_LONGEST_PART].strip("-")
