#include "entities/resolver.h"

#include <algorithm>
#include <span>
#include <tuple>
#include <utility>

#include "entities/entity_id.h"
#include "entities/title.h"
#include "knowledge/name_key.h"
#include "knowledge/name_words.h"
#include "knowledge/state_body.h"
#include "knowledge/subsidiary_form.h"
#include "knowledge/word_lists.h"

namespace newsgraph {

// What a name was found to be. `name` and `type` are empty where the argument's own stay.
struct EntityResolver::Resolution {
  std::string id;
  std::string name;
  std::string type;
  const KnownEntity* known = nullptr;
  std::vector<EntityLink> links;
};

namespace {

constexpr std::string_view kNodePrefix = "n_";
constexpr std::string_view kTable = "table";  // the rule of a row's claim

std::string node_id(std::string_view id) {
  return std::string(kNodePrefix).append(id);
}

bool contains(const std::vector<std::string>& texts, std::string_view text) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

// A name and a type, and nothing more that would matter.
bool is_bare(const Argument& argument) {
  return argument.named && argument.entity.empty() && argument.aliases.empty();
}

void become(Argument& argument, const Entity& entity) {
  argument.entity = entity.id;
  argument.name = entity.name;
  argument.type = entity.type;
  argument.aliases = entity.aliases;
}

void sort_unique(std::vector<std::string>& texts, const std::string& without) {
  std::erase_if(texts, [&](const std::string& text) { return text.empty() || text == without; });
  std::sort(texts.begin(), texts.end());
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
}

std::vector<EntityLink> links_of(const KnownEntity& entity) {
  std::vector<EntityLink> links;
  for (const KnownLink& link : entity.links)
    links.push_back({to_string(link.relation), node_id(link.target)});
  std::sort(links.begin(), links.end(), [](const EntityLink& a, const EntityLink& b) {
    return std::tie(a.relation, a.target) < std::tie(b.relation, b.target);
  });
  return links;
}

// A body without state that every state has: "Foreign Ministry", "Parliament"; not "Boston Police
// Department".
std::string common_body(std::string_view name) {
  constexpr std::string_view kMinistry = "ministry";
  std::string body = canonical_body(name);
  const bool common = body.ends_with(kMinistry) || WordLists::built_in().state_body(body).has_value();
  return common ? body : std::string();
}

}  // namespace

std::string node_id(const KnownEntity& entity) {
  return node_id(entity.id);
}

Entity to_entity(const KnownEntity& entity) {
  Entity result{node_id(entity), entity.name, entity.type, entity.aliases, links_of(entity)};
  sort_unique(result.aliases, result.name);
  return result;
}

EntityResolver::EntityResolver(const Knowledge& knowledge, ResolverOptions options)
    : knowledge_(&knowledge), options_(std::move(options)) {}

// "Orion Inc. is a subsidiary of Orion": who is said to be two is not made one by a company suffix.
void EntityResolver::keep_apart(Claim& claim, const std::string& subject, const std::string& object,
                                Entity& subject_entity, Entity& object_entity) const {
  if (claim.subject.entity != claim.object.entity ||
      knowledge_->find(claim.subject.entity.substr(2)) != nullptr)
    return;
  const auto with_suffix = [](const std::string& name) { return without_company_suffix(name) != name; };
  if (!with_suffix(subject) && !with_suffix(object)) return;
  const bool second = with_suffix(object);
  Argument& argument = second ? claim.object : claim.subject;
  argument.entity = "n_" + literal_id(second ? object : subject);
  (second ? object_entity : subject_entity).id = argument.entity;
}

std::vector<Entity> EntityResolver::resolve(std::vector<Claim>& claims, std::string_view document_text,
                                            ResolverMemo* memo) const {
  std::vector<Entity> entities;
  if (memo != nullptr && claims.size() == 1 && recall(claims.front(), *memo, entities)) return entities;
  std::erase_if(claims, [this](const Claim& claim) { return ignored(claim); });
  const DocumentContext context(*knowledge_, claims, document_text);
  for (Claim& claim : claims) {
    const std::string subject = claim.subject.name, object = claim.object.name;
    const std::size_t before = entities.size();
    resolve(claim.subject, true, context, entities);
    resolve(claim.object, object_acts(claim.relation), context, entities);
    if (entities.size() == before + 2 && subject != object)
      keep_apart(claim, subject, object, entities[before], entities[before + 1]);
    if (claim.speaker) resolve(*claim.speaker, true, context, entities);
  }
  std::erase_if(claims, [](const Claim& claim) {
    return claim.rule != kTable && !claim.subject.entity.empty() &&
           claim.subject.entity == claim.object.entity;
  });
  return entities;
}

bool EntityResolver::object_acts(std::string_view relation) const {
  return !contains(options_.things, relation);
}

std::optional<EntityResolver::NamedEntity> EntityResolver::resolve_name(std::string_view name,
                                                                        std::string_view type,
                                                                        bool acts) const {
  if (knowledge_->ignored(name)) return std::nullopt;
  Argument argument;
  argument.name = name;
  argument.type = type;
  argument.named = true;
  const DocumentContext nowhere(*knowledge_, {}, {});
  std::vector<Entity> entities;
  resolve(argument, acts, nowhere, entities);
  if (entities.empty() || nowhere.was_asked()) return std::nullopt;
  return NamedEntity{std::move(entities.front()), !nowhere.was_asked_about_acts()};
}

// Whether both names of a table row mean the same in every document; then they are resolved without this
// one.
bool EntityResolver::recall(Claim& claim, ResolverMemo& memo, std::vector<Entity>& entities) const {
  if (claim.rule != kTable || claim.speaker || !is_bare(claim.subject) || !is_bare(claim.object))
    return false;
  const auto look_up = [&](const Argument& argument, bool acts) {
    if (memo.find(argument, acts) != nullptr) return;
    if (const auto found = resolve_name(argument.name, argument.type, acts))
      memo.keep(argument, acts, found->entity);
  };
  const bool acts = object_acts(claim.relation);
  look_up(claim.subject, true);
  look_up(claim.object, acts);
  const Entity* subject = memo.find(claim.subject, true);
  const Entity* object = memo.find(claim.object, acts);
  if (subject == nullptr || object == nullptr) return false;
  if (subject->id == object->id) return false;  // two names of one: they may be kept apart
  become(claim.subject, *subject);
  become(claim.object, *object);
  entities.push_back(*subject);
  entities.push_back(*object);
  return true;
}

bool EntityResolver::ignored(const Claim& claim) const {
  return knowledge_->ignored(claim.subject.name) || knowledge_->ignored(claim.object.name);
}

void EntityResolver::resolve(Argument& argument, bool acts, const DocumentContext& context,
                             std::vector<Entity>& entities) const {
  const Usage usage{argument.type, acts};
  Found found = argument.named ? earlier(argument) : unnamed(argument, context);
  if (!found && argument.named) found = named(argument.name, usage, context);
  if (!found) return;

  argument.named = true;
  argument.entity = node_id(found->id);
  std::string old_name = argument.name;
  if (!found->name.empty()) argument.name = found->name;
  if (!found->type.empty()) argument.type = found->type;
  argument.aliases.push_back(std::move(old_name));
  if (found->known != nullptr) {
    argument.aliases.insert(argument.aliases.end(), found->known->aliases.begin(),
                            found->known->aliases.end());
  }
  sort_unique(argument.aliases, argument.name);
  entities.push_back(
      {argument.entity, argument.name, argument.type, argument.aliases, std::move(found->links)});
}

// An argument that was resolved before, as in a file of claims, keeps its entity while its name fits.
EntityResolver::Found EntityResolver::earlier(const Argument& argument) const {
  if (!argument.entity.starts_with(kNodePrefix) || knowledge_->kept_apart(argument.name)) return std::nullopt;
  const KnownEntity* entity = knowledge_->find(std::string_view(argument.entity).substr(kNodePrefix.size()));
  if (entity == nullptr || argument.name != entity->name) return std::nullopt;
  return Resolution{entity->id, entity->name, entity->type, entity, links_of(*entity)};
}

EntityResolver::Found EntityResolver::named(std::string_view name, const Usage& usage,
                                            const DocumentContext& context) const {
  if (Found found = kept_apart(name, usage)) return found;
  if (Found found = known(name, usage, context)) return found;
  if (Found found = state_body(name)) return found;
  if (Found found = spoken_for(name, usage, context)) return found;
  if (Found found = titled(name, usage, context)) return found;
  if (Found found = local_body(name, context)) return found;
  return unknown(name, usage);
}

// A name of a never_merge pair: its own entity, or one whose id keeps what is folded away otherwise.
EntityResolver::Found EntityResolver::kept_apart(std::string_view name, const Usage& usage) const {
  if (!knowledge_->kept_apart(name)) return std::nullopt;
  for (const Sense& sense : knowledge_->look_up(name)) {
    if (sense.kind <= SenseKind::alias) {
      return Resolution{sense.entity->id, sense.entity->name, sense.entity->type, sense.entity,
                        links_of(*sense.entity)};
    }
  }
  std::string id = literal_id(name);
  if (knowledge_->find(id) != nullptr) id += usage.type.empty() ? "-name" : "-" + std::string(usage.type);
  return Resolution{std::move(id), "", "", nullptr, {}};
}

EntityResolver::Found EntityResolver::known(std::string_view name, const Usage& usage,
                                            const DocumentContext& context) const {
  const KnownEntity* entity = choose_sense(*knowledge_, name, usage, context);
  const std::string_view shorter = without_company_suffix(name);
  if (entity == nullptr && shorter.size() < name.size() && !knowledge_->kept_apart(shorter) &&
      !has_subsidiary_form(name)) {
    const KnownEntity* company = choose_sense(*knowledge_, shorter, {"organization", false}, context);
    if (company != nullptr && company->type != "place" && company->type != "person") entity = company;
  }
  if (entity == nullptr) return std::nullopt;
  return Resolution{entity->id, entity->name, entity->type, entity, links_of(*entity)};
}

EntityResolver::Found EntityResolver::state_body(std::string_view name) const {
  const std::optional<StateBody> body = parse_state_body(*knowledge_, name);
  if (!body) return std::nullopt;
  const KnownEntity* entity =
      body->kind == StateBody::Kind::people ? body->state : knowledge_->unambiguous(body->name);
  if (entity != nullptr) return Resolution{entity->id, entity->name, entity->type, entity, links_of(*entity)};
  return Resolution{literal_id(body->name),
                    body->name,
                    "organization",
                    nullptr,
                    {{to_string(body->link), node_id(body->state->id)}}};
}

EntityResolver::Found EntityResolver::titled(std::string_view name, const Usage& usage,
                                             const DocumentContext& context) const {
  const TitledName titled = without_title(*knowledge_, name);
  if (titled.name == name || (usage.type != "person" && !usage.type.empty())) return std::nullopt;
  if (Found found = known(titled.name, {"person", usage.acts}, context); found && found->type == "person")
    return found;
  Resolution person = unknown(titled.name, {"person", usage.acts});
  person.name = titled.name;
  person.type = "person";
  if (titled.state != nullptr) person.links = {{"represents", node_id(titled.state->id)}};
  return person;
}

// "The Foreign Ministry" is that of the state whose foreign ministry the document names, or one that only
// this document means.
EntityResolver::Found EntityResolver::local_body(std::string_view name,
                                                 const DocumentContext& context) const {
  const std::string body = common_body(name);
  if (body.empty()) return std::nullopt;
  if (const KnownEntity* state = context.state_with(body)) return state_body(state->name + " " + body);
  return Resolution{local_id(body, context.document()), "", "organization", nullptr, {}};
}

EntityResolver::Resolution EntityResolver::unknown(std::string_view name, const Usage& usage) const {
  // "Microsoft GmbH" beside Microsoft.
  if (has_subsidiary_form(name) && !knowledge_->look_up(without_company_suffix(name)).empty())
    return {literal_id(name), "", "", nullptr, {}};
  // "Its owner Kiel Holdings" is a person to the analysis and a company elsewhere: one name, one entity.
  if ((usage.type == "person" || usage.type == "place") && is_company_name(name))
    return {id_of_unknown(*knowledge_, name, "organization"), "", "organization", nullptr, {}};
  return {id_of_unknown(*knowledge_, name, usage.type), "", "", nullptr, {}};
}

// "Kremlin spokesman", "White House officials": whoever they are, the claim is that of the body that they
// speak for.
EntityResolver::Found EntityResolver::spoken_for(std::string_view name, const Usage& usage,
                                                 const DocumentContext& context) const {
  const std::vector<std::string_view> words = split_words(bare_name(name));
  if (words.size() < 2) return std::nullopt;
  const bool speaks = words.back().starts_with("spokes") || WordLists::built_in().people_of(words.back());
  if (!speaks) return std::nullopt;
  const std::string_view body = text_of(std::span(words).first(words.size() - 1));
  if (Found found = known(body, {"organization", usage.acts}, context); found && found->type != "person")
    return found;
  return state_body(body);
}

// A description stands for an entity where it is made of a state or body and those who speak for it.
EntityResolver::Found EntityResolver::unnamed(const Argument& argument,
                                              const DocumentContext& context) const {
  if (argument.type == "act" || argument.type == "thing") return std::nullopt;
  if (Found found = state_body(argument.name)) return found;
  return spoken_for(argument.name, {argument.type, true}, context);
}

}  // namespace newsgraph
