"""Vectors in Chroma: in memory, or in a folder that is written once and never again.

A Chroma folder has no mark for "complete", opens silently with wrong or no answers when a file in it is damaged, and is ruined
by two writers. So it is built in a temporary folder under a lock, sealed by a manifest (what it holds, a digest of every file),
and renamed into place. On opening, the manifest, the files, the ids and a few self-hits are checked before anything is
answered; a folder that fails is thrown away and built again. Checking digests first also keeps a corrupt vector file,
which would crash the process, from ever being loaded.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import logging
import math
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np

from knowledge.cosines import Cosines
from knowledge.embedding import Vectors

SCHEMA = 2
"""Raise it when the layout below or what is stored changes: older folders are then rebuilt."""

_LOG = logging.getLogger(__name__)
_BATCH = 5000
_PATIENCE = 120.0
"""Seconds to wait while another process builds."""
_NAME = "passages"
_NUMBER = itertools.count()


class DamagedError(RuntimeError):
    """A stored folder is not what its manifest says; the message tells what differs."""


class VectorStore:
    """Passages by vector.

    Attributes:
        vectors: one unit row a passage, in the order of the ids.
        home: the folder that it lies in; empty in memory.
    """

    def __init__(self, client: Any, collection: Any, vectors: Vectors, ids: Sequence[str], home: Path = Path()) -> None:
        self._client = client
        self._collection = collection
        self._order = {name: n for n, name in enumerate(ids)}
        self.vectors = vectors
        self.home = home

    def cosines(self, vector: Vectors) -> Cosines:
        """A query's cosines with the passages."""
        return Cosines(self.vectors, vector)

    def nearest(self, vector: Vectors, n: int, cosines: Cosines | None = None) -> list[int]:
        """Positions of the `n` passages nearest by cosine, nearest first; of equally near ones the first.

        `cosines` are those of the vector, where they have been taken.

        Up to `EXACT` passages are compared one by one. Chroma's graph misses a few of them, others in every build, so that
        two processes could answer one question differently; and it takes longer than comparing so few. Beyond that it is asked.
        """
        n = min(n, len(self._order))
        if not n:
            return []
        taken = cosines or self.cosines(vector)
        return self._asked(vector, n) if taken.all is None else taken.nearest(n)

    def _asked(self, vector: Vectors, n: int) -> list[int]:
        """The same by Chroma."""
        found = self._collection.query(query_embeddings=vector[None, :], n_results=n, include=[])
        return [self._order[i] for i in found["ids"][0]]

    def close(self) -> None:
        """Let go of Chroma's files."""
        self._client.close()

    @classmethod
    def in_memory(cls, ids: Sequence[str], vectors: Vectors) -> VectorStore:
        """Build for this process only; texts are left out, which halves the time."""
        import chromadb

        client = chromadb.EphemeralClient(settings=_settings())
        # The in-memory system is shared by the whole process: a name of its own keeps two indexes apart.
        collection = _fill(client, f"{_NAME}-{next(_NUMBER)}", ids, vectors)
        return cls(client, collection, vectors, ids)

    @classmethod
    def in_folder(
        cls,
        root: Path,
        identity: dict[str, Any],
        ids: Sequence[str],
        metadata: Callable[[], Sequence[dict[str, str]]],
        embed: Callable[[], Vectors],
        beside: Callable[[Path], None] | None = None,
    ) -> VectorStore:
        """Open the folder for `identity` under `root`; build it where it is missing, stale or damaged.

        Args:
            root: made where it is missing.
            identity: what the vectors depend on (content hash, model, dimension); another identity is another folder.
            ids: passage ids.
            metadata: one flat record a passage, its text under "document"; called only to build.
            embed: makes the vectors; called only to build.
            beside: writes further files into the new folder before it is sealed; called only to build.

        Raises:
            OSError: the folder cannot be written, or another process holds it for two minutes (`TimeoutError`).
            DamagedError: what was just built cannot be read back.
        """
        from filelock import FileLock

        root.mkdir(parents=True, exist_ok=True)
        identity = {**identity, "schema": SCHEMA, "count": len(ids), "ids": _ids_digest(ids)}
        home = root / hashlib.sha256(json.dumps(identity, sort_keys=True).encode()).hexdigest()[:16]
        with FileLock(root / "lock", timeout=_PATIENCE):
            if home.exists():
                try:
                    return cls._open(home, identity, ids)
                except DamagedError as damage:
                    _LOG.warning("The index in %s is damaged (%s); building it again.", home, damage)
                    shutil.rmtree(home, ignore_errors=True)
            for stale in sorted(p for p in root.iterdir() if p.is_dir() and p.name.startswith("building-")):
                shutil.rmtree(stale, ignore_errors=True)
            building = Path(tempfile.mkdtemp(prefix="building-", dir=root))
            if beside is not None:
                beside(building)
            cls._build(building, identity, ids, metadata(), embed())
            building.rename(home)
            for other in sorted(p for p in root.iterdir() if p.is_dir() and p != home and (p / "manifest.json").is_file()):
                shutil.rmtree(other, ignore_errors=True)
            return cls._open(home, identity, ids)

    @classmethod
    def _build(
        cls, folder: Path, identity: dict[str, Any], ids: Sequence[str], metadata: Sequence[dict[str, str]], vectors: Vectors
    ) -> None:
        import chromadb

        client: Any = chromadb.PersistentClient(path=str(folder / "chroma"), settings=_settings())
        _fill(client, _NAME, ids, vectors, metadata)
        client.close()
        np.save(folder / "vectors.npy", vectors)
        manifest = {"identity": identity, "files": _digests(folder)}
        (folder / "manifest.json").write_text(json.dumps(manifest, sort_keys=True, indent=1), encoding="utf-8")

    @classmethod
    def _open(cls, home: Path, identity: dict[str, Any], ids: Sequence[str]) -> VectorStore:
        try:
            manifest = json.loads((home / "manifest.json").read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise DamagedError(f"its manifest cannot be read: {error}") from error
        if manifest.get("identity") != identity:
            raise DamagedError("its manifest is of other content")
        seen = _digests(home)
        if differs := sorted(k for k in manifest["files"].keys() | seen.keys() if manifest["files"].get(k) != seen.get(k)):
            raise DamagedError(f"changed or missing: {', '.join(differs)}")
        _check_database(home / "chroma" / "chroma.sqlite3", ids)
        vectors: Vectors = np.load(home / "vectors.npy", mmap_mode="r").view(np.ndarray)

        import chromadb
        from chromadb.errors import ChromaError

        client: Any = None
        try:
            client = chromadb.PersistentClient(path=str(home / "chroma"), settings=_settings())
            collection = client.get_collection(_NAME, embedding_function=None)
            store = cls(client, collection, vectors, ids, home)
            store._check_self_hits(ids)
        except (DamagedError, ChromaError, sqlite3.Error, OSError, ValueError, KeyError) as error:
            # Chroma keeps one system a path: without this the rebuilt folder would be served by the damaged one.
            if client is not None:
                client.close()
            raise DamagedError(f"Chroma cannot use it: {error}") from error
        return store

    def _check_self_hits(self, ids: Sequence[str]) -> None:
        for position in range(0, len(ids), max(1, len(ids) // 8)):
            vector = self.vectors[position]
            # Two passages may share a vector, and one without a known word has none: compare vectors, not ids.
            found = self._asked(vector, min(10, len(ids)))
            if vector.any() and not any(np.allclose(self.vectors[n], vector, atol=1e-5) for n in found):
                raise DamagedError(f"passage {ids[position]!r} does not find itself")


def _settings() -> Any:
    from chromadb.config import Settings

    return Settings(anonymized_telemetry=False)


def _fill(
    client: Any, name: str, ids: Sequence[str], vectors: Vectors, metadata: Sequence[dict[str, str]] | None = None
) -> Any:
    # Even batches, each at least the sync threshold: otherwise Chroma leaves the last vectors in its log and writes the
    # vector files whenever the folder is opened.
    batches = max(1, math.ceil(len(ids) / _BATCH))
    size = max(1, math.ceil(len(ids) / batches))
    sync = max(1, len(ids) - size * (batches - 1))
    hnsw = {"space": "cosine", "ef_search": 200, "sync_threshold": sync, "batch_size": sync}
    collection = client.create_collection(name, embedding_function=None, configuration={"hnsw": hnsw})
    for first in range(0, len(ids), size):
        part = slice(first, first + size)
        texts: dict[str, Any] = {}
        if metadata is not None:
            texts["documents"] = [m["document"] for m in metadata[part]]
            texts["metadatas"] = [{k: v for k, v in m.items() if k != "document"} for m in metadata[part]]
        collection.add(ids=list(ids[part]), embeddings=vectors[part], **texts)
    return collection


def _ids_digest(ids: Sequence[str]) -> str:
    return hashlib.sha256("\n".join(sorted(ids)).encode()).hexdigest()


def _digests(folder: Path) -> dict[str, str]:
    """Digest of every file but the manifest and the database, which SQLite touches whenever it is opened."""
    found = {}
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        if path.name != "manifest.json" and ".sqlite3" not in path.name:
            with path.open("rb") as file:
                found[path.relative_to(folder).as_posix()] = hashlib.file_digest(file, "sha256").hexdigest()
    return found


def _check_database(path: Path, ids: Sequence[str]) -> None:
    if not path.is_file():
        raise DamagedError("its database is missing")
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
            sound = database.execute("PRAGMA quick_check(1)").fetchone()[0]
            stored = [row[0] for row in database.execute("SELECT embedding_id FROM embeddings")]
    except sqlite3.Error as error:
        raise DamagedError(f"its database cannot be read: {error}") from error
    if sound != "ok" or _ids_digest(stored) != _ids_digest(ids):
        raise DamagedError("its database lacks passages")
