"""Describe the machine that a run was made on."""

import os
import platform
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Machine:
    """What timings depend on. `load` is the average number of running processes in the last minute."""

    processor: str
    cores: int
    memory_gib: float
    system: str
    python: str
    load: float


def describe_machine() -> Machine:
    """Return the machine as it is now."""
    return Machine(
        processor=_field(Path("/proc/cpuinfo"), "model name") or platform.processor() or platform.machine(),
        cores=len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1,
        memory_gib=round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30, 1),
        system=f"{platform.system()} {platform.release()}",
        python=platform.python_version(),
        load=round(os.getloadavg()[0], 2),
    )


def memory_mib(pid: int) -> tuple[float, float]:
    """Return (resident, proportional) memory of a process in MiB; proportional shares what other processes map too."""
    rollup = Path(f"/proc/{pid}/smaps_rollup")
    return _kib(rollup, "Rss") / 1024, _kib(rollup, "Pss") / 1024


def folder_bytes(folder: Path) -> int:
    """Return the bytes of all files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _field(path: Path, name: str) -> str:
    try:
        lines = path.read_text("utf-8").splitlines()
    except OSError:
        return ""
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(name)), "")


def _kib(path: Path, name: str) -> float:
    return float(_field(path, f"{name}:").removesuffix("kB") or 0)
