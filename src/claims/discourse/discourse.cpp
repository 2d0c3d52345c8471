#include "claims/discourse/discourse.h"

#include <algorithm>

#include "claims/discourse/name_groups.h"
#include "claims/prepare/headline_case.h"
#include "knowledge/word_lists.h"

namespace newsgraph {

Discourse::Discourse(const Document& document, std::vector<Sentence>& sentences, const Knowledge& knowledge,
                     Parse parse)
    : document_(&document),
      sentences_(&sentences),
      knowledge_(&knowledge),
      parse_(std::move(parse)),
      trees_(sentences.size()),
      mentions_(find_mentions(document, sentences, knowledge)) {
  index_mentions();
  group_mentions();
  describe_actors(sentences, knowledge, mentions_, actors_);
}

const Tree& Discourse::tree(int index) {
  auto& tree = trees_[static_cast<std::size_t>(index)];
  if (!tree) {
    Sentence& sentence = (*sentences_)[static_cast<std::size_t>(index)];
    if (!sentence.layers.parsed) parse_({&sentence});
    tree = std::make_unique<Tree>(sentence);
  }
  return *tree;
}

std::string Discourse::text(int sentence_index, int first, int last) const {
  return text_of(*document_, sentence(sentence_index), first, last);
}

void Discourse::group_mentions() {
  const auto name_of = [&](const Mention& m) { return text(m.sentence, m.first, m.last); };
  NameGroups groups(*knowledge_);
  for (std::size_t m = 0; m < mentions_.size(); ++m) {
    const Mention& mention = mentions_[m];
    std::vector<NameType> types;
    for (const Name& name : sentence(mention.sentence).names) {
      if (name.first <= mention.last && mention.first <= name.last) types.push_back(name.type);
    }
    if (mention.type) types = {*mention.type};
    const auto before = mention.first > 0 ? sentence(mention.sentence).token(mention.first - 1).form : "";
    const Sentence& where = sentence(mention.sentence);
    const bool titled = WordLists::built_in().title_gender(before) != Gender::unknown;
    groups.add(m, name_of(mention), types,
               {!in_title_case(where), before == "the" || before == "The", titled, where.headline});
  }
  groups.join();
  for (std::size_t m = 1; m < mentions_.size(); ++m) {
    if (gives_alias(*sentences_, mentions_[m - 1], mentions_[m]))
      groups.join_alias(name_of(mentions_[m - 1]), name_of(mentions_[m]));
  }
  actors_ = groups.actors(mentions_);
}

std::span<const Mention> Discourse::mentions_of(int sentence_index) const {
  const auto at = static_cast<std::size_t>(sentence_index);
  return {mentions_.data() + first_mention_[at], first_mention_[at + 1] - first_mention_[at]};
}

const Mention* Discourse::mention_at(Place at) const {
  for (const Mention& mention : mentions_of(at.sentence)) {
    if (mention.first <= at.token && at.token <= mention.last) return &mention;
  }
  return nullptr;
}

const Actor* Discourse::actor_at(Place at) const {
  const Mention* mention = mention_at(at);
  return mention == nullptr ? nullptr : &actor_of(*mention);
}

std::vector<const Mention*> Discourse::mentions_in(int sentence_index) const {
  std::vector<const Mention*> found;
  for (const Mention& mention : mentions_of(sentence_index)) found.push_back(&mention);
  return found;
}

void Discourse::index_mentions() {
  first_mention_.assign(sentences_->size() + 1, mentions_.size());
  for (std::size_t m = mentions_.size(); m-- > 0;)
    first_mention_[static_cast<std::size_t>(mentions_[m].sentence)] = m;
  for (std::size_t s = sentences_->size(); s-- > 0;)
    first_mention_[s] = std::min(first_mention_[s], first_mention_[s + 1]);
}

}  // namespace newsgraph
