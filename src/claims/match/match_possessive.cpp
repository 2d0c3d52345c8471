// "Jan Kral's Vega", "Orion's Lyra": a name that stands before another as its possessor.
#include <algorithm>
#include <string_view>

#include "claims/match/match_site.h"

namespace newsgraph {

namespace {

const Name* name_ending(const Tree& tree, int token) {
  const auto& names = tree.sentence().names;
  const auto found = std::ranges::find(names, token, &Name::last);
  return found == names.end() ? nullptr : &*found;
}

const Name* name_beginning(const Tree& tree, int token) {
  const auto& names = tree.sentence().names;
  const auto found = std::ranges::find(names, token, &Name::first);
  return found == names.end() ? nullptr : &*found;
}

bool may_be(const Site& site, const Name& name, std::string_view kind) {
  const auto senses = site.knowledge.look_up(text_of(site.tree, name));
  return std::ranges::any_of(senses, [&](const Sense& sense) { return sense.entity->kind == kind; });
}

// Whether somebody's own is owned: a person's company is, his album is not, and what stands behind a
// company's name may be a service that it runs or a department, unless it is known for a company.
bool is_owned_by(const Site& site, const Name& owner, const Name& owned) {
  if (may_be(site, owned, "company")) return true;
  return owner.type == NameType::person &&
         (owned.type == NameType::organization || may_be(site, owned, "service"));
}

}  // namespace

std::optional<Match> match_possessive(const Site& site) {
  const Tree& tree = site.tree;
  const Name* owner = name_ending(tree, site.trigger - 1);
  const Name* owned = name_beginning(tree, site.trigger + 1);
  if (owner == nullptr || owned == nullptr || !is_owned_by(site, *owner, *owned)) return std::nullopt;
  Match match;
  match.rule = &site.rule;
  match.trigger = site.trigger;
  match.subjects = {tree.head_of(owner->first, owner->last)};
  const int head = tree.head_of(owned->first, owned->last);
  // "Orion's Vega executives": the executives are Orion's.
  if (head > owned->last || !tree.dominates(head, match.subjects.front())) return std::nullopt;
  match.objects = tree.with_conjuncts(head);
  std::erase_if(match.objects, [&](int object) { return object < head; });
  match.subject_place = Role::Place::possessor;
  return match;
}

}  // namespace newsgraph
