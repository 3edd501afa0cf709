"""What importing discord.py asks for."""

import pytest


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("filterwarnings", "ignore:'audioop' is deprecated:DeprecationWarning")  # its voice part
