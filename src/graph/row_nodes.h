// Names that rows of tables have, resolved to nodes of a draft.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "entities/entity_table.h"
#include "entities/resolver.h"
#include "graph/graph_draft.h"

namespace newsgraph {

// A name's node where the document decides what it means.
constexpr std::uint32_t kUndecidedNode = 0xffff'ffff;

// First places(), then the rows that cannot have them are taken from the draft's RowNames, then name_nodes().
class RowNodes {
 public:
  // `draft` has pending rows; all three outlive this.
  RowNodes(GraphDraft& draft, const EntityResolver& resolver, EntityTable& entities);

  // The places of nodes, by what RowNames::add() returned. `jobs` threads resolve the names.
  const std::vector<std::uint32_t>& places(unsigned jobs);
  // Says what the nodes are called, as often as the rows that are left do.
  void name_nodes();

 private:
  struct Name {
    std::string_view text;
    std::string_view type;
  };
  // What a name means in some or all rows that have it.
  struct Meaning {
    std::uint32_t use = 0;
    Entity entity;
    std::array<bool, 2> acts{};  // where the name does not act, and where it does
    bool plain = false;          // everywhere what the name says, and nothing that is known
  };

  std::vector<Meaning> resolve(std::size_t begin, std::size_t end) const;
  void resolve(std::uint32_t use, std::vector<Meaning>& meanings) const;
  bool is_plain(const Meaning& meaning) const;
  void add(Meaning&& meaning);
  void name(const Meaning& meaning);
  void name_plain(std::uint32_t use);

  GraphDraft& draft_;
  const EntityResolver& resolver_;
  EntityTable& entities_;
  const std::vector<RowNames::Use>& uses_;
  std::vector<Name> names_;            // by use
  std::vector<std::uint32_t> places_;  // two for each use
  // Most names of a large table are plain; what they mean is not kept.
  std::vector<bool> plain_;
  std::vector<Meaning> others_;
  std::vector<std::uint8_t> meanings_;  // by place: how many; at most 2
};

}  // namespace newsgraph
