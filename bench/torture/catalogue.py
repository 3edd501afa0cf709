"""All kinds of trial there are: every module of `bench.torture.trials` lists its own."""

import pkgutil
from importlib import import_module

from bench.torture import trials
from bench.torture.trial import Trial


def all_trials() -> tuple[Trial, ...]:
    """Return every trial, in the order of the modules' names."""
    modules = sorted(module.name for module in pkgutil.iter_modules(trials.__path__))
    found: list[Trial] = []
    for name in modules:
        found += getattr(import_module(f"{trials.__name__}.{name}"), "TRIALS", ())
    names = [trial.name for trial in found]
    if len(set(names)) < len(names):
        raise ValueError(f"two trials share a name: {sorted(names)}")
    return tuple(found)


def trial_named(name: str) -> Trial:
    """Return a trial.

    Raises:
        KeyError: there is none of that name.
    """
    return {trial.name: trial for trial in all_trials()}[name]
