// The JSON format of entity tables, the built-in ones and the user's alike; see docs/entities.md and
// data/knowledge/entities.schema.json.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "knowledge/known_entity.h"

namespace newsgraph {

// An entity as the file has it: what the file does not say is empty.
struct EntityEntry {
  KnownEntity entity;
  std::string same_as;  // id or name of the entity that this one is
  std::size_t line = 0;
};

struct KnowledgeFile {
  std::vector<EntityEntry> entries;
  std::vector<std::pair<std::string, std::string>> never_merge;  // names
  std::vector<std::string> ignore;                               // names that are no entities
  std::vector<std::string> ambiguous;                            // names that need context
};

// What is wrong in a file, and where.
struct KnowledgeProblem {
  std::string where;  // "file:line"
  std::string what;
  std::string remedy;
};

// Reads as much as can be read; every problem of form is added to `problems`, in the order of the file.
KnowledgeFile read_knowledge_json(std::string_view json, const std::string& where,
                                  std::vector<KnowledgeProblem>& problems);

// Everything that is wrong with a user's file, also in relation to the built-in tables (links to
// entities that do not exist, an alias that two entities claim); empty where it can be used.
std::vector<KnowledgeProblem> check_knowledge_file(const std::filesystem::path& file);

// One line of JSON, in the form of the tables.
std::string to_json(const KnownEntity& entity);

}  // namespace newsgraph
