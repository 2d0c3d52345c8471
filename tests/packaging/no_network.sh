#!/usr/bin/env bash
# usage: no_network.sh NEWSGRAPH SAMPLE
# newsgraph imports no function that opens a connection, needs no network, and tries none where it can be watched.
set -uo pipefail
newsgraph=$1 sample=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
status=0

if command -v nm >/dev/null; then
  nm --dynamic --undefined-only "$newsgraph" | awk '{print $2}' | sed 's/@.*//' >imported
  # Not malloc() or memcpy(): a sanitizer has its own inside the program.
  grep -qx __libc_start_main imported || { echo "nm lists no imported function"; exit 1; }
  if grep -xE 'socket|socketpair|connect|bind|listen|accept4?|getaddrinfo|gethostby.*|send(to|msg)?|recv(from|msg)?|curl_.*|xmlNano.*' imported; then
    echo "these functions open connections"
    status=1
  fi
fi

cat >page.html <<'END'
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://news.example/strict.dtd">
<html><head><title>Ban</title><base href="http://news.example/"><link rel="canonical" href="http://news.example/a">
<script src="http://news.example/a.js"></script></head>
<body><p>Australia banned TikTok on government devices on Tuesday.</p><img src="http://news.example/i.png"></body></html>
END
cat >graph.graphml <<'END'
<?xml version="1.0"?><!DOCTYPE graphml SYSTEM "http://news.example/graphml.dtd">
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph edgedefault="directed"><node id="a"/></graph></graphml>
END
run() { "$@" "$newsgraph" export "$sample" page.html graph.graphml -o out.json -o out.dot --quiet; }

run env || { echo "the main job fails"; exit 1; }
mv out.json with.json
if unshare --net true 2>/dev/null; then alone=(unshare --net); else alone=(unshare --map-root-user --net); fi
if "${alone[@]}" true 2>/dev/null; then
  run "${alone[@]}" || { echo "the main job fails without a network"; status=1; }
  cmp with.json out.json || status=1
else
  echo "no network namespace can be made here: not tried"
fi
if command -v strace >/dev/null && strace -o trace true 2>/dev/null; then
  # Two cannot trace one program: leaks are not looked for here.
  ASAN_OPTIONS=detect_leaks=0 run strace -f -o trace -e trace=%network || status=1
  if grep -E 'AF_INET|AF_NETLINK|connect\(|sendto\(' trace; then
    echo "system calls for the network"
    status=1
  fi
else
  echo "strace is not installed or not allowed: system calls are not watched"
fi
exit $status
