// Names to entities: the same actor under its different names gets one id, two actors keep two.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/record/claim.h"
#include "entities/document_context.h"
#include "entities/entity.h"
#include "entities/resolver_memo.h"
#include "entities/sense.h"
#include "knowledge/knowledge.h"

namespace newsgraph {

struct ResolverOptions {
  // Relations whose object is a thing that is held or forbidden rather than somebody who is addressed:
  // there the name of a capital is the city.
  std::vector<std::string> things = {"owns", "bans"};
};

// Documents are resolved one by one; an id depends on the name, the tables and, for an ambiguous name,
// on the document that it stands in, never on other documents. Threads may share a resolver.
class EntityResolver {
 public:
  // Keeps a reference to the knowledge.
  explicit EntityResolver(const Knowledge& knowledge, ResolverOptions options = {});

  // Resolves subject, object and speaker of the claims of one document: sets `entity`, and `name`,
  // `type` and `aliases` where the entity is known or made by rule ("Beijing denounced …" -> China,
  // also called Beijing). Arguments that are no names stay as they are unless they stand for a state
  // ("Chinese officials"). Resolving twice changes nothing.
  // Removes claims about names that the user's file ignores, and, but for rows of tables, claims whose two
  // arguments turn out to be one entity. Two names of one claim that differ by a company suffix stay two.
  // Returns an Entity for each argument that was resolved, in order. With a memo, names of table rows that
  // were resolved before are not looked up again.
  std::vector<Entity> resolve(std::vector<Claim>& claims, std::string_view document_text = {},
                              ResolverMemo* memo = nullptr) const;

  // The same for a name alone, of that type (which may be empty), that acts or not: for names of tables,
  // which come again and again. Nullopt where it is ignored, or the document decides what it means.
  struct NamedEntity {
    Entity entity;
    bool acts_or_not = false;  // it would be the same
  };
  std::optional<NamedEntity> resolve_name(std::string_view name, std::string_view type, bool acts) const;
  // Whether the object of this relation is somebody rather than a thing; a subject always is.
  bool object_acts(std::string_view relation) const;

  const Knowledge& knowledge() const { return *knowledge_; }

 private:
  struct Resolution;
  using Found = std::optional<Resolution>;

  void resolve(Argument& argument, bool acts, const DocumentContext& context,
               std::vector<Entity>& entities) const;
  void keep_apart(Claim& claim, const std::string& subject, const std::string& object, Entity& subject_entity,
                  Entity& object_entity) const;
  bool recall(Claim& claim, ResolverMemo& memo, std::vector<Entity>& entities) const;
  Found earlier(const Argument& argument) const;
  Found named(std::string_view name, const Usage& usage, const DocumentContext& context) const;
  Found kept_apart(std::string_view name, const Usage& usage) const;
  Found known(std::string_view name, const Usage& usage, const DocumentContext& context) const;
  Found state_body(std::string_view name) const;
  Found titled(std::string_view name, const Usage& usage, const DocumentContext& context) const;
  Found local_body(std::string_view name, const DocumentContext& context) const;
  Found spoken_for(std::string_view name, const Usage& usage, const DocumentContext& context) const;
  Found unnamed(const Argument& argument, const DocumentContext& context) const;
  Resolution unknown(std::string_view name, const Usage& usage) const;
  bool ignored(const Claim& claim) const;

  const Knowledge* knowledge_;
  ResolverOptions options_;
};

// "n_" and the id of a known entity.
std::string node_id(const KnownEntity& entity);
// The entity as the graph has it, with its known aliases and links.
Entity to_entity(const KnownEntity& entity);

}  // namespace newsgraph
