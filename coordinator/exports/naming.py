"""Names of files: reference, kind, day and marking; never the name of a person."""

import re
import unicodedata
from datetime import date
from zlib import crc32

_ILLEGAL = re.compile(r"[^A-Za-z0-9]+")
_LONGEST_PART = 40


def file_name(reference: str, kind: str, day: date, marking: str = "", suffix: str = "pdf") -> str:
    """Name a file: `SC-0142_plan_v7_2025-03-12_OFFICIAL-SENSITIVE.pdf`.

    Args:
        reference: Of the person, the meeting or the panel.
        kind: The paper, with its version where it has one (`plan_v7`).
        day: The day it is made.
        marking: Nothing for the person's own papers.
        suffix: `pdf` or `xlsx`.
    """
    parts = [_part(reference), *(_part(part) for part in kind.split("_")), day.isoformat()]
    if marking:
        parts.append(_part(marking))
    return "_".join(part for part in parts if part) + f".{suffix}"


def name_part(text: str) -> str:
    """Give a text as a part of a name, another for each text: with a number where letters go."""
    shown = _part(text)
    is_whole = text.isascii() and len(text) <= _LONGEST_PART and shown
    numbered = f"{shown[: _LONGEST_PART - 9]}-{crc32(text.encode()):08x}".strip("-")
    return shown if is_whole or not text.strip() else numbered


def _part(text: str) -> str:
    """Only letters, digits and hyphens: safe on every disk and in every mail."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return _ILLEGAL.sub("-", plain).strip("-")[:_LONGEST_PART].strip("-")
