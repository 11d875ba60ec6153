"""Compiles the message catalogues with Babel, so that a fresh clone needs no gettext.

Run as `python -m deployments.catalogues`; a catalogue that is newer than its source is left alone.
"""

from pathlib import Path
from tempfile import NamedTemporaryFile

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[1]


def compile_catalogues(folder: Path = ROOT / "locale") -> list[Path]:
    """Compile each `django.po` whose `.mo` is missing or older; answers those written."""
    written = []
    for source in sorted(folder.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        with source.open("rb") as file:
            catalogue = read_po(file, locale=source.parts[-3])
        with NamedTemporaryFile(dir=source.parent, delete=False) as unfinished:
            write_mo(unfinished, catalogue)
        Path(unfinished.name).chmod(0o644)
        Path(unfinished.name).replace(target)
        written.append(target)
    return written


if __name__ == "__main__":
    compile_catalogues()
