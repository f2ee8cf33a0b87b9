"""What lies on the disk, compared with what the case knows: which files to read, which have moved, which are gone."""

import errno
import os
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import file_digest
from pathlib import Path

from sayso.errors import Problem, UsageError

_MAILDIR = frozenset({"cur", "new", "tmp"})
"""The folders of a Maildir: mails read, mails not read, mails being delivered."""
_SERVERS = ("dovecot", "courier", "maildirsize", "maildirfolder", "subscriptions")


@dataclass(frozen=True, slots=True)
class FileOnDisk:
    """A file as it lies on the disk: `path` absolute, `name` its path inside the folder that was added."""

    path: str
    name: str
    size: int
    modified_ns: int
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A file as the case knows it; `current` if it was read by today's readers and finders.

    `removed` if a person took it out of the case, `given_up` if reading it was: both are read again only when they
    are named themselves, the one because a person decided so, the other because it may cost minutes each time.
    """

    path: str
    sha256: str
    size: int
    modified_ns: int
    current: bool
    present: bool
    removed: bool = False
    given_up: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """What has to be done to bring the case in step with the disk.

    `moved` pairs the old path with the file where it lies now. `changed` are those of `read` whose path the case knew
    with other bytes; `skipped` are files that a person took out of the case.
    """

    read: tuple[FileOnDisk, ...] = ()
    changed: frozenset[str] = frozenset()
    unchanged: tuple[FileOnDisk, ...] = ()
    returned: tuple[FileOnDisk, ...] = ()
    moved: tuple[tuple[str, FileOnDisk], ...] = ()
    missing: tuple[str, ...] = ()
    skipped: tuple[FileOnDisk, ...] = ()
    problems: tuple[Problem, ...] = field(default=())


def absolute(path: str) -> str:
    """The path from the root, `..` taken out, links left as they are: a link is where the person put the file."""
    return os.path.abspath(path)  # noqa: PTH100 - Path.resolve would follow links


def walk(paths: Sequence[str]) -> Iterator[FileOnDisk | Problem]:
    """Every file at or below `paths`, each once, in order of path; hidden ones are passed over below a folder, but for
    the folders of a Maildir.

    Links to folders are not followed, and links to files only where they stay below the folder: a pile that came from
    elsewhere must not pull in what lies outside of it. What is no regular file or can't be looked at is a `Problem`.
    Raises `UsageError` for a path that does not exist.
    """
    seen: set[str] = set()
    for given in paths:
        root = Path(absolute(given))
        if not exists(root):
            raise UsageError(f"There is no file or folder {given!r}.")
        for item in _below(root) if root.is_dir() else [_look(root, root.name)]:
            path = item.document if isinstance(item, Problem) else item.path
            if path not in seen:
                seen.add(path)
                yield item


def exists(path: Path) -> bool:
    """Whether something is there; what can't be looked at is there for all we know."""
    try:
        path.stat()
    except FileNotFoundError:
        return path.is_symlink()
    except NotADirectoryError:
        return False
    except OSError as error:
        return error.errno != errno.ENAMETOOLONG
    return True


def _below(root: Path) -> Iterator[FileOnDisk | Problem]:
    closed: list[OSError] = []
    for folder, folders, files in os.walk(root, onerror=closed.append):
        if is_maildir := set(folders) >= _MAILDIR:
            # What is not delivered yet, and what a server remembers, are nobody's words.
            folders.remove("tmp")
            files = [f for f in files if not f.startswith(_SERVERS)]
        folders[:] = sorted(
            f for f in folders if not f.startswith(".") or (is_maildir and _is_maildir(Path(folder, f)))
        )
        for name in sorted(f for f in files if not f.startswith(".")):
            path = Path(folder, name)
            if path.is_symlink() and not _stays_below(path, root):
                what = "It is a link to a file outside of the folder."
                yield Problem(str(path), what, "Add that file by itself if it belongs to the case.", unread=True)
            else:
                yield _look(path, path.relative_to(root).as_posix())
    for error in closed:
        yield Problem(str(error.filename), f"The folder can't be opened ({error.strerror}).", unread=True)


def _is_maildir(folder: Path) -> bool:
    """Whether it is a folder of a Maildir, whose own folders have names that start with a full stop (Maildir++)."""
    return all((folder / name).is_dir() for name in _MAILDIR)


def _stays_below(link: Path, root: Path) -> bool:
    try:
        return link.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        return True  # a circle, or closed: looking at it says so


def _look(path: Path, name: str) -> FileOnDisk | Problem:
    try:
        status = path.stat()
    except OSError as error:
        return Problem(str(path), f"It can't be opened ({error.strerror}).", unread=True)
    if not stat.S_ISREG(status.st_mode):
        return Problem(str(path), "It is no regular file.", unread=True)
    return FileOnDisk(str(path), name, status.st_size, status.st_mtime_ns)


def plan(found: Iterable[FileOnDisk | Problem], known: Mapping[str, KnownFile], paths: Sequence[str]) -> Plan:
    """Compare `found` (from `walk` of `paths`) with the files the case knows, by the hash of their bytes.

    A file whose size and time of change are the known ones is not hashed again.
    """
    problems: list[Problem] = []
    here: list[FileOnDisk] = []
    for item in found:
        if isinstance(item, Problem):
            problems.append(item)
            continue
        try:
            here.append(_hashed(item, known.get(item.path)))
        except OSError as error:
            problems.append(Problem(item.path, f"It can't be opened ({error.strerror}).", unread=True))
    there = {file.path for file in here}
    roots = [absolute(p) for p in paths]
    gone = {
        k.path: k
        for k in known.values()
        if k.path not in there and any(k.path == r or k.path.startswith(r.rstrip("/") + "/") for r in roots)
    }
    # A file may have come from outside of the added folders too, as long as it is no longer where it was.
    vanished = {k.sha256: k.path for k in known.values() if k.path not in there and not exists(Path(k.path))}
    read: list[FileOnDisk] = []
    unchanged: list[FileOnDisk] = []
    returned: list[FileOnDisk] = []
    moved: list[tuple[str, FileOnDisk]] = []
    skipped: list[FileOnDisk] = []
    changed: set[str] = set()
    for file in here:
        before = known.get(file.path)
        same = before is not None and before.sha256 == file.sha256
        if before is not None and before.removed and file.path not in roots:
            skipped.append(file)
        elif before is not None and same and before.given_up and file.path not in roots:
            unchanged.append(file)
        elif before is not None and same and before.current:
            (unchanged if before.present else returned).append(file)
        elif before is None and file.sha256 in vanished and known[vanished[file.sha256]].current:
            old = vanished.pop(file.sha256)
            gone.pop(old, None)
            moved.append((old, file))
        else:
            read.append(file)
            if before is not None and before.sha256 != file.sha256:
                changed.add(file.path)
    missing = tuple(k.path for k in gone.values() if k.present and not exists(Path(k.path)))
    return Plan(
        tuple(read),
        frozenset(changed),
        tuple(unchanged),
        tuple(returned),
        tuple(moved),
        missing,
        tuple(skipped),
        tuple(problems),
    )


def _hashed(file: FileOnDisk, known: KnownFile | None) -> FileOnDisk:
    if known and (known.size, known.modified_ns) == (file.size, file.modified_ns):
        digest = known.sha256
    else:
        with Path(file.path).open("rb") as stream:
            digest = file_digest(stream, "sha256").hexdigest()
    return FileOnDisk(file.path, file.name, file.size, file.modified_ns, digest)
