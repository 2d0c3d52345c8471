#include "entities/document_context.h"

#include <algorithm>

#include "knowledge/name_key.h"
#include "knowledge/name_words.h"
#include "knowledge/state_body.h"
#include "support/ascii.h"

namespace newsgraph {
namespace {

bool word_byte(char c) {
  return is_ascii_alphanumeric(c) || !is_ascii(c);
}

bool stands_in(std::string_view text, std::string_view phrase) {
  for (std::size_t at = text.find(phrase); at != text.npos; at = text.find(phrase, at + 1)) {
    const bool begins = at == 0 || !word_byte(text[at - 1]);
    const std::size_t end = at + phrase.size();
    if (begins && (end == text.size() || !word_byte(text[end]))) return true;
  }
  return false;
}

std::string evidence_of(std::span<const Claim> claims) {
  std::set<std::string_view> sentences;
  for (const Claim& claim : claims) {
    sentences.insert(claim.document.title);
    sentences.insert(claim.evidence.text);
  }
  std::string text;
  for (const std::string_view sentence : sentences) text.append(sentence).append("\n");
  return text;
}

}  // namespace

DocumentContext::DocumentContext(const Knowledge& knowledge, std::span<const Claim> claims,
                                 std::string_view text)
    : document_(claims.empty() ? "" : claims.front().document.id),
      text_(text.empty() ? evidence_of(claims) : std::string(text)) {
  for (const Claim& claim : claims) {
    add(knowledge, claim.subject);
    add(knowledge, claim.object);
    if (claim.speaker) add(knowledge, *claim.speaker);
  }
}

void DocumentContext::add(const Knowledge& knowledge, const Argument& argument) {
  if (argument.type == "person") persons_.push_back(argument.name);
  const auto note_body = [&](const std::string& name) {
    const auto body = parse_state_body(knowledge, name);
    if (body && body->kind == StateBody::Kind::body) bodies_[body->body].insert(body->state);
  };
  note_body(argument.name);
  for (const std::string& alias : argument.aliases) note_body(alias);
}

int DocumentContext::count(std::span<const std::string> words) const {
  if (words.empty()) return 0;
  asked_ = true;
  return static_cast<int>(std::count_if(words.begin(), words.end(),
                                        [&](const std::string& word) { return stands_in(text_, word); }));
}

const KnownEntity* DocumentContext::state_with(const std::string& body) const {
  asked_ = true;
  const auto found = bodies_.find(body);
  return found != bodies_.end() && found->second.size() == 1 ? *found->second.begin() : nullptr;
}

bool DocumentContext::other_person_called(std::string_view surname, const KnownEntity& entity) const {
  asked_ = true;
  const NameKey key(surname);
  return std::any_of(persons_.begin(), persons_.end(), [&](const std::string& person) {
    const std::vector<std::string_view> words = split_words(bare_name(person));
    if (words.size() < 2 || NameKey(words.back()).words() != key.words()) return false;
    const auto is_it = [&](const std::string& name) {
      return NameKey(name).words() == NameKey(person).words();
    };
    return !is_it(entity.name) && std::none_of(entity.aliases.begin(), entity.aliases.end(), is_it);
  });
}

}  // namespace newsgraph
