"""Whether the bot lives, and whether it can answer, with the reasons."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

Check = Callable[[], str | None]
"""Returns why something is not well, in words without secrets; None where it is."""
WELL = "ok"


@dataclass(frozen=True, slots=True)
class Health:
    """What was found: by the name of each check "ok", or why not."""

    checks: Mapping[str, str]

    @property
    def well(self) -> bool:
        """Tell whether every check is well."""
        return all(state == WELL for state in self.checks.values())


def examine(checks: Mapping[str, Check]) -> Health:
    """Make the checks; one that fails itself counts as not well."""
    return Health({name: _made(check) for name, check in checks.items()})


def _made(check: Check) -> str:
    try:
        return check() or WELL
    except Exception as error:  # the truth is then that it is not known
        return f"not known ({type(error).__name__})"
