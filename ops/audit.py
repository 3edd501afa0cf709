"""Ask the public vulnerability data about every pinned package: make audit.

Exit status 0: nothing known, or the data could not be asked, which is then said in one line; 1: something is known.
pip-audit itself reports "no known vulnerabilities" also where it could ask about no package at all; here each package
that was not asked about is counted as such.
"""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
_TIMEOUT_S = 300
_REQUEST_TIMEOUT_S = "10"


@dataclass(frozen=True)
class Audit:
    """What came of it: the packages asked about, those that were not, and the known vulnerabilities in words."""

    asked: int
    not_asked: int
    known: tuple[str, ...]


def read_report(report: dict[str, Any]) -> Audit:
    """Return what a report of pip-audit in JSON says."""
    dependencies = report["dependencies"]
    asked = [one for one in dependencies if "skip_reason" not in one]
    known = [
        f"{one['name']} {one['version']}: {found['id']}, mended in {', '.join(found['fix_versions']) or 'none yet'}"
        for one in asked
        for found in one.get("vulns", ())
    ]
    return Audit(len(asked), len(dependencies) - len(asked), tuple(known))


def verdict(audit: Audit | None, why_not: str) -> tuple[int, list[str]]:
    """Return the exit status and what to print; `audit` is None where there is no report, and `why_not` says why."""
    if audit is None:
        return 0, [f"audit SKIPPED: the vulnerability data cannot be reached ({why_not}); nothing was checked"]
    if not audit.asked:
        return 0, [
            "audit SKIPPED: the vulnerability data knows none of the packages (unreachable?); nothing was checked"
        ]
    lines = list(audit.known)
    if audit.not_asked:
        lines.append(f"{audit.not_asked} packages could not be asked about")
    lines.append(f"audit: {len(audit.known)} known vulnerabilities in {audit.asked} packages")
    return (1 if audit.known else 0), lines


def run_audit() -> tuple[Audit | None, str]:
    """Run pip-audit beside this Python; return its report, or None and why there is none."""
    # As a module of this Python, so that the tool asked is the one of this environment.
    command = [sys.executable, "-m", "pip_audit", "--requirement", str(ROOT / "constraints.txt"), "--no-deps"]
    command += ["--disable-pip", "--format", "json", "--progress-spinner", "off", "--timeout", _REQUEST_TIMEOUT_S]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=_TIMEOUT_S)
        return read_report(json.loads(done.stdout)), ""
    except subprocess.TimeoutExpired:
        return None, f"no answer in {_TIMEOUT_S} s"
    except (ValueError, KeyError):
        last = (done.stderr.strip().splitlines() or ["no report"])[-1]
        return None, last.partition("http")[0][:200].strip() or "no report"


def main() -> None:
    """Audit and tell."""
    status, lines = verdict(*run_audit())
    sys.stdout.write("\n".join(lines) + "\n")
    sys.exit(status)


if __name__ == "__main__":
    main()
