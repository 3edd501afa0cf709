"""What was measured of one system, and the bars it is held against."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil
from statistics import median

from bench.side_by_side.systems import BASELINE, OWN


@dataclass(slots=True)
class Figures:
    """All that one run saw of a system; nothing where a stage failed, and then `fault` says why.

    Attributes:
        build_s: from plain passages to files on disk, in seconds, with an empty cache.
        data_bytes: what it wrote and needs for answering.
        packages: bytes of each installed package that answering needs.
        cold_starts_s: from starting a process to its first printed answer, in seconds, one per round.
        resident_mib: memory after the answers of the memory stage, alone on the machine.
        proportional_mib: the same, shared pages divided among those who map them.
        latencies_ms: by variant of threads, one per question.
        right_1: per question, whether the first passage answers it.
        right_3: per question, whether the passages shown, read together, answer it.
        per_second: by variant, answers a second of the whole machine.
    """

    name: str
    title: str
    build_s: float | None = None
    data_bytes: int | None = None
    packages: dict[str, int] = field(default_factory=dict)
    cold_starts_s: list[float] = field(default_factory=list)
    resident_mib: float | None = None
    proportional_mib: float | None = None
    latencies_ms: dict[str, list[float]] = field(default_factory=dict)
    right_1: list[bool] = field(default_factory=list)
    right_3: list[bool] = field(default_factory=list)
    per_second: dict[str, float] = field(default_factory=dict)
    fault: str = ""

    @property
    def cold_start_s(self) -> float | None:
        """Return the median cold start."""
        return median(self.cold_starts_s) if self.cold_starts_s else None

    @property
    def packages_bytes(self) -> int | None:
        """Return the bytes of all installed packages that answering needs."""
        return sum(self.packages.values()) if self.packages else None

    @property
    def best_threads(self) -> str | None:
        """Return the variant with the lowest median time a question."""
        timed = {variant: median(times) for variant, times in self.latencies_ms.items() if times}
        return min(timed, key=lambda variant: timed[variant]) if timed else None

    def latency_ms(self, share: float) -> float | None:
        """Return the time a question at a percentile (`share` 0 to 1) in the best variant."""
        best = self.best_threads
        return percentile(self.latencies_ms[best], share) if best else None

    @property
    def best_per_second(self) -> float | None:
        """Return the answers a second of the best variant."""
        return max(self.per_second.values(), default=None)

    @property
    def right_1_rate(self) -> float | None:
        """Return the share of questions that the first passage answers."""
        return _share(self.right_1)

    @property
    def right_3_rate(self) -> float | None:
        """Return the share of questions that the passages shown answer."""
        return _share(self.right_3)


def percentile(values: Sequence[float], share: float) -> float:
    """Return the smallest value that at least `share` (0 to 1) of the values do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, ceil(share * len(ordered)) - 1)]


def _share(marks: Sequence[bool]) -> float | None:
    return sum(marks) / len(marks) if marks else None


@dataclass(frozen=True, slots=True)
class Bar:
    """A goal with what was reached. `met` is None where it could not be measured."""

    measure: str
    goal: str
    reached: str
    met: bool | None


def bars(systems: Sequence[Figures]) -> list[Bar]:
    """Return the goals of the issue, held against this run."""
    by_name = {one.name: one for one in systems}
    own, hand = by_name[OWN], by_name.get(BASELINE, Figures(BASELINE, ""))
    peers = [one for one in systems if one.name != OWN]
    return [
        _ratio("time a question, p50", own.latency_ms(0.5), hand.latency_ms(0.5), 1 / 3, "1/3", "ms"),
        _ratio("cold start to first answer", own.cold_start_s, hand.cold_start_s, 1 / 6, "1/6", "s"),
        _ratio("resident memory", own.resident_mib, hand.resident_mib, 1 / 3, "1/3", "MiB"),
        _most("resident memory", own.resident_mib, 300 * 1e6 / 2**20, "300 MB", "MiB"),
        _least("questions a second, both cores", own.best_per_second, hand.best_per_second, 3),
        _above("right@1", own.right_1_rate, [one.right_1_rate for one in peers]),
        _above("right@3", own.right_3_rate, [one.right_3_rate for one in peers]),
    ]


def _ratio(measure: str, own: float | None, other: float | None, bound: float, words: str, unit: str) -> Bar:
    goal = f"at most {words} of by hand"
    if own is None or not other:
        return Bar(measure, goal, "not measured", None)
    return Bar(measure, goal, f"{own:.2f} {unit} to {other:.2f}: 1/{other / own:.1f}", own / other <= bound)


def _most(measure: str, own: float | None, bound: float, words: str, unit: str) -> Bar:
    if own is None:
        return Bar(measure, f"at most {words}", "not measured", None)
    return Bar(measure, f"at most {words}", f"{own:.0f} {unit}", own <= bound)


def _least(measure: str, own: float | None, other: float | None, times: float) -> Bar:
    goal = f"at least {times:g} times by hand"
    if own is None or not other:
        return Bar(measure, goal, "not measured", None)
    return Bar(measure, goal, f"{own:.1f} to {other:.1f}: {own / other:.1f} times", own / other >= times)


def _above(measure: str, own: float | None, others: Sequence[float | None]) -> Bar:
    known = [rate for rate in others if rate is not None]
    if own is None or not known:
        return Bar(measure, "above every peer", "not measured", None)
    return Bar(measure, "above every peer", f"{own:.3f}, the best peer {max(known):.3f}", own > max(known))
