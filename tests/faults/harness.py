"""What the fault tests share: a folder with inputs, runs of the program, and what has to hold after each."""
import functools
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

SKIP = 77  # CTest's SKIP_RETURN_CODE
OLD = b"what was there before\n"


def article(number):
    """An article with a claim; no two are alike."""
    return f"Ban {number}\n\nIndia banned App{number} on Monday. Ana Lopes, who owns App{number}, denounced India.\n"


class Case:
    """A working folder that goes away; `check` counts what does not hold."""

    failures = 0

    def __init__(self, program):
        self.program = program
        self.patience = 1800 if sanitized(program) else 300  # seconds by the clock, on a machine that may be busy

    def __enter__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="newsgraph-faults-"))
        (self.folder / "news").mkdir()
        for number in range(3):
            (self.folder / "news" / f"{number}.txt").write_text(article(number))
        (self.folder / "table.csv").write_text("source,relation,target\nAna,owns,Kraken\nPeru,bans,Kraken\n")
        (self.folder / "out.json").write_bytes(OLD)
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)

    def run(self, *arguments, before=(), shell=None, **options):
        """Runs the program, or a line of bash in which "$N" is the program."""
        command = [*before, self.program, *arguments] if shell is None else ["bash", "-c", shell]
        return subprocess.run(command, cwd=self.folder, capture_output=True, timeout=self.patience, check=False,
                              stdin=subprocess.DEVNULL, env={**os.environ, "N": self.program, "LC_ALL": "C.UTF-8"}, **options)

    def check(self, what, holds, done=None):
        if holds:
            return
        Case.failures += 1
        print(f"FAILED: {what}")
        if done is not None:
            print(f"  exit code {done.returncode}\n  stdout {done.stdout[-300:]}\n  stderr {done.stderr[-600:]}")

    def expect(self, what, done, code, message=None, old="out.json"):
        """The exit code, a message, the old output as it was, and no temporary file."""
        self.check(f"{what}: exit code {code}", done.returncode == code, done)
        self.check(f"{what}: one message that says what", message is None or message.encode() in done.stderr, done)
        crashed = any(word in done.stderr for word in (b"terminate called", b"Sanitizer", b"runtime error"))
        self.check(f"{what}: no crash", not crashed, done)
        self.check(f"{what}: old output intact", old is None or (self.folder / old).read_bytes() == OLD, done)
        self.no_rest(what)

    def skipped(self, done):
        """Whether it is said what cannot be read: some of the input (1), all of it, or that there is nothing in it (3)."""
        if b"error: the inputs hold nothing that can be read" in done.stderr:
            return done.returncode == 3
        nothing = b"error: none of the inputs could be used" in done.stderr
        return b"warning: skipped " in done.stderr and done.returncode == (3 if nothing else 1)

    def unusable(self, what, done, message):
        """The only input is skipped with the message, so that nothing is made and nothing changed."""
        self.expect(what, done, 3, message)
        self.check(f"{what}: says that nothing is left", b"none of the inputs could be used" in done.stderr, done)
        self.check(f"{what}: no output", done.stdout == b"", done)

    def no_rest(self, what):
        rest = [str(path) for path in self.folder.rglob("*.tmp")]
        self.check(f"{what}: no temporary file {rest}", not rest)


@functools.cache
def sanitized(program):
    """Sanitizers reserve more memory, and do more system calls, than some faults leave room for."""
    symbols = subprocess.run(["grep", "-c", "__asan_init\\|__tsan_init", program], capture_output=True, check=False)
    return symbols.stdout.strip() not in (b"0", b"")


def finish():
    print(f"{Case.failures} failures")
    sys.exit(1 if Case.failures else 0)


def skip(reason):
    print("skipped:", reason)
    sys.exit(SKIP)
