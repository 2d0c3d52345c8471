"""``python -m newsgraph`` and the command ``newsgraph``: the whole command line."""
from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from typing import Any

from . import _native
from ._errors import Error

_AT_ONCE = 1000
_GOOD = (0, 1)  # 1: some input was left out


def main() -> None:
    arguments = sys.argv[1:]
    if arguments[:1] == ["claims"]:
        output, others = _without_output(arguments)
        if output.endswith(".parquet"):
            sys.exit(_claims_to_parquet(others, output))
    sys.exit(_native.run(arguments))


def _without_output(arguments: list[str]) -> tuple[str, list[str]]:
    """What -o or --output says, and the rest."""
    output, others, words = "", [], iter(arguments)
    for word in words:
        if word in ("-o", "--output"):
            output = next(words, "")
        elif word.startswith("--output="):
            output = word[len("--output="):]
        elif word.startswith("-o"):
            output = word[len("-o"):]
        else:
            others.append(word)
    return output, others


class _ProgramFailed(Exception):
    """It said already what is wrong."""


def _claims_to_parquet(arguments: list[str], path: str) -> int:
    """The program writes JSON lines into a pipe, with all its options; here they become rows."""
    from ._files import write_parquet

    command = [sys.executable, "-m", "newsgraph", *arguments, "-o", "-", "--to", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as program:
        try:
            write_parquet(_blocks(program), path)
        except _ProgramFailed:
            pass
        except Error as error:
            program.kill()
            print(f"newsgraph: error: {error}", file=sys.stderr)
            return 2
        except KeyboardInterrupt:
            program.terminate()
            return 130
    return program.returncode


def _blocks(program: Any) -> Iterator[Any]:
    lines: list[bytes] = []
    for line in program.stdout:
        lines.append(line.rstrip(b"\n"))
        if len(lines) == _AT_ONCE:
            yield _native.claims_from_json(lines, "claims")
            lines = []
    if lines:
        yield _native.claims_from_json(lines, "claims")
    if program.wait() not in _GOOD:
        raise _ProgramFailed


if __name__ == "__main__":
    main()
