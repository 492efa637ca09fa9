"""Where the command writes: terminals and pipes of any encoding, full disks, folders that are not there."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from assistant.cli import main
from tools.disclaimer import SHORT

FLY = ("tool", "butterfly", "--lower", "25", "--body", "30", "--upper", "35", "--debit", "0.85")


def alvh(*arguments: str, encoding: str, out: str | None = None) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", "from assistant.cli import main; main()", *arguments]
    env = {**os.environ, "PYTHONIOENCODING": encoding}
    if out is None:
        return subprocess.run(command, env=env, capture_output=True, check=False)
    with Path(out).open("wb") as sink:
        return subprocess.run(command, env=env, stdout=sink, stderr=subprocess.PIPE, check=False)


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "cp437", "utf-8"])
def test_an_encoding_that_lacks_a_sign_shows_what_comes_nearest(encoding: str) -> None:
    done = alvh(*FLY, encoding=encoding)
    assert done.returncode == 0, done.stderr
    told = done.stdout.decode(encoding)
    assert ("5 − 0.85" if encoding == "utf-8" else "5 - 0.85") in told
    assert "?" not in told
    assert SHORT in told


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_full_disk_is_told_in_words() -> None:
    done = alvh(*FLY, encoding="utf-8", out="/dev/full")
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert SHORT in done.stderr.decode()


def test_an_index_that_cannot_be_kept_is_not_said_to_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    done = CliRunner().invoke(main, ["index", "--home", str(tmp_path / "file")])
    assert done.exit_code == 2
    assert "cannot hold the index" in done.output
    assert SHORT in done.output


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["ask", "hi", "--save", str(tmp_path / "nowhere" / "talk.md")])
    assert done.exit_code == 2
    assert f"There is no folder {tmp_path / 'nowhere'}" in done.output


@pytest.mark.parametrize("url", ["http://[bad", "http://host:99999/v1", "ftp://host", "http://"])
def test_an_address_that_is_none_is_told(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("ALVH_BASE_URL", url)
    done = CliRunner().invoke(main, ["ask", "hi", "--model", "openai:x"])
    assert done.exit_code == 2
    assert "ALVH_BASE_URL: got" in done.output
    assert SHORT in done.output
