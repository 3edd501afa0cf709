"""Run one trial in this process: python -m bench.torture.one NAME SEED SECONDS FILE."""

import json
import logging
import os
import sys
import traceback
from dataclasses import asdict
from pathlib import Path

import structlog

from bench.torture.catalogue import trial_named
from bench.torture.trial import Budget, Findings, Trial


def findings_of(trial: Trial, seed: int, seconds: float) -> Findings:
    """Run a trial; one that raises has lost something."""
    try:
        return trial.run(seed, Budget(seconds))
    except Exception:  # whatever it is: a trial that cannot go on has proved nothing
        return Findings(tried=1, lost=1, losses=[f"the trial itself failed: {traceback.format_exc()[-2000:]}"])


def main(name: str, seed: str, seconds: str, file: str) -> None:
    """Run a trial and write what it found as JSON."""
    for variable in [one for one in os.environ if one.startswith("KRATOM_")]:
        del os.environ[variable]  # none of the operator's settings
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL)
    )  # faults are what it makes
    found = findings_of(trial_named(name), int(seed), float(seconds))
    Path(file).write_text(json.dumps(asdict(found)), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
