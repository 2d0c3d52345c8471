"""What the readers' checks share: the samples, and how an expectation is compared."""
import json
import os
import re
import sys

SKIP = 77  # CTest's SKIP_RETURN_CODE


def skip(reason):
    print("skipped:", reason)
    sys.exit(SKIP)


class Samples:
    def __init__(self, folder):
        self.folder = folder
        with open(os.path.join(folder, "expected.json"), encoding="utf-8") as file:
            self.expected = json.load(file)
        self.failures = 0

    def files(self, kind, extension):
        """(name, path, expectation) of every graph written as `kind`."""
        for name in sorted(self.expected):
            yield name, os.path.join(self.folder, kind, name + extension), self.expected[name]

    def check(self, where, what, ours, theirs):
        if ours == theirs:
            return
        self.failures += 1
        print(f"{where}: {what} differ\n  ours:   {str(ours)[:300]}\n  theirs: {str(theirs)[:300]}")

    def finish(self, checked):
        print(f"{checked} files checked, {self.failures} differences")
        sys.exit(1 if self.failures or not checked else 0)


def xml_text(text):
    """A text as XML can hold it: no control characters, on one line."""
    text = re.sub("\r\n|\r|\n", " ", text)
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", text)


def json_text(text):
    return text
