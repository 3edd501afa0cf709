"""Short receipts: a plan as a line of letters. They name the build and the passages, and nothing of the question.

A receipt is made from the plan alone, so nothing has to be stored for it. Its letters are those of Crockford's base 32
(https://www.crockford.com/base32.html), which are hard to mistake for one another.
"""

import zlib
from datetime import date, timedelta

from bot.answering.library import Library
from bot.answering.models import CrisisKind, InvalidKind, Outcome, Plan, RefusalKind

_PREFIX = "K1"
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ = {char: value for value, char in enumerate(_ALPHABET)} | {"O": 0, "I": 1, "L": 1}
_OUTCOMES = tuple(Outcome)
_KINDS: tuple[CrisisKind | RefusalKind | InvalidKind | None, ...] = (None, *CrisisKind, *RefusalKind, *InvalidKind)
_EPOCH = date(2020, 1, 1)
_TAG_BYTES = 4
_MAX_CHARS = 120


class ReceiptError(ValueError):
    """The text is not a receipt: mistyped, or cut."""

    def __init__(self) -> None:
        super().__init__("this is not a receipt of this bot; copy it whole, it starts with K1-")


def encode_receipt(plan: Plan, library: Library | None) -> str:
    """Return a plan as text, such as "K1-0G3F-..."; the same plan gives the same text."""
    tag = bytes.fromhex(plan.build_id[: 2 * _TAG_BYTES]) if plan.build_id else b""
    passages = _numbers(plan.passages, library.passage_ids if library else ())
    laws = _numbers(plan.laws, tuple(library.laws) if library else ())
    flags = plan.about_interaction | plan.show_help_line << 1
    head = [_OUTCOMES.index(plan.outcome), _KINDS.index(plan.kind), len(tag), *tag, flags]
    region = (plan.region or "")[:2].upper().encode("ascii", "replace")
    day = (plan.asked_on - _EPOCH).days
    numbers = [len(region), *region, max(0, day), plan.lead, len(laws), *laws, len(passages), *passages]
    data = bytes(head) + b"".join(map(_varint, numbers))
    text = _to_base32(data + zlib.crc32(data).to_bytes(4, "big")[:2])
    return "-".join([_PREFIX, *(text[start : start + 4] for start in range(0, len(text), 4))])


def build_tag_of(text: str) -> str:
    """Return the first 8 hexadecimal digits of the build a receipt names; "" where it names none.

    Raises:
        ReceiptError: the text is not a receipt.
    """
    return _Reader(text).tag.hex()


def decode_receipt(text: str, library: Library | None, build_id: str | None) -> Plan:
    """Return the plan behind a receipt, given the library of the build it names; case and hyphens do not matter.

    Raises:
        ReceiptError: the text is not a receipt, or not one of this build.
    """
    reader = _Reader(text)
    passages = library.passage_ids if library else ()
    laws = tuple(library.laws) if library else ()
    try:
        region = bytes(reader.list()).decode("ascii")
        day, lead = reader.next(), reader.next()
        law_ids = tuple(laws[number] for number in reader.list())
        passage_ids = tuple(passages[number] for number in reader.list())
        return Plan(
            outcome=_OUTCOMES[reader.outcome],
            asked_on=_EPOCH + timedelta(days=day),
            kind=_KINDS[reader.kind],
            region=region or None,
            build_id=build_id if reader.tag else None,
            passages=passage_ids,
            lead=lead,
            laws=law_ids,
            about_interaction=bool(reader.flags & 1),
            show_help_line=bool(reader.flags & 2),
        )
    except (IndexError, ValueError, OverflowError) as error:
        raise ReceiptError from error


class _Reader:
    """Takes a receipt apart: the fixed head at once, the numbers one by one."""

    def __init__(self, text: str) -> None:
        plain = text.strip().upper().replace("-", "").replace(" ", "")
        if not plain.startswith(_PREFIX) or len(plain) > _MAX_CHARS:
            raise ReceiptError
        data = _from_base32(plain[len(_PREFIX) :])
        body, check = data[:-2], data[-2:]
        if len(body) < 4 or zlib.crc32(body).to_bytes(4, "big")[:2] != check or body[2] not in (0, _TAG_BYTES):
            raise ReceiptError
        self.outcome, self.kind = body[0], body[1]
        self.tag = body[3 : 3 + body[2]]
        rest = body[3 + body[2] :]
        if not rest:
            raise ReceiptError
        self.flags = rest[0]
        self._numbers = _varints(rest[1:])

    def next(self) -> int:
        """Return the next number; raises IndexError where there is none."""
        return self._numbers.pop(0)

    def list(self) -> list[int]:
        """Return the next numbers, as many as the first of them says."""
        return [self.next() for _ in range(self.next())]


def _numbers(ids: tuple[str, ...], known: tuple[str, ...]) -> list[int]:
    return [known.index(one) for one in ids]


def _varint(number: int) -> bytes:
    """Return a number in groups of seven bits, low ones first; the high bit says that more follow."""
    data = bytearray()
    while number > 0x7F:
        data.append(number & 0x7F | 0x80)
        number >>= 7
    data.append(number)
    return bytes(data)


def _varints(data: bytes) -> list[int]:
    numbers, number, shift = [], 0, 0
    for byte in data:
        number |= (byte & 0x7F) << shift
        shift += 7
        if not byte & 0x80:
            numbers.append(number)
            number, shift = 0, 0
    return numbers


def _to_base32(data: bytes) -> str:
    bits = "".join(f"{byte:08b}" for byte in data)
    bits += "0" * (-len(bits) % 5)
    return "".join(_ALPHABET[int(bits[start : start + 5], 2)] for start in range(0, len(bits), 5))


def _from_base32(text: str) -> bytes:
    try:
        bits = "".join(f"{_READ[char]:05b}" for char in text)
    except KeyError as error:
        raise ReceiptError from error
    return bytes(int(bits[start : start + 8], 2) for start in range(0, len(bits) // 8 * 8, 8))
