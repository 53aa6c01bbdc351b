"""What a process gives up for good, as far as its system lets it: files, the network, memory, time of the processor.

Linux alone has all of it: Landlock for files, a network name space of its own that leads nowhere, limits on resources.
Each part is tried by itself, since a container may forbid one and not the other. The three calls of Landlock are made
directly: they are fewer lines than a library for them would need.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

OPEN_FILES = 64
_NEW_USER, _NEW_NETWORK = 0x1000_0000, 0x4000_0000
_NO_NEW_PRIVILEGES = 38
_CREATE_RULESET, _ADD_RULE, _RESTRICT = 444, 445, 446
_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 5: 16}  # version of Landlock → how many rights on files it knows
_EXECUTE, _READ_FILE, _READ_FOLDER = 1, 4, 8
_NETWORK_SINCE, _SCOPES_SINCE = 4, 6


class _Ruleset(ctypes.Structure):
    _fields_ = (("files", ctypes.c_uint64), ("network", ctypes.c_uint64), ("scopes", ctypes.c_uint64))


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed", ctypes.c_uint64), ("folder", ctypes.c_int32))


def confine(readable: Iterable[Path], memory_bytes: int) -> list[str]:
    """What this process gave up, of `network`, `files` and `resources`: all but reading in these folders.

    It has to be called before there is a second thread.
    """
    parts: dict[str, Callable[[], None]] = {
        "network": _leave_network,
        "files": lambda: _leave_files(readable),
        "resources": lambda: _limit_resources(memory_bytes),
    }
    return [name for name, part in parts.items() if _is_given_up(part)]


def limit_resources(further_bytes: int) -> list[str]:
    """The same for a process that needs its files and the network: `resources`, if it could be.

    Memory counts from now on, since libraries reserve gigabytes that they never touch.
    """
    return ["resources"] if _is_given_up(lambda: _limit_resources(_reserved_bytes() + further_bytes)) else []


def limit_processor(seconds: float) -> None:
    """End this process once it has used so much more time of the processor; for when nobody is left to do so."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (int(used + seconds) + 1, most))


def _is_given_up(part: Callable[[], None]) -> bool:
    with suppress(OSError, ValueError, ImportError, AttributeError):
        part()
        return True
    return False


def _leave_network() -> None:
    _check_linux()
    _called(ctypes.CDLL(None, use_errno=True).unshare(_NEW_USER | _NEW_NETWORK))


def _leave_files(readable: Iterable[Path]) -> None:
    _check_linux()
    system = ctypes.CDLL(None, use_errno=True)
    version = _called(system.syscall(_CREATE_RULESET, None, 0, 1))
    rights = max(count for since, count in _FILE_RIGHTS.items() if version >= since)
    wanted = _Ruleset((1 << rights) - 1, 3, 3)
    size = 24 if version >= _SCOPES_SINCE else 16 if version >= _NETWORK_SINCE else 8
    rules = _called(system.syscall(_CREATE_RULESET, ctypes.byref(wanted), ctypes.c_size_t(size), 0))
    try:
        for folder in readable:
            _let_read(system, rules, folder)
        _called(system.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0))
        _called(system.syscall(_RESTRICT, rules, 0))
    finally:
        os.close(rules)


def _let_read(system: ctypes.CDLL, rules: int, folder: Path) -> None:
    with suppress(FileNotFoundError):
        place = os.open(folder, os.O_PATH | os.O_CLOEXEC)
        try:
            rule = _Beneath(_EXECUTE | _READ_FILE | _READ_FOLDER, place)
            _called(system.syscall(_ADD_RULE, rules, 1, ctypes.byref(rule), 0))
        finally:
            os.close(place)


def _limit_resources(memory_bytes: int) -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (OPEN_FILES, OPEN_FILES))
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))


def _reserved_bytes() -> int:
    """Address space that this process has already; OSError where nobody tells."""
    return int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")


def _check_linux() -> None:
    if sys.platform != "linux":
        raise OSError("only Linux has this")


def _called(result: int) -> int:
    if result < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return result
