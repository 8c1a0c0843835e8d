"""Nothing of a real person or of somebody's own machine stands in the tree."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.tree import files, short

# 01632 960000-960999 and 07700 900000-900999: Ofcom keeps them for drama, they reach nobody.
# https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbers-for-drama
FICTION = re.compile(r"^(01632960|07700900)\d{3}$")
PUBLIC = {"03031231113"}  # the Information Commissioner's helpline, told to everybody we hold
TELEPHONE = re.compile(
    r"(?<![\w.+-])(?:\+44[ ]?(?:\(0\)[ ]?)?[1-9]|0[1-9])\d{1,3}"  # +44 (0)20, 020, 01632
    r"[ -]?\d{3,4}[ -]?\d{3,4}(?!\d|[\w.-]\w)"
)
MAIL = re.compile(r"[\w.+-]+@((?:[\w-]+\.)+[a-z]{2,})")
MAIL_TO_NOBODY = re.compile(r"(^|\.)(example(\.(org|com|net))?|invalid|test)$")
MACHINE = re.compile(r"(?<![\w.])/(?:home|Users|root|work)/\w|C:\\+Users\\+\w")
REGISTRY = re.compile(r"https?://\S*/simple\b|--(?:extra-)?index-url|--find-links")


def _texts() -> Iterator[tuple[Path, str]]:
    for path in files():
        try:
            yield path, path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a font, a picture, a spreadsheet


def _foreign_telephones(text: str) -> list[str]:
    found = (match[0] for match in TELEPHONE.finditer(text))
    return [number for number in found if not _may_stand(_digits(number))]


def _may_stand(digits: str) -> bool:
    return digits in PUBLIC or FICTION.match(digits) is not None


def _digits(number: str) -> str:
    plain = number.replace("(0)", "").replace("+44", "0")
    return re.sub(r"\D", "", plain)


def _foreign_mail(text: str) -> list[str]:
    return [found[0] for found in MAIL.finditer(text) if not MAIL_TO_NOBODY.search(found[1])]


def test_telephone_numbers_are_those_kept_for_fiction() -> None:
    found = {short(path): bad for path, text in _texts() if (bad := _foreign_telephones(text))}
    assert not found


def test_mail_addresses_lead_nowhere() -> None:
    assert not {short(path): bad for path, text in _texts() if (bad := _foreign_mail(text))}


def test_no_path_of_anybodys_machine_is_written_down() -> None:
    assert not {short(path): bad for path, text in _texts() if (bad := MACHINE.findall(text))}


def test_no_place_to_fetch_packages_from_is_written_down() -> None:
    here = Path(__file__).name
    assert not {
        short(path): bad
        for path, text in _texts()
        if path.name not in {here, "test_lock.py"} and (bad := REGISTRY.findall(text))
    }


@pytest.mark.parametrize(
    ("number", "is_fiction"),
    [
        ("07700 900" + "123", True),
        ("+44 7700 900" + "123", True),
        ("01632 960" + "001", True),
        ("0117 496" + " 0123", False),
        ("07911" + " 123456", False),
        ("+44 (0)20 7946" + " 0000", False),
    ],
)
def test_a_real_telephone_number_is_recognised(number: str, is_fiction: bool) -> None:
    assert (_foreign_telephones(f"call {number}, or write") == []) is is_fiction


@pytest.mark.parametrize("address", ["sam@" + "council.gov.uk", "a.b+c@" + "mail.com"])
def test_a_real_mail_address_is_recognised(address: str) -> None:
    assert _foreign_mail(f"<{address}>") == [address]
