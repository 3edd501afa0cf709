"""Which version of the program this is."""

import platform
from importlib.metadata import PackageNotFoundError, version

DISTRIBUTION = "kratom-answer-bot"


def program_version() -> str:
    """Return the version; "not installed" where the program runs from a folder that was never installed."""
    try:
        return version(DISTRIBUTION)
    except PackageNotFoundError:
        return "not installed"


def python_version() -> str:
    """Return the version of Python."""
    return platform.python_version()
