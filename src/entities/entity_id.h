// Ids of entities that no table knows, made from their names alone: the same actor has the same id in
// every document and in every run.
#pragma once

#include <string>
#include <string_view>

#include "knowledge/knowledge.h"

namespace newsgraph {

// Without "n_". Case, diacritics, punctuation, initials, a leading article and company suffixes do not
// matter ("ByteDance", "Bytedance Ltd."). Where the tables have another entity under this id, the type is
// added ("jordan-person"). Never empty.
std::string id_of_unknown(const Knowledge& knowledge, std::string_view name, std::string_view type);

// The id of a name that stands for itself, as the user wishes: company suffixes count.
std::string literal_id(std::string_view name);

// The id of what only one document means by a name: "the Foreign Ministry" of no known state.
std::string local_id(std::string_view name, std::string_view document);

// The name without company suffixes at its end; the whole name where nothing else would be left.
std::string_view without_company_suffix(std::string_view name);

// "Orion Ltd.", "Kiel Holdings": a company, whatever the words around it look like. Suffixes of two letters
// are other words as well ("AS", "SA") and do not tell.
bool is_company_name(std::string_view name);

}  // namespace newsgraph
