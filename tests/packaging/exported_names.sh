#!/usr/bin/env bash
# usage: exported_names.sh LIBRARY
# Names of the stages, or of libraries that are inside, would get in the way of who links the library.
set -uo pipefail
command -v nm >/dev/null || { echo "nm is not installed"; exit 77; }
names=$(nm --dynamic --defined-only --demangle "$1" | sed 's/^[0-9a-f]* [A-Za-z] //')
grep -q '^newsgraph::api::Reader::read' <<<"$names" || { echo "the public names are missing"; exit 1; }
# Templates of the standard library that are weak in every program are no harm, nor is what the undefined-behaviour
# sanitizer says of the type of a function.
others=$(grep -vE '^typeinfo (name )?for char const\* \(\)$|(^|(for|to|VTT) )newsgraph::api::|^(typeinfo|vtable|non-virtual thunk).*std::|std::|^operator|^__|^_(init|fini|edata|end)|^__gnu' <<<"$names")
[ -z "$others" ] || { echo "exported too:"; head -20 <<<"$others"; exit 1; }
