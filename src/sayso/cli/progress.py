"""How far reading has got: a bar on a terminal, a line now and then elsewhere."""

import time
from collections.abc import Sequence

from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from sayso.casebook import PackedFile, Plan
from sayso.cli.console import messages

_SECONDS_BETWEEN_LINES = 10.0


class ReadingBar:
    """Files done of all, words a second, time left (by bytes, since files differ in size); on standard error."""

    def __init__(self) -> None:
        self._console = messages()
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.fields[files]:,} of {task.fields[of]:,} files"),
            TextColumn("{task.fields[words]:,} words, {task.fields[pace]:,.0f} a second"),
            TimeRemainingColumn(),
            TextColumn("left"),
            console=self._console,
            transient=True,
        )
        self._task: TaskID | None = None
        self._sizes: dict[str, int] = {}
        self._files = self._words = 0
        self._began = self._last_line = time.monotonic()

    def __enter__(self) -> "ReadingBar":
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        """Clear the bar away."""
        if self._task is not None:
            self._bar.stop()

    def planned(self, plan: Plan) -> None:
        """Say what will be read."""
        self._sizes = {file.path: file.size for file in plan.read}
        self._began = time.monotonic()
        if self._sizes and self._console.is_terminal:
            self._task = self._bar.add_task(
                "Loading the language model",
                total=sum(self._sizes.values()),
                files=0,
                of=len(self._sizes),
                words=0,
                pace=0.0,
            )
            self._bar.start()
        elif self._sizes:
            self._console.print(f"Reading {len(self._sizes):,} files.", markup=False)

    def encoding(self, done: int, of: int) -> None:
        """Say that claims are being prepared."""
        self._say(f"Preparing claims: {done:,} of {of:,} documents.")

    def comparing(self, new: int, of: int) -> None:
        """Say that claims are being compared."""
        if new:
            self._say(f"Comparing what {new:,} of {of:,} documents state.")

    def _say(self, what: str) -> None:
        """A line in place of the bar on a terminal, a line now and then elsewhere."""
        now = time.monotonic()
        if self._task is not None:
            self._bar.update(self._task, description=what)
        elif now - self._last_line >= _SECONDS_BETWEEN_LINES:
            self._last_line = now
            self._console.print(what, markup=False)

    def recorded(self, files: Sequence[PackedFile]) -> None:
        """Count what is in the case now."""
        self._files += len(files)
        self._words += sum(file.words for file in files)
        now = time.monotonic()
        pace = self._words / max(now - self._began, 0.001)
        if self._task is not None:
            self._bar.update(
                self._task,
                description="Reading",
                advance=sum(self._sizes.get(file.path, 0) for file in files),
                files=self._files,
                words=self._words,
                pace=pace,
            )
        elif now - self._last_line >= _SECONDS_BETWEEN_LINES:
            self._last_line = now
            self._console.print(
                f"{self._files:,} of {len(self._sizes):,} files, {self._words:,} words, {pace:,.0f} a second.",
                markup=False,
            )

    def waiting(self) -> None:
        """Go on: Ctrl-C is what ends it here."""
