"""Pins, hashes and licences name the same packages; the audit never calls unchecked what is safe."""

import importlib.util
import re
import sys
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[3]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def load(name: str) -> ModuleType:
    """The scripts in ops/ are no package."""
    spec = importlib.util.spec_from_file_location(f"ops_{name}", ROOT / "ops" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


lock, licences, audit = load("lock"), load("licences"), load("audit")


def test_every_pinned_package_is_locked_and_no_other() -> None:
    assert lock.faults() == []


def test_lock_has_a_hash_for_each_and_names_no_index() -> None:
    text = lock.LOCK.read_text("utf-8")
    entries = lock.locked(text)
    assert len(entries) == text.count("==") > 80
    assert all(entries.values())
    assert lock.written(entries) == text
    assert not re.search(r"https?:|file:|--index-url|--find-links|--trusted-host", text)


def test_lock_that_lacks_a_package_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "pinned", lambda: {"aiohttp": "0.1", "new": "1"})
    faults = lock.faults()
    assert "aiohttp==0.1 is not in requirements.lock; run: make lock" in faults
    assert "new==1 is not in requirements.lock; run: make lock" in faults


def test_every_requirement_is_pinned_to_a_version_it_accepts() -> None:
    pins = {lock.normalised(name): version for name, version in licences.pinned().items()}
    wanted = [*PROJECT["dependencies"], *(one for extra in PROJECT["optional-dependencies"].values() for one in extra)]
    others = [one for one in map(Requirement, wanted) if one.name != PROJECT["name"]]  # an extra may include another
    for requirement in others:
        assert requirement.specifier.contains(pins[lock.normalised(requirement.name)]), requirement


def test_every_pinned_package_has_an_allowed_licence() -> None:
    assert licences.faults() == []
    assert {name for name, _, _ in licences.listed_on_page()} == set(licences.pinned())


@pytest.mark.parametrize(
    ("licence", "allowed"),
    [
        ("MIT", True),
        ("Apache-2.0 WITH LLVM-exception AND BSD-2-Clause", True),
        ("GPL-3.0-only OR MIT", True),
        ("(MIT OR GPL-2.0-only) AND ISC", True),
        ("GPL-3.0-only", False),
        ("MIT AND GPL-3.0-only", False),
        ("AGPL-3.0-or-later", False),
        ("UNKNOWN", False),
        ("", False),
        ("Proprietary", False),
    ],
)
def test_licences_are_judged_part_by_part(licence: str, allowed: bool) -> None:
    assert licences.is_allowed(licence) is allowed


def test_licence_that_is_not_allowed_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(licences, "pinned", lambda: {"bad": "1"})
    monkeypatch.setattr(licences, "listed_on_page", lambda: [("bad", "1", "AGPL-3.0-only")])
    assert licences.faults() == ["bad: AGPL-3.0-only is not allowed"]


def report(*dependencies: dict[str, Any]) -> dict[str, Any]:
    return {"dependencies": list(dependencies), "fixes": []}


GOOD = {"name": "good", "version": "1", "vulns": []}
UNKNOWN = {"name": "unknown", "skip_reason": "not found"}
BAD = {"name": "bad", "version": "2", "vulns": [{"id": "PYSEC-1", "fix_versions": ["3"]}]}


@pytest.mark.parametrize(
    ("found", "status", "words"),
    [
        (report(GOOD), 0, "0 known vulnerabilities in 1 packages"),
        (report(GOOD, UNKNOWN), 0, "1 packages could not be asked about"),
        (report(UNKNOWN, UNKNOWN), 0, "SKIPPED"),
        (report(), 0, "SKIPPED"),
        (report(GOOD, BAD), 1, "bad 2: PYSEC-1, mended in 3"),
    ],
)
def test_audit_says_what_it_found_and_what_it_did_not_ask(found: dict[str, Any], status: int, words: str) -> None:
    code, lines = audit.verdict(audit.read_report(found), "")
    assert code == status
    assert words in "\n".join(lines)
    assert ("SKIPPED" in "\n".join(lines)) is ("SKIPPED" in words)


def test_audit_without_a_report_says_in_one_line_why() -> None:
    status, lines = audit.verdict(None, "no network")
    assert status == 0
    assert len(lines) == 1
    assert "SKIPPED" in lines[0]
    assert "no network" in lines[0]
