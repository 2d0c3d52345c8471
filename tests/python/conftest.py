"""Tests of the Python package, which is installed from a wheel. NEWSGRAPH_ROOT is the source tree."""
import os
import pathlib
import subprocess
import sys

import pytest

ROOT = pathlib.Path(os.environ.get("NEWSGRAPH_ROOT", pathlib.Path(__file__).parents[2]))


@pytest.fixture(scope="session")
def sample():
    """The folder of the sample articles."""
    return ROOT / "data" / "sample"


@pytest.fixture(scope="session")
def root():
    return ROOT


@pytest.fixture(scope="session")
def command_line():
    """Runs the command line of the package and gives its result."""

    def run(*arguments, **options):
        command = [sys.executable, "-m", "newsgraph", *map(str, arguments)]
        return subprocess.run(command, capture_output=True, text=True, timeout=300, **options)

    return run


ARTICLES = [
    {"id": "a1", "title": "Norland bans Tabbia", "date": "2024-02-01", "url": "https://example.org/1",
     "text": "Norland banned Tabbia on Thursday. Kestrel Media owns Tabbia, the app said."},
    {"id": "a2", "title": "", "date": "2024-02-02", "url": "https://example.org/2",
     "text": "“The ban is a disgrace,” said Ada Lind. China condemned Norland on Friday. Critics denounced Kestrel Media."},
    {"id": "a3", "title": "Markets", "date": "2024-02-03", "url": "https://example.org/3",
     "text": "Shares rose. It rained in the north."},
    {"id": "a4", "title": "Tabbia sold", "date": "2024-03-04", "url": "https://example.org/4",
     "text": "Orlo Group acquired Tabbia from Kestrel Media. The United States banned Huawei. Beijing denounced Washington."},
    {"id": "a5", "title": "", "date": "", "url": "",
     "text": "Norland has banned Tabbia. Brazil plans to ban Tabbia. Norland lifted its ban on Orlo Group."},
]


@pytest.fixture
def articles():
    return [dict(article) for article in ARTICLES]
