// The tables of a store. docs/store.md describes them for people who ask it with SQL.
#pragma once

#include <cstdint>
#include <string_view>

#include "store/database.h"

namespace newsgraph {

inline constexpr std::int64_t kStoreApplication = 0x6e677273;  // "ngrs", in the file's header
inline constexpr std::int64_t kStoreVersion = 3;

// Whether a file begins as a database does.
bool looks_like_store(std::string_view start);

// An empty store.
void create_store(Database& database);
// Whether nothing is in the database yet.
bool is_empty(Database& database);
// Its version. Throws Error where the database is no store, or one of a later version.
std::int64_t require_store(Database& database);
// Brings a store of an earlier version to the present one.
void upgrade_store(Database& database, std::int64_t version);

}  // namespace newsgraph
