// Claims and decisions out of a store.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/record/claim.h"
#include "decisions/decision.h"
#include "store/database.h"

namespace newsgraph {

// Whether the file is a database; false where it is not there.
bool is_store(const std::string& path);

class StoreReader {
 public:
  // The store is not trusted. Throws Error where it is none.
  explicit StoreReader(Database database);
  explicit StoreReader(const std::string& path) : StoreReader(Database(path, Database::Mode::read)) {}

  // All claims, those of one document together and in the order in which they came. A row that is no claim
  // goes to `skip`. What the store's decisions say of them is not applied.
  using Skip = std::function<void(const std::string& where, const std::string& reason)>;
  void read_claims(const std::function<void(std::vector<Claim>&&)>& on_claims, const Skip& skip);

  // How many articles were read into it, those without claims among them.
  std::uint64_t articles();
  // Those that the last run had.
  std::vector<Decision> decisions();

 private:
  Database database_;
  std::int64_t version_ = 0;
};

}  // namespace newsgraph
