// The nodes of a graph that is being built, as claims, entities and graphs tell of them.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/graph.h"

namespace newsgraph {

struct NodeLink {
  StringId relation{};
  std::uint32_t target = 0;
};

class NodeTable {
 public:
  explicit NodeTable(StringPool& pool) : pool_(pool) {}

  struct Row {
    // How often a name and a type were seen together. From claims; from entities and graphs they count
    // as much as a thousand million claims.
    struct Naming {
      StringId name{};
      StringId type{};
      std::uint64_t votes = 0;
    };
    StringId id{};
    bool keep = false;  // even without edges
    std::uint32_t mentions = 0;
    std::uint32_t documents = 0;
    Naming naming;                     // the first; nearly always the only one
    std::vector<Naming> more_namings;  // once there is a first
    std::vector<StringId> aliases;
    std::vector<NodeLink> links;
    Attributes attributes;
  };

  // The place of the node with this id, which is added where it is new.
  std::uint32_t place_of(StringId id);
  Row& operator[](std::uint32_t place) { return rows_[place]; }
  const Row& operator[](std::uint32_t place) const { return rows_[place]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(rows_.size()); }

  void name(std::uint32_t place, StringId name, StringId type, std::uint64_t votes);
  void alias(std::uint32_t place, StringId alias);
  void link(std::uint32_t place, StringId relation, std::uint32_t target);
  // The most frequent naming, the first by text among equals; never fails.
  Row::Naming best_naming(std::uint32_t place) const;
  // The node as the graph has it; empties its row.
  Node take(std::uint32_t place);

 private:
  StringPool& pool_;
  std::vector<Row> rows_;
  std::vector<std::uint32_t> places_;  // by StringId; 1 more than the place, 0: none
};

}  // namespace newsgraph
