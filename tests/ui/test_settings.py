"""Settings that people have for other apps of Streamlit's: they change nothing here, or the start is refused."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.support.places import ROOT

DUMP = """
import json, pathlib, sys
from jtbd.ui import settings
if len(sys.argv) > 2:
    from streamlit.web import bootstrap
    bootstrap.load_config_options(json.loads(sys.argv[2]))
settings.keep_ours(pathlib.Path(sys.argv[1]), first=len(sys.argv) == 2)
from streamlit import config
found = {key: option.value for key, option in config.get_config_options().items()}
del found["server.cookieSecret"]  # another with each start
print(json.dumps(found, default=repr))
"""

HOSTILE = """
[server]
baseUrlPath = "other"
address = "0.0.0.0"
port = 9999
sslCertFile = "x.pem"
sslKeyFile = "x.key"
enableCORS = false
enableXsrfProtection = false
enableStaticServing = true
headless = false
maxUploadSize = 2000
trustedUserHeaders = {x = "y"}

[browser]
gatherUsageStats = true
serverAddress = "elsewhere.example"

[client]
toolbarMode = "developer"
showErrorDetails = "full"

[logger]
level = "debug"
hideWelcomeMessage = false

[theme]
base = "dark"
primaryColor = "#ff00ff"

[theme.light]
backgroundColor = "#00ff00"

[theme.sidebar]
textColor = "#ff0000"
"""


def _settings(folder: Path, *more: str, env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Read the settings as the app does that is started in a folder, which is the person's home as well."""
    return subprocess.run(
        [sys.executable, "-c", DUMP, str(ROOT), *more],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "HOME": str(folder), "USERPROFILE": str(folder), **(env or {})},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Return the settings where nobody has any."""
    return json.loads(_settings(tmp_path_factory.mktemp("home")).stdout)


def _write(text: str) -> Callable[[Path], object]:
    return lambda file: file.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    "lay",
    [
        _write(HOSTILE),
        _write("[server\nport ="),
        _write("[theme.sidebar.light]\nbase = 'x'\n"),
        Path.mkdir,
    ],
    ids=["other settings", "no TOML", "a section that there is not", "a folder"],
)
def test_others_settings_change_nothing(tmp_path: Path, clean: Any, lay: Callable[[Path], object]) -> None:
    """Whatever stands in a person's own settings, all are as without; nothing is said of it, and nothing breaks."""
    file = tmp_path / ".streamlit" / "config.toml"
    file.parent.mkdir()
    lay(file)
    done = _settings(tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == clean


def test_our_settings_are_in_force(clean: Any) -> None:
    """What stands beside app.py is what Streamlit goes by."""
    ours = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    said = {f"{section}.{name}": value for section, values in ours.items() for name, value in values.items()}
    for name in ("light", "dark"):
        said |= {f"theme.{name}.{key}": value for key, value in said.pop(f"theme.{name}").items()}
    assert len(said) > 20
    assert {key: clean[key] for key in said} == said


def test_under_streamlit_run_only_its_command_line_has_a_say(tmp_path: Path, clean: Any) -> None:
    """There Streamlit has read files and environment by then: both are put right, what was typed stays."""
    file = tmp_path / ".streamlit" / "config.toml"
    file.parent.mkdir()
    file.write_text('[server]\nbaseUrlPath = "other"\n[theme]\nbase = "dark"\n', encoding="utf-8")
    flags = {"server_maxUploadSize": 7, "client_toolbarMode": "developer", "server_port": 1234}
    done = _settings(tmp_path, json.dumps(flags), env={"STREAMLIT_CLIENT_TOOLBAR_MODE": "developer"})
    assert (done.returncode, done.stderr) == (0, "")
    # the address is in use by then; the guard looks at that one itself
    changed = {"server.maxUploadSize": 7, "server.port": 1234, "browser.serverPort": 1234, "server.address": None}
    assert json.loads(done.stdout) == clean | changed


def test_a_start_that_cannot_be_put_right_is_one_sentence(tmp_path: Path) -> None:
    """`streamlit run` says in a sentence what is in the way, which setting it is, and what to do; it ends with 2."""
    cases: list[tuple[list[str], dict[str, str], str]] = [
        (["--server.baseUrlPath=x"], {}, "the command line says 'x' for server.baseUrlPath"),
        (["--server.enableStaticServing=true"], {}, "the command line says True for server.enableStaticServing"),
        ([], {"STREAMLIT_SERVER_ADDRESS": "0.0.0.0"}, "it would listen on 0.0.0.0"),  # noqa: S104
        (["--browser.gatherUsageStats=true"], {}, "the command line says True for browser.gatherUsageStats"),
    ]
    started = [
        subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"), "--server.port=0", *flags],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT), **env},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for flags, env, _ in cases
    ]
    said = [process.communicate(timeout=60) for process in started]
    assert [process.returncode for process in started] == [2] * len(cases)
    for (out, err), (_, _, reason) in zip(said, cases, strict=True):
        assert out == ""
        first, rest = err.splitlines()
        assert first.startswith(f"Common Job was not started: {reason}")
        assert rest.startswith("Start it with `jtbd`")
