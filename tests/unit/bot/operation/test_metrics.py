"""Figures for Prometheus: true, whole, and without anything personal."""

from types import SimpleNamespace
from typing import Any, cast

import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.corpus_claim import CorpusBusyError, Work
from bot.corpus_reading import CorpusRefusedError
from bot.operation.counted_reloads import CountedReloader
from bot.operation.metrics import RELOAD_OUTCOMES, Metrics, Reading, Readings
from bot.operation.structured_logs import OTHER_KINDS, ErrorKinds
from bot.reloading import Reloader, ReloadStoppedError


def values(metrics: Metrics) -> dict[tuple[str, tuple[str, ...]], float]:
    families = text_string_to_metric_families(metrics.exposed().decode())
    return {(s.name, tuple(s.labels.values())): s.value for family in families for s in family.samples}


def test_reading_that_fails_is_left_out_and_the_others_are_shown() -> None:
    def broken() -> float:
        raise RuntimeError("canary")

    metrics = Metrics()
    metrics.read_at_scrape(
        Readings([Reading("one", "", broken), Reading("two", "", lambda: 2.0), Reading("none", "", lambda: None)])
    )
    shown = values(metrics)
    assert shown["two", ()] == 2.0
    assert ("one", ()) not in shown
    assert ("none", ()) not in shown
    assert b"canary" not in metrics.exposed()


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_figure_that_is_not_known_is_no_number(value: float) -> None:
    metrics = Metrics()
    metrics.read_at_scrape(Readings([Reading("latency", "", lambda: value)]))
    assert ("latency", ()) not in values(metrics)


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (None, "done"),
        (CorpusBusyError("x", Work.RELOAD, 1.0), "busy"),
        (CorpusRefusedError(()), "refused"),
        (ReloadStoppedError(), "stopped"),
        (OSError("full"), "failed"),
    ],
)
def test_reloads_are_counted_by_how_they_ended(
    error: Exception | None, outcome: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def reload(*_arguments: Any, **_options: Any) -> None:
        if error:
            raise error

    monkeypatch.setattr(Reloader, "reload", reload)
    metrics = Metrics()
    reloader = CountedReloader(cast("Any", SimpleNamespace(withdrawals=None)), metrics)
    if error is None:
        reloader.reload("someone")
    else:
        with pytest.raises(type(error)):
            reloader.reload("someone")
    shown = values(metrics)
    counted = {one: shown["kratom_reloads_total", (one,)] for one in RELOAD_OUTCOMES}
    assert counted == {one: float(one == outcome) for one in RELOAD_OUTCOMES}


def test_kinds_of_errors_cannot_grow_without_end() -> None:
    errors = ErrorKinds()
    for number in range(500):
        errors.note(f"kind{number}")
    assert len(errors.counts()) == 101
    assert errors.counts()[OTHER_KINDS] == 400
    assert sum(errors.counts().values()) == 500
