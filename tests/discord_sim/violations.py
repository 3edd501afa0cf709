"""What a test wants none of."""

from __future__ import annotations

from dataclasses import dataclass, field

from .rest.call import Call
from .rules.problems import Problem


@dataclass
class Violation:
    """Something the bot sent that Discord would not have taken, or a rule of Discord it broke.

    Attributes:
        where: The operation, "gateway" or "interaction".
        code: Discord's error or close code.
        problems: What is wrong with the body.
        call: The request.
    """

    where: str
    message: str
    code: int | None = None
    problems: list[Problem] = field(default_factory=list)
    call: Call | None = None

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" + "".join(f"\n    {p}" for p in self.problems)
