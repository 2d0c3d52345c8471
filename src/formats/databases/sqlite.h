// A store: claims in a SQLite file, which can be asked with SQL, added to and read again. docs/store.md.
#pragma once

#include "formats/base/format.h"

namespace newsgraph {

extern const Format kSqlite;

}  // namespace newsgraph
