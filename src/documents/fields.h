// The names that articles and relation tables use for the same things.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph {

// A field of ours and the names under which others have it, the most telling first; names are written as
// normalize_name() makes them.
struct Field {
  std::string_view name;
  std::span<const std::string_view> others;
};

// id, title, date, url, author, text, lead, modified; in this order.
enum ArticleField : std::size_t {
  kIdField,
  kTitleField,
  kDateField,
  kUrlField,
  kAuthorField,
  kTextField,
  kLeadField,
  kModifiedField
};
std::span<const Field> article_fields();
// source, relation, target, date, status, evidence, url, source_type, target_type, confidence, scope, title.
std::span<const Field> relation_fields();

// The text with the first sentences that were kept apart from it before it.
std::string with_lead(std::string_view lead, std::string_view text);

// "https://…": what a field that may hold a name instead has to be to be taken for an address.
bool is_address(std::string_view value);

// Lower case, letters and digits only: "Published At", "published_at" and "publishedAt" are one name.
std::string normalize_name(std::string_view name);

// Which of `names` each field is, by number, in the order of `fields`. `mapping` (field to name) comes first.
// Throws UsageError where the mapping asks for a name that is not there.
std::vector<std::optional<std::size_t>> match_fields(std::span<const Field> fields,
                                                     const std::vector<std::string>& names,
                                                     const std::map<std::string, std::string>& mapping);

// Throws UsageError where the mapping names a field that neither articles nor relations have.
void check_mapping(const std::map<std::string, std::string>& mapping);

}  // namespace newsgraph
