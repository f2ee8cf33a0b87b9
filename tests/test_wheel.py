"""The wheel carries everything that runs need besides code: grammar, migrations, lexicons, the demo case."""

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_the_wheel_is_whole(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*command, "--wheel-dir", str(tmp_path), str(ROOT)], check=True, capture_output=True)
    [wheel] = tmp_path.glob("sayso-*.whl")
    packed = set(zipfile.ZipFile(wheel).namelist())
    there = {
        path.relative_to(ROOT / "src").as_posix()
        for path in (ROOT / "src" / "sayso").rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    assert there - packed == set()
    assert not any(name.startswith(("tests/", "training/", "benchmarks/")) for name in packed)
