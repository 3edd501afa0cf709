"""Rules on the addresses of sources: each leads where it seems to lead, since people follow it from an answer."""

import re
from collections.abc import Iterator
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from corpus.codes import ADDRESS
from corpus.loader import LoadedCorpus
from corpus.problems import Problem
from corpus.rules_sources import SOURCES_FILE, SOURCES_KEY, is_seller

# Bodies whose name gives a page weight, with the ends of the addresses that are theirs. A name of three letters counts
# only as a part of its own, since "who" and "dea" stand in many words.
_GOVERNMENT = re.compile(r"(?:^|\.)gov(?:\.[a-z]{2})?$|\.(?:gov|go|gob|gouv|gv|gc|govt|mil)\.[a-z]{2}$|\.mil$")
_NAMED_BODIES = {
    "who": ("who.int",),
    "fda": (".gov", "fda.moph.go.th", ".gov.ph"),
    "cdc": (".gov",),
    "dea": (".gov",),
    "nih": (".gov",),
    "samhsa": (".gov",),
    "nida": (".gov",),
    "ncbi": (".gov",),
    "pubmed": (".gov",),
    "medlineplus": (".gov",),
    "clinicaltrials": (".gov",),
    "nhs": ("nhs.uk", "nhs.scot", "nhs.wales"),
    "emcdda": (".europa.eu",),
    "euda": (".europa.eu",),
    "europa": (".europa.eu", "europa.eu"),
    "unodc": ("unodc.org",),
    "doi": ("doi.org",),
}
_SHORTENERS = frozenset(
    "bit.ly buff.ly cutt.ly goo.gl is.gd lnkd.in ow.ly rb.gy rebrand.ly s.id shorturl.at t.co t.ly tiny.cc tinyurl.com"
    " v.gd adf.ly linktr.ee t.me wa.me discord.gg".split()
)
_DIGITS_AS_LETTERS = str.maketrans("013457", "oleast")
_SELLS = re.compile(r"kratom|ketum|mitragyn|7-?oh")
_SHOP_WORD = re.compile(r"buy|shop|store|vendor|sale|order|cheap|deal|coupon|wholesale|bulk|direct|express|market")
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}")


def addresses(loaded: LoadedCorpus) -> Iterator[Problem]:
    """Every source's address is a plain one, and poses as nobody else's."""
    for row in loaded.rows(SOURCES_FILE, SOURCES_KEY):
        if fault := address_fault(str(row.values.get("URL") or "")):
            yield ADDRESS.at(loaded.tables[SOURCES_FILE].path, row.line, f"{row.values['id']}: {fault}")


def address_fault(url: str) -> str:
    """Return what is wrong with a source's address; nothing where there is none or all is well."""
    if not url:
        return ""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removesuffix(".")
        _ = parts.port  # reading it refuses one that is none
    except ValueError:
        return "it cannot be read as a web address"
    return _fault_of_form(parts, host) or _fault_of_name(host)


def _fault_of_form(parts: SplitResult, host: str) -> str:
    if parts.scheme not in ("http", "https"):
        return "it does not begin with https:// or http://"
    if "@" in parts.netloc or "\\" in parts.geturl():
        return "what stands before the @ or \\ is not where it leads"
    if _is_number(host):
        return "it names a machine by number, so nobody can tell whose it is"
    if not host.isascii() or "xn--" in host:
        return "its name has letters of another alphabet, or stands for such"
    return "" if _HOST.fullmatch(host) else "it has no name of a site"


def _fault_of_name(host: str) -> str:
    if any(host == one or host.endswith(f".{one}") for one in _SHORTENERS):
        return "it is an address that stands for another; give the one it leads to"
    read_as = host.translate(_DIGITS_AS_LETTERS)
    names = re.split(r"[.-]", read_as)
    if "gov" in names and not _GOVERNMENT.search(host):
        return "it looks like a government's and is not"
    for name in names:
        ends = _NAMED_BODIES.get(name)
        if ends and not any(host == end or host.endswith(end if end[0] == "." else f".{end}") for end in ends):
            return f"it looks like an address of {name} and is not"
    if not is_seller(f"https://{host}") and _SELLS.search(host) and _SHOP_WORD.search(host):
        return "it is a shop's; a seller's page is listed in SELLERS and cited as the seller's word"
    return ""


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return bool(re.fullmatch(r"(?:0x[0-9a-f]+|\d+)(?:\.(?:0x[0-9a-f]+|\d+))*", host))
    return True


RULES = (addresses,)
