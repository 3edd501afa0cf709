"""Reloads, counted by how they ended."""

from bot.bootstrap import Assembly
from bot.operation.metrics import Metrics
from bot.reloading import ReloadBusyError, Reloader, ReloadRefusedError, ReloadReport, ReloadStoppedError, Told


class CountedReloader(Reloader):
    """A reloader that tells the metrics how each reload ended."""

    def __init__(self, assembly: Assembly, metrics: Metrics) -> None:
        super().__init__(assembly)
        self._metrics = metrics

    def reload(self, by: str, told: Told = lambda _step: None) -> ReloadReport:
        """Reload as `Reloader.reload` does, and count it."""
        outcome = "failed"
        try:
            report = super().reload(by, told)
            outcome = "done"
        except ReloadBusyError:
            outcome = "busy"
            raise
        except ReloadRefusedError:
            outcome = "refused"
            raise
        except ReloadStoppedError:
            outcome = "stopped"
            raise
        finally:
            self._metrics.reloaded(outcome)
        return report
