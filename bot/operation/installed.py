"""Whether the installed packages are those that the program asks for."""

from importlib.metadata import PackageNotFoundError, requires, version

from packaging.requirements import Requirement

from bot.operation.versions import DISTRIBUTION


def unmet_requirements(distribution: str = DISTRIBUTION) -> list[str]:
    """Return what is missing or has another version than is asked for, in words; nothing where all is well.

    A program that runs from a folder without having been installed asks for nothing.
    """
    try:
        wanted = requires(distribution) or []
    except PackageNotFoundError:
        return []
    return [fault for one in wanted if (fault := _fault(Requirement(one))) is not None]


def _fault(wanted: Requirement) -> str | None:
    if wanted.marker is not None and not wanted.marker.evaluate({"extra": ""}):
        return None
    try:
        found = version(wanted.name)
    except PackageNotFoundError:
        return f"{wanted.name} is missing"
    if wanted.specifier.contains(found, prereleases=True):
        return None
    return f"{wanted.name} is {found}, wanted {wanted.specifier}"
