#include "store/store_reader.h"

#include <array>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <utility>

#include "claims/record/claim_table.h"
#include "decisions/decision_json.h"
#include "store/store_schema.h"
#include "support/error.h"

namespace newsgraph {
namespace {

constexpr std::size_t kMostTogether = 4096;  // claims of one document that are held at a time

const std::vector<std::string_view> kColumns{
    "verdict",     "source",      "relation",    "target",       "status",       "scope",     "source_type",
    "target_type", "source_text", "target_text", "source_named", "target_named", "source_id", "target_id",
    "speaker",     "trigger",     "rule",        "evidence",     "id",           "details",   "confidence",
    "document",    "title",       "date",        "url",          "file"};
constexpr std::size_t kClaimColumns = 20;  // the first of them, all texts of the table of claims
constexpr int kConfidence = 20;

// What a claim says of its document, where it says something of its own; see kToSecond in store_schema.cpp.
constexpr const char* kDocument =
    "coalesce(c.title, d.title), coalesce(c.date, d.date), coalesce(c.url, d.url), coalesce(c.file, d.file)";
constexpr const char* kDocumentOfFirst =
    "d.title, d.date, d.url, CASE WHEN d.url = '' THEN d.file ELSE '' END";

std::string query(std::int64_t version) {
  std::string sql = "SELECT ";
  for (std::size_t i = 0; i < kClaimColumns; ++i) sql += "c." + std::string(kColumns[i]) + ", ";
  return sql + "c.confidence, d.id, " + (version < 2 ? kDocumentOfFirst : kDocument) +
         ", c.number FROM claims c JOIN documents d ON d.number = c.document ORDER BY c.document, c.number";
}

}  // namespace

bool is_store(const std::string& path) {
  std::error_code failure;
  if (!std::filesystem::is_regular_file(path, failure)) return false;
  std::array<char, 16> start{};
  std::ifstream file(path, std::ios::binary);
  file.read(start.data(), start.size());
  return looks_like_store({start.data(), static_cast<std::size_t>(file.gcount())});
}

StoreReader::StoreReader(Database database) : database_(std::move(database)) {
  database_.execute("BEGIN");  // one state of it, whoever else writes
  version_ = require_store(database_);
}

void StoreReader::read_claims(const std::function<void(std::vector<Claim>&&)>& on_claims, const Skip& skip) {
  const ClaimTable table(kColumns, database_.name(), ClaimTable::Cells::plain);
  const int number = static_cast<int>(kColumns.size());
  std::vector<Claim> together;
  const auto hand_on = [&] {
    if (!together.empty()) on_claims(std::exchange(together, {}));
  };
  SqlStatement rows(database_, query(version_));
  TableRow row;
  std::array<char, 32> confidence{};
  while (rows.step()) {
    row.fields.clear();
    for (int column = 0; column < number; ++column) row.fields.push_back(rows.text(column));
    const auto end =
        std::to_chars(confidence.data(), confidence.data() + confidence.size(), rows.real(kConfidence));
    row.fields[kConfidence] = {confidence.data(), end.ptr};
    const std::string where = database_.name() + ": claim " + std::to_string(rows.integer(number));
    try {
      std::optional<Claim> claim = table.read(row, where);
      if (!claim) continue;
      const bool same = !together.empty() && together.back().document.id == claim->document.id;
      if (!same || together.size() == kMostTogether) hand_on();
      together.push_back(*std::move(claim));
    } catch (const Error& error) {
      skip(where, error.what());
    }
  }
  hand_on();
}

std::uint64_t StoreReader::articles() {
  SqlStatement count(database_, "SELECT count(*) FROM documents WHERE content <> ''");
  return count.step() ? static_cast<std::uint64_t>(count.integer(0)) : 0;
}

std::vector<Decision> StoreReader::decisions() {
  std::vector<Decision> result;
  SqlStatement lines(database_, "SELECT line, number FROM decisions ORDER BY number");
  while (lines.step()) {
    const std::string where = database_.name() + ": decision " + std::to_string(lines.integer(1));
    result.push_back(decision_from_json(lines.text(0), where));
  }
  return result;
}

}  // namespace newsgraph
