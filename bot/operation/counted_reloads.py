"""Reloads, counted by how they ended."""

from collections.abc import Callable

from bot.bootstrap import Assembly
from bot.corpus_claim import CorpusBusyError, Work
from bot.corpus_reading import CorpusRefusedError
from bot.operation.metrics import Metrics
from bot.reloading import Reloader, ReloadStoppedError, SafetyRegressedError, Told, Trial

_OUTCOMES: dict[type[Exception], str] = {
    CorpusBusyError: "busy",
    CorpusRefusedError: "refused",
    SafetyRegressedError: "refused",
    ReloadStoppedError: "stopped",
}


class CountedReloader(Reloader):
    """A reloader that tells the metrics how each reload ended."""

    def __init__(self, assembly: Assembly, metrics: Metrics) -> None:
        super().__init__(assembly)
        self._metrics = metrics

    def reload(
        self,
        by: str,
        told: Told = lambda _step: None,
        *,
        work: Work = Work.RELOAD,
        first: Callable[[], None] = lambda: None,
    ) -> Trial:
        """Reload as `Reloader.reload` does, and count it."""
        try:
            trial = super().reload(by, told, work=work, first=first)
        except Exception as error:
            self._metrics.reloaded(
                next((name for kind, name in _OUTCOMES.items() if isinstance(error, kind)), "failed")
            )
            raise
        self._metrics.reloaded("done")
        return trial
