"""Show what the doctor found, as lines or as JSON."""

import json
from collections.abc import Callable

from bot.operation.checkup import Finding, State, Surroundings, check_up
from bot.settings import Settings

EXIT_WELL = 0
EXIT_FAILED = 1


def report(settings: Settings, tell: Callable[[str], object], *, as_json: bool) -> int:
    """Tell what was found; return the exit status: 1 where something fails, 0 for warnings too."""
    findings = check_up(settings, Surroundings.of_this_process())
    failed = any(finding.state is State.FAIL for finding in findings)
    if as_json:
        tell(json.dumps({"well": not failed, "findings": [_to_dict(finding) for finding in findings]}, indent=1))
    else:
        for finding in findings:
            tell(f"{finding.state:<4}  {finding.subject}: {finding.words}")
            if finding.next_step:
                tell(f"      -> {finding.next_step}")
    return EXIT_FAILED if failed else EXIT_WELL


def _to_dict(finding: Finding) -> dict[str, str]:
    return {
        "subject": finding.subject,
        "state": finding.state.value,
        "words": finding.words,
        "next": finding.next_step,
    }
