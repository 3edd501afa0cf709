"""The figures for Prometheus. No label ever holds a word of a question, or the id of a person, server or message."""

import math
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from prometheus_client import CollectorRegistry, Counter, Histogram, PlatformCollector, ProcessCollector
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.exposition import generate_latest
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector

_ANSWER_BUCKETS_S = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)
_DELAY_BUCKETS_S = (0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)


class Metrics:
    """The figures that events add to; those that are read at the scrape come by `read_at_scrape`."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self._answers = Histogram(
            "kratom_answer_seconds",
            "From the queue to the finished answer, without Discord's share.",
            buckets=_ANSWER_BUCKETS_S,
            registry=self.registry,
        )
        self._delay = Histogram(
            "kratom_event_loop_delay_seconds",
            "How much later than asked the event loop turns.",
            buckets=_DELAY_BUCKETS_S,
            registry=self.registry,
        )
        self._reloads = Counter(
            "kratom_reloads", "Reloads of the corpus by outcome.", ["outcome"], registry=self.registry
        )
        self._connections = Counter(
            "kratom_gateway_connections", "Connections to Discord's gateway by kind.", ["kind"], registry=self.registry
        )
        self._disconnects = Counter(
            "kratom_gateway_disconnects", "Connections to Discord's gateway that ended.", registry=self.registry
        )
        for outcome in RELOAD_OUTCOMES:
            self._reloads.labels(outcome)
        for kind in CONNECTION_KINDS:
            self._connections.labels(kind)
        ProcessCollector(registry=self.registry)
        PlatformCollector(registry=self.registry)

    def time_answer(self, seconds: float) -> None:
        """Note how long a question took."""
        self._answers.observe(seconds)

    def delayed(self, seconds: float) -> None:
        """Note how much too late the event loop turned."""
        self._delay.observe(max(0.0, seconds))

    def reloaded(self, outcome: str) -> None:
        """Count a reload; `outcome` is one of `RELOAD_OUTCOMES`."""
        self._reloads.labels(outcome).inc()

    def connected(self, kind: str) -> None:
        """Count a connection; `kind` is one of `CONNECTION_KINDS`."""
        self._connections.labels(kind).inc()

    def disconnected(self) -> None:
        """Count a connection that ended."""
        self._disconnects.inc()

    def read_at_scrape(self, collector: Collector) -> None:
        """Add figures that are read when Prometheus asks."""
        self.registry.register(collector)

    def exposed(self) -> bytes:
        """Return all figures in Prometheus' text form."""
        return generate_latest(self.registry)


RELOAD_OUTCOMES = ("done", "refused", "busy", "stopped", "failed")
CONNECTION_KINDS = ("new", "resumed")


@dataclass(frozen=True)
class Reading:
    """One figure that is read at the scrape: its name, what it is, and its values by label."""

    name: str
    words: str
    read: Callable[[], Mapping[str, float] | float | None]
    label: str | None = None
    counts: bool = False


class Readings(Collector):
    """Reads figures at each scrape; one that cannot be read is left out, and the others are shown."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._readings = tuple(readings)

    def collect(self) -> Iterable[Metric]:
        """Return the figures of the moment."""
        for reading in self._readings:
            try:
                values = reading.read()
            except Exception:  # a scrape must never fail for one figure; its absence is an alarm of its own
                continue
            if values is not None:
                yield _family(reading, values)

    def describe(self) -> Iterable[Metric]:
        """Return the figures without values, since reading them at the start would be too early."""
        return [_family(reading, {}) for reading in self._readings]


def _family(reading: Reading, values: Mapping[str, float] | float) -> Metric:
    kind = CounterMetricFamily if reading.counts else GaugeMetricFamily
    family = kind(reading.name, reading.words, labels=[reading.label] if reading.label else [])
    if isinstance(values, Mapping):
        for label, value in sorted(values.items()):
            family.add_metric([label], value)
    elif math.isfinite(values):
        family.add_metric([], values)
    return family


def free_bytes(folders: Mapping[str, Path]) -> dict[str, float]:
    """Return how much room there is where the folders are, by name; one that is not there is left out."""
    free = {}
    for name, folder in folders.items():
        if folder.exists():
            free[name] = float(shutil.disk_usage(folder).free)
    return free
