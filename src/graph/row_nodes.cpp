#include "graph/row_nodes.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "support/in_order.h"

namespace newsgraph {
namespace {

constexpr std::size_t kPart = 1024;  // names that a thread takes at a time

}  // namespace

RowNodes::RowNodes(GraphDraft& draft, const EntityResolver& resolver, EntityTable& entities)
    : draft_(draft),
      resolver_(resolver),
      entities_(entities),
      uses_(draft.pending.names.uses()),
      places_(2 * uses_.size(), kUndecidedNode),
      plain_(uses_.size()) {
  // The pool is not to be read while another thread adds to it, but its texts stay where they are.
  names_.reserve(uses_.size());
  for (const RowNames::Use& use : uses_)
    names_.push_back({draft.pool().text(use.name), draft.pool().text(use.type)});
}

const std::vector<std::uint32_t>& RowNodes::places(unsigned jobs) {
  const std::size_t parts = (uses_.size() + kPart - 1) / kPart;
  work_in_order(parts, jobs, [this](Turns& turns) {
    while (const auto part = turns.next()) {
      const std::size_t first = *part * kPart;
      std::vector<Meaning> meanings = resolve(first, std::min(first + kPart, uses_.size()));
      const auto add_all = [&] {
        for (Meaning& meaning : meanings) add(std::move(meaning));
      };
      if (!turns.in_turn(*part, add_all)) return;
    }
  });
  return places_;
}

std::vector<RowNodes::Meaning> RowNodes::resolve(std::size_t begin, std::size_t end) const {
  std::vector<Meaning> meanings;
  meanings.reserve(end - begin);
  for (std::size_t use = begin; use < end; ++use) resolve(static_cast<std::uint32_t>(use), meanings);
  return meanings;
}

void RowNodes::resolve(std::uint32_t use, std::vector<Meaning>& meanings) const {
  const auto& rows = uses_[use].rows;
  const auto resolve_as = [&](bool acts) {
    return resolver_.resolve_name(names_[use].text, names_[use].type, acts);
  };
  std::optional<EntityResolver::NamedEntity> found;
  if (rows[0] != 0) found = resolve_as(false);
  const bool everywhere = rows[1] == 0 || (found && found->acts_or_not);
  if (found) meanings.push_back({use, std::move(found->entity), {true, everywhere}});
  if (!everywhere && (found = resolve_as(true)))
    meanings.push_back({use, std::move(found->entity), {rows[0] == 0, true}});
  if (!meanings.empty() && meanings.back().use == use) meanings.back().plain = is_plain(meanings.back());
}

bool RowNodes::is_plain(const Meaning& meaning) const {
  const Entity& entity = meaning.entity;
  return meaning.acts[0] && meaning.acts[1] && entity.aliases.empty() && entity.links.empty() &&
         entity.name == names_[meaning.use].text && entity.type == names_[meaning.use].type &&
         entities_.known(entity.id) == nullptr;
}

void RowNodes::add(Meaning&& meaning) {
  const std::uint32_t place = draft_.nodes.place_of(draft_.pool().intern(meaning.entity.id));
  for (const bool acts : {false, true})
    if (meaning.acts[acts]) places_[2 * std::size_t{meaning.use} + acts] = place;
  if (place >= meanings_.size()) meanings_.resize(std::max<std::size_t>(place + 1, 2 * meanings_.size()));
  if (meanings_[place] < 2) ++meanings_[place];
  if (meaning.plain)
    plain_[meaning.use] = true;
  else
    others_.push_back(std::move(meaning));
}

void RowNodes::name_nodes() {
  for (const Meaning& meaning : others_) name(meaning);
  for (std::uint32_t use = 0; use < plain_.size(); ++use)
    if (plain_[use]) name_plain(use);
}

void RowNodes::name(const Meaning& meaning) {
  std::uint32_t rows = 0;
  for (const bool acts : {false, true}) rows += meaning.acts[acts] ? uses_[meaning.use].rows[acts] : 0;
  if (rows == 0) return;
  StringPool& pool = draft_.pool();
  const Entity& entity = meaning.entity;
  const std::uint32_t place = places_[2 * std::size_t{meaning.use} + meaning.acts[1]];
  draft_.nodes.name(place, pool.intern(entity.name), pool.intern(entity.type), rows);
  for (const std::string& alias : entity.aliases) draft_.nodes.alias(place, pool.intern(alias));
  entities_.add(entity, rows);
}

// Where nobody else has a word for the node, the entities would call it by its name: they need not know.
void RowNodes::name_plain(std::uint32_t use) {
  const auto& [name, type, rows, next] = uses_[use];
  const std::uint32_t votes = rows[0] + rows[1];
  if (votes == 0) return;
  const std::uint32_t place = places_[2 * std::size_t{use}];
  const std::string id(draft_.pool().text(draft_.nodes[place].id));
  const bool alone = meanings_[place] == 1 && !entities_.has(id);
  draft_.nodes.name(place, name, type, alone ? kVotesOfEntity : votes);
  if (!alone)
    entities_.add({id, std::string(names_[use].text), std::string(names_[use].type), {}, {}}, votes);
}

}  // namespace newsgraph
