#!/usr/bin/env python3
"""newsgraph review under a pseudo-terminal: keys in, decisions and screen out.

usage: review_terminal.py NEWSGRAPH [--time]   --time only: how long 100 claims take
"""
import fcntl
import json
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time

NEWSGRAPH = os.path.abspath(sys.argv[1])
ENVIRONMENT = {**os.environ, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "COLUMNS": "", "NO_COLOR": ""}
# What ncurses itself sends for a terminal of this kind; everything else would come from an article.
OURS = re.compile(rb"\x1b(\[[?!>]?[0-9;]*[A-Za-z@]|[()][0AB]|[=>78])")


class Screen:
    """As much of a terminal as ncurses asks for: what a person would see."""

    def __init__(self, rows, columns):
        self.rows, self.columns = rows, columns
        self.lines = [[" "] * columns for _ in range(rows)]
        self.row = self.column = 0
        self.last = " "
        self.rest = b""

    def text(self):
        return "\n".join("".join(line).rstrip() for line in self.lines)

    def feed(self, data):
        data = self.rest + data
        at = 0
        while at < len(data):
            if data[at] == 0x1B:
                found = OURS.match(data, at)
                if not found:
                    break  # the rest is still to come
                self.sequence(found.group()[1:].decode())
                at = found.end()
                continue
            length = 1 if data[at] < 0x80 else 2 if data[at] < 0xE0 else 3 if data[at] < 0xF0 else 4
            if at + length > len(data):
                break
            self.sign(data[at:at + length].decode())
            at += length
        self.rest = data[at:]

    def sign(self, sign):
        if sign == "\r":
            self.column = 0
        elif sign == "\n":
            self.row = min(self.row + 1, self.rows - 1)
        elif sign == "\b":
            self.column = max(self.column - 1, 0)
        elif sign >= " ":
            if self.column >= self.columns:
                self.row, self.column = min(self.row + 1, self.rows - 1), 0
            self.lines[self.row][self.column] = self.last = sign
            self.column += 1

    def sequence(self, text):
        if not text.startswith("[") or text[1:2] in "?!>":
            return
        final, numbers = text[-1], [int(each or 0) for each in text[1:-1].split(";")]
        count = max(numbers[0], 1)
        line = self.lines[self.row]
        if final == "H":
            self.row, self.column = count - 1, max(numbers[1] if len(numbers) > 1 else 1, 1) - 1
        elif final == "d":
            self.row = count - 1
        elif final == "G":
            self.column = count - 1
        elif final in "ABCD":
            self.row += {"A": -count, "B": count}.get(final, 0)
            self.column += {"C": count, "D": -count}.get(final, 0)
        elif final == "J":
            below = self.lines[self.row + 1:] if numbers[0] == 0 else self.lines
            for each in below:
                each[:] = [" "] * self.columns
            if numbers[0] == 0:
                line[self.column:] = [" "] * (self.columns - self.column)
        elif final == "K":
            begin, end = {0: (self.column, self.columns), 1: (0, self.column + 1), 2: (0, self.columns)}[numbers[0]]
            line[begin:end] = [" "] * (end - begin)
        elif final == "X":
            line[self.column:self.column + count] = [" "] * count
        elif final == "b":
            for _ in range(count):
                self.sign(self.last)
        elif final == "P":
            line[:] = line[:self.column] + line[self.column + count:] + [" "] * count
        elif final == "@":
            line[:] = (line[:self.column] + [" "] * count + line[self.column:])[:self.columns]
        elif final not in "mhlrt":
            raise AssertionError(f"the screen of the test does not know {text!r}")


class Review:
    """A review that runs, with what it has written."""

    def __init__(self, *words, rows=30, columns=100):
        self.output = b""
        self.screen = Screen(rows, columns)
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execve(NEWSGRAPH, [NEWSGRAPH, "review", *words], ENVIRONMENT)

    def read(self, seconds=0.05):
        while select.select([self.terminal], [], [], seconds)[0]:
            try:
                data = os.read(self.terminal, 65536)
            except OSError:
                return
            if not data:
                return
            self.output += data
            self.screen.feed(data)

    def wait_for(self, text, seconds=60):
        """Until the screen shows this text."""
        end = time.monotonic() + seconds
        while text not in self.screen.text():
            if time.monotonic() > end:
                raise AssertionError(f"never shown: {text!r}; the screen is:\n{self.screen.text()}")
            self.read()

    def press(self, keys):
        self.output = b""
        os.write(self.terminal, keys.encode())

    def end(self, seconds=60):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.read(0.02)
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.read()
                os.close(self.terminal)
                return status
        os.kill(self.pid, signal.SIGKILL)
        raise AssertionError("the review does not end")


def claim(number, subject, relation, obj, sentence, **more):
    return {"id": f"c-{number:016x}", "document": {"id": f"d{number}", "title": f"Title {number}", "date": "2024-05-01", "url": ""},
            "subject": {"name": subject, "type": "organization", "text": subject, "named": True}, "relation": relation,
            "object": {"name": obj, "type": "organization", "text": obj, "named": True}, "status": "asserted", "confidence": 0.9,
            "rule": "verb:own", "evidence": {"text": sentence, "start": 0, "end": len(sentence.encode())}, **more}


def write(path, claims):
    with open(path, "w", encoding="utf-8") as file:
        for each in claims:
            file.write(json.dumps(each, ensure_ascii=False) + "\n")


def decisions(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def wait_for_decision(review, path, expected):
    """Until the last line of the file has these members."""
    end = time.monotonic() + 60
    while True:
        review.read()
        made = decisions(path)
        if made and all(made[-1].get(key) == value for key, value in expected.items()):
            return made
        assert time.monotonic() < end, (expected, made)


def check_keys(folder):
    claims, file = f"{folder}/claims.jsonl", f"{folder}/decisions.jsonl"
    write(claims, [claim(1, "Monday", "owns", "Pim Works", "On Monday Orla bought Pim Works."),
                   claim(2, "Vesper", "bans", "Tarn", "Tarn bans Vesper."),
                   claim(3, "Étoile", "owns", "Orla", "Étoile owns Orla."),
                   claim(4, "Orla", "owns", "Brask", "Orla owns Brask.")])
    review = Review(claims, "--decisions", file)
    review.wait_for("1 of 4, 0 rejected")
    review.wait_for("a day, a month or a number as a name")
    review.press("sorl\t\r")  # another name for the subject, completed
    review.wait_for("changed")
    wait_for_decision(review, file, {"decision": "edit", "set": {"subject": "Orla"}})
    review.press("a")
    review.wait_for("2 of 4")
    assert len(decisions(file)) == 1, decisions(file)
    review.press("xt2")  # turned round, planned
    review.wait_for("Tarn bans Vesper  (planned)")
    made = wait_for_decision(review, file, {"decision": "edit"})[-1]["set"]
    assert (made["subject"], made["object"], made["status"]) == ("Tarn", "Vesper", "planned"), made
    review.press("l1")
    review.wait_for("Tarn owns Vesper")
    review.press("r")
    review.wait_for("1 rejected")
    review.press("u")
    review.wait_for("0 rejected")
    review.press("r")
    review.wait_for("1 rejected")
    review.press("q")
    assert review.end() == 0
    # It goes on there, and does not ask again.
    review = Review(claims, "--decisions", file)
    review.wait_for("3 of 4, 1 rejected")
    review.press("m1Etoile SA\r")
    wait_for_decision(review, file, {"decision": "merge", "names": ["Étoile"], "into": "Etoile SA"})
    review.press("nsee page two\r")
    review.press(" ")
    review.wait_for("4 of 4")
    review.press("a")
    review.wait_for("Some claims were skipped")
    review.press(" ")
    review.wait_for("Etoile SA")
    review.press("a")
    review.wait_for("All claims are decided")
    wait_for_decision(review, file, {"decision": "accept", "note": "see page two"})
    review.press("q")
    assert review.end() == 0
    # Nothing is left to list.
    left = subprocess.run([NEWSGRAPH, "review", claims, "--decisions", file, "--list"], capture_output=True, text=True, check=True)
    assert left.stdout == "", left.stdout


def check_hostile(folder):
    claims = f"{folder}/hostile.jsonl"
    evil = "\x1b]0;owned\x07\x1b[2J\u009b31m\u202e\x1bP1;1|\x1b\\ \x07\r\n\x1b[6n"
    write(claims, [claim(1, "A" + evil, "owns", "B" + evil, f"A{evil} owns B{evil}.", scope=evil, rule=evil,
                         document={"id": "d" + evil, "title": "T" + evil, "date": "2024-01-01", "url": evil})])
    review = Review(claims, "--decisions", f"{folder}/hostile-decisions.jsonl")
    review.wait_for("1 of 1")
    review.press("?")
    review.wait_for("Any key goes back")
    review.press(" i")
    review.wait_for("Which name is nobody")
    review.read(0.3)
    sent = review.output
    review.press("\x1bq")
    assert review.end() == 0
    sent += review.output
    assert b"\x1b" not in OURS.sub(b"", sent), sent
    for bad in (b"\x1b]", b"\x1bP", b"\x1b[6n", b"\x07", "\u009b".encode(), "\u202e".encode()):
        assert bad not in sent, (bad, sent)


def check_ends(folder):
    claims = f"{folder}/ends.jsonl"
    write(claims, [claim(1, "A", "owns", "B", "A owns B."), claim(2, "C", "owns", "D", "C owns D.")])
    for number, how in enumerate(("signal", "ctrl-c", "hang-up")):
        file = f"{folder}/ends-{number}.jsonl"
        review = Review(claims, "--decisions", file, rows=12, columns=40)
        review.wait_for("1 of 2")
        review.press("r")
        review.wait_for("1 rejected")
        if how == "signal":
            review.output = b""
            os.kill(review.pid, signal.SIGTERM)
            status = review.end()
            assert os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGTERM, status
            assert b"\x1b[?1049l" in review.output, "the terminal is put right"
        elif how == "ctrl-c":
            review.press("\x03")
            assert review.end() == 0
        else:
            os.close(review.terminal)
            deadline = time.monotonic() + 20
            while os.waitpid(review.pid, os.WNOHANG)[0] == 0:
                assert time.monotonic() < deadline, "it outlives its terminal"
                time.sleep(0.05)
        assert [each["decision"] for each in decisions(file)] == ["reject"], how
    # Two at once on one file, and none without a terminal.
    review = Review(claims, "--decisions", f"{folder}/both.jsonl")
    review.wait_for("1 of 2")
    second = Review(claims, "--decisions", f"{folder}/both.jsonl")
    assert os.WEXITSTATUS(second.end()) == 3 and b"another program" in second.output, second.output
    review.press("q")
    assert review.end() == 0
    alone = subprocess.run([NEWSGRAPH, "review", claims, "--decisions", f"{folder}/none.jsonl"], capture_output=True, text=True,
                           stdin=subprocess.DEVNULL, check=False, start_new_session=True)
    assert alone.returncode == 2 and "terminal" in alone.stderr, alone
    assert not os.path.exists(f"{folder}/none.jsonl")


def check_time(folder):
    claims, file = f"{folder}/many.jsonl", f"{folder}/many-decisions.jsonl"
    write(claims, [claim(i, f"Company {i}", "owns", f"Company {i + 1}", f"Company {i} owns Company {i + 1}, it said on Tuesday.") for i in range(1, 101)])
    begin = time.monotonic()
    review = Review(claims, "--decisions", file)
    review.wait_for("1 of 100")
    ready = time.monotonic()
    for i in range(100):
        review.press("ar"[i % 2])
        review.wait_for(f"{99 - i} to do")
    keys = time.monotonic() - ready
    review.press("q")
    assert review.end() == 0
    assert len(decisions(file)) == 100
    print(f"100 claims: ready after {ready - begin:.2f} s, {keys:.2f} s for 100 keys ({keys * 10:.1f} ms a claim)")


def main():
    with tempfile.TemporaryDirectory() as folder:
        if "--time" not in sys.argv:
            check_keys(folder)
            check_hostile(folder)
            check_ends(folder)
        check_time(folder)


main()
