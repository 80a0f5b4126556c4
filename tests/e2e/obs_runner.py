"""A real OBS Studio on a virtual screen, with a profile of its own; it may be killed, frozen and started again."""

import os
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path
from types import TracebackType
from typing import Self

MISSING = "OBS n’est pas installé ici (apt-get install obs-studio xvfb)."
START_S = 60.0
"""For software rendering on a busy machine; about 4 s else."""
_GLOBAL = """[General]
FirstRun=true
LastVersion=486539266
EnableAutoUpdates=false
[Basic]
Profile=test
ProfileDir=test
SceneCollection=test
SceneCollectionFile=test
[BasicWindow]
WarnBeforeStartingStream=false
WarnBeforeStoppingStream=false
[OBSWebSocket]
FirstLoad=false
ServerEnabled=true
ServerPort={port}
AlertsEnabled=false
AuthRequired=true
ServerPassword={password}
"""
_PROFILE = """[General]
Name=test
[Output]
Mode=Simple
[SimpleOutput]
FilePath={folder}
RecFormat=mkv
RecQuality=Stream
StreamEncoder=x264
VBitrate=1000
[Video]
BaseCX=1280
BaseCY=720
OutputCX=1280
OutputCY=720
FPSType=0
FPSCommon=30
[Audio]
SampleRate=48000
ChannelSetup=Stereo
"""


def is_installed() -> bool:
    return bool(shutil.which("obs") and shutil.which("Xvfb"))


class RealObs:
    """A context: OBS listens at ``url`` within it. Nothing of the user's own OBS is read or changed."""

    def __init__(self, folder: Path, password: str = "secret-e2e") -> None:
        self.password = password
        self._folder = folder
        self._port = _free_port()
        self._obs: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"ws://127.0.0.1:{self._port}"

    def __enter__(self) -> Self:
        config = self._folder / "config" / "obs-studio"
        profile = config / "basic" / "profiles" / "test"
        for made in (profile, config / "basic" / "scenes", self._folder / "runtime", self._folder / "recordings"):
            made.mkdir(parents=True)
        (self._folder / "runtime").chmod(0o700)
        (config / "global.ini").write_text(_GLOBAL.format(port=self._port, password=self.password))
        (profile / "basic.ini").write_text(_PROFILE.format(folder=self._folder / "recordings"))
        self._screen, self._display = _virtual_screen()
        try:
            self.start()
        except BaseException:
            self._screen.kill()
            self._screen.wait()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()
        self._screen.terminate()
        self._screen.wait()

    def start(self) -> float:
        """Starts OBS and waits for its port; when it first accepted, on the monotonic clock."""
        env = {
            **{name: value for name, value in os.environ.items() if name != "DBUS_SESSION_BUS_ADDRESS"},
            "DISPLAY": self._display,
            "QT_QPA_PLATFORM": "xcb",
            "LIBGL_ALWAYS_SOFTWARE": "1",
            "XDG_CONFIG_HOME": str(self._folder / "config"),
            "XDG_RUNTIME_DIR": str(self._folder / "runtime"),
            "HOME": str(self._folder),
            "LANG": "C.UTF-8",
        }
        options = ["--multi", "--minimize-to-tray", "--disable-missing-files-check", "--disable-shutdown-check"]
        with (self._folder / "obs.log").open("ab") as log:
            self._obs = subprocess.Popen(["obs", *options], env=env, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        end_s = time.monotonic() + START_S
        while time.monotonic() < end_s:
            assert self._obs.poll() is None, (self._folder / "obs.log").read_text(errors="replace")[-2000:]
            try:
                socket.create_connection(("127.0.0.1", self._port), 0.5).close()
            except OSError:
                time.sleep(0.02)
            else:
                return time.monotonic()
        self.kill()
        raise TimeoutError("OBS did not open its port")

    def kill(self) -> None:
        """It dies at once, as when it crashes."""
        if self._obs is not None:
            self._obs.kill()
            self._obs.wait()
            self._obs = None

    def freeze(self) -> None:
        assert self._obs is not None
        self._obs.send_signal(signal.SIGSTOP)
        os.waitid(os.P_PID, self._obs.pid, os.WSTOPPED)

    def thaw(self) -> None:
        assert self._obs is not None
        self._obs.send_signal(signal.SIGCONT)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


def _virtual_screen() -> tuple["subprocess.Popen[bytes]", str]:
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    screen = subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as said:
        return screen, f":{said.readline().strip()}"
