// What decisions, and the user's own names, make of a graph that is read.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "decisions/decisions.h"
#include "entities/resolver.h"
#include "graph/view.h"

namespace newsgraph {

class GraphCorrector {
 public:
  // Keeps references to both. Of the resolver's tables only that counts which the built-in ones do not say.
  GraphCorrector(const Decisions& decisions, const EntityResolver& resolver);

  // Whether a graph may change at all.
  bool active() const { return own_names_ || !decisions_.empty(); }

  struct NodeChange {
    bool dropped = false;
    std::optional<Entity> becomes;  // another node, or the same under another name
  };
  NodeChange of(const NodeView& node) const;

  // Ends as of() has left them.
  struct Ends {
    std::string_view subject;  // ids
    std::string_view subject_name;
    std::string_view object;
    std::string_view object_name;
  };
  struct EdgeChange {
    bool dropped = false;
    std::optional<Entity> subject;
    std::optional<Entity> object;
    std::optional<std::string> relation;
    std::optional<std::string> status;
    std::optional<std::string> scope;
  };
  EdgeChange of(const EdgeView& edge, const Ends& ends) const;  // an edge without statements
  EdgeChange of(const EdgeView& edge, const StatementView& statement, const Ends& ends) const;

 private:
  EdgeChange decided(const EdgeView& edge, const Ends& ends) const;
  EdgeChange change(const Decision& decision, std::string_view relation) const;
  Entity entity(const std::string& name, std::string_view type, bool acts) const;
  std::optional<Entity> parted(std::string_view text, std::string_view name, bool acts) const;

  const Decisions& decisions_;
  const EntityResolver& resolver_;
  bool own_names_;
};

}  // namespace newsgraph
