"""The folder is written once, noticed when damaged, and shared by two processes."""

import logging
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from knowledge.store import VectorStore

COUNT = 60
IDS = [f"id-{n}" for n in range(COUNT)]
METADATA = [{"document": f"text {n}", "term": "t"} for n in range(COUNT)]


def vectors() -> np.ndarray:
    rows = np.random.default_rng(7).normal(size=(COUNT, 16)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def open_store(root: Path, content: str = "a") -> tuple[VectorStore, bool]:
    """The store, and whether it had to be built."""
    built = []

    def embed() -> np.ndarray:
        built.append(True)
        return vectors()

    return VectorStore.in_folder(root, {"content": content}, IDS, lambda: METADATA, embed), bool(built)


def home(root: Path) -> Path:
    (found,) = [p for p in root.iterdir() if p.is_dir()]
    return found


def empty_database(root: Path) -> None:
    with closing(sqlite3.connect(home(root) / "chroma" / "chroma.sqlite3")) as database:
        database.execute("DELETE FROM embeddings")
        database.commit()


def truncate(name: str) -> Callable[[Path], None]:
    def damage(root: Path) -> None:
        for path in home(root).rglob(name):
            with path.open("r+b") as file:
                file.truncate(path.stat().st_size // 2)

    return damage


def overwrite(name: str) -> Callable[[Path], None]:
    def damage(root: Path) -> None:
        for path in home(root).rglob(name):
            path.write_bytes(b"\xff" * path.stat().st_size)

    return damage


def delete_vectors(root: Path) -> None:
    for path in (home(root) / "chroma").iterdir():
        if path.is_dir():
            shutil.rmtree(path)


DAMAGES: dict[str, Callable[[Path], None]] = {
    "database emptied of rows": empty_database,
    "database truncated": truncate("chroma.sqlite3"),
    "database overwritten": overwrite("chroma.sqlite3"),
    "database missing": lambda root: (home(root) / "chroma" / "chroma.sqlite3").unlink(),
    "vector folder deleted": delete_vectors,
    "vector file truncated": truncate("data_level0.bin"),
    "vector file overwritten": overwrite("data_level0.bin"),
    "vectors.npy truncated": truncate("vectors.npy"),
    "manifest missing": lambda root: (home(root) / "manifest.json").unlink(),
    "manifest truncated": truncate("manifest.json"),
}


def test_a_second_opening_builds_nothing(tmp_path: Path):
    first, built = open_store(tmp_path)
    first.close()
    assert built
    for _ in range(2):
        store, built = open_store(tmp_path)
        assert not built
        assert store.nearest(vectors()[3], 1) == [3]
        store.close()


def test_other_content_is_built_anew_and_the_old_goes(tmp_path: Path):
    open_store(tmp_path, "a")[0].close()
    before = home(tmp_path)
    store, built = open_store(tmp_path, "b")
    store.close()
    assert built
    assert home(tmp_path) != before


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_folder_is_noticed_and_built_again(tmp_path: Path, damage: str, caplog: pytest.LogCaptureFixture):
    open_store(tmp_path)[0].close()
    DAMAGES[damage](tmp_path)
    with caplog.at_level(logging.WARNING, logger="knowledge.store"):
        store, built = open_store(tmp_path)
    assert built
    assert "is damaged" in caplog.text
    assert [store.nearest(v, 1) for v in vectors()] == [[n] for n in range(COUNT)]
    store.close()
    store, built = open_store(tmp_path)
    store.close()
    assert not built


def test_an_unfinished_build_is_cleared_away(tmp_path: Path):
    (tmp_path / "building-dead" / "chroma").mkdir(parents=True)
    open_store(tmp_path)[0].close()
    assert not (tmp_path / "building-dead").exists()


def test_memory_and_folder_find_the_same(tmp_path: Path):
    memory = VectorStore.in_memory(IDS, vectors())
    folder, _ = open_store(tmp_path)
    for vector in vectors()[:10]:
        assert memory.nearest(vector, 5) == folder.nearest(vector, 5) == list(np.argsort(-(vectors() @ vector))[:5])
    memory.close()
    folder.close()


def test_the_graph_asked_for_many_passages_finds_what_comparing_all_finds(monkeypatch: pytest.MonkeyPatch):
    store = VectorStore.in_memory(IDS, vectors())
    compared = [store.nearest(v, 5) for v in vectors()]
    monkeypatch.setattr("knowledge.cosines.EXACT", 0)
    assert [store.nearest(v, 5) for v in vectors()] == compared
    store.close()


def test_of_equally_near_passages_the_first_come_first():
    twice = np.concatenate([vectors()[:3], vectors()[:3]])
    store = VectorStore.in_memory([f"p{n}" for n in range(6)], twice)
    assert store.nearest(twice[1], 2) == [1, 4]
    store.close()


def test_two_stores_in_memory_are_apart():
    one = VectorStore.in_memory(IDS[:2], vectors()[:2])
    two = VectorStore.in_memory(IDS[2:5], vectors()[2:5])
    assert len(one.nearest(vectors()[0], 9)) == 2
    assert len(two.nearest(vectors()[0], 9)) == 3
    one.close()
    two.close()


def test_two_processes_may_open_at_once(tmp_path: Path):
    code = f"""
import sys; sys.path.insert(0, {str(Path(__file__).parent)!r})
from pathlib import Path
from test_store import open_store, vectors
store, built = open_store(Path({str(tmp_path)!r}))
print(built, store.nearest(vectors()[5], 1))
"""
    root = Path(__file__).resolve().parents[2]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    started = [
        subprocess.Popen(
            [sys.executable, "-c", code], cwd=root, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for _ in range(2)
    ]
    results = [process.communicate(timeout=120) for process in started]
    assert [p.returncode for p in started] == [0, 0], results
    assert sorted(out.strip() for out, _ in results) == ["False [5]", "True [5]"]
