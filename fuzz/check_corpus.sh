#!/usr/bin/env bash
# Every fuzz target has a folder with inputs in corpus/, and every folder is a target's.
# usage: check_corpus.sh REPLAY
set -euo pipefail
folder=$(dirname "${BASH_SOURCE[0]}")/corpus
diff <("$1" --list | LC_ALL=C sort) <(find "$folder" -mindepth 2 -type f -printf '%P\n' | cut -d/ -f1 | LC_ALL=C sort -u)
