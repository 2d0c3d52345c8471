// What a text says of the names in it: roles, gender, whose president somebody is, that a name is an app's.
#include <set>

#include "claims/discourse.h"

namespace newsgraph {

namespace {

// "Orion Capital, a small fund in Zurich": the noun that a phrase with an article says of the name before it.
std::string apposed_noun(const std::vector<Token>& tokens, int last) {
  constexpr std::size_t kLongest = 6;
  const auto at = static_cast<std::size_t>(last) + 1;
  if (at + 2 >= tokens.size() || tokens[at].form != ",") return {};
  const auto article = tokens[at + 1].form;
  if (article != "a" && article != "an" && article != "the") return {};
  for (std::size_t t = at + 2; t < tokens.size() && t < at + 2 + kLongest; ++t) {
    const auto next = t + 1 < tokens.size() ? tokens[t + 1].form : std::string_view{"."};
    static const std::set<std::string_view> kEnds{
        ",",  ".",  "and", "at",    "based", "behind", "by",    "called", "for", "from",
        "in", "of", "on",  "owned", "that",  "which",  "whose", "who",    "with"};
    if (!kEnds.contains(next)) continue;
    const std::string noun(tokens[t].form);
    const WordLists& words = WordLists::built_in();
    return words.role(noun) || !words.type_of(noun).empty() ? noun : std::string{};
  }
  return {};
}

}  // namespace

// Gender from titles and given names, roles from the nouns that stand before a name.
void Discourse::describe_actors() {
  const WordLists& words = WordLists::built_in();
  for (const Mention& mention : mentions_) {
    Actor& actor = actors_[static_cast<std::size_t>(mention.actor)];
    const auto& tokens = sentence(mention.sentence).tokens;
    int last = mention.first - 1;
    // "its parent, Orion": the apposition describes as well.
    const auto lower_noun = [&](int t) {
      return !words.type_of(tokens[static_cast<std::size_t>(t)].form).empty();
    };
    if (last > 0 && tokens[static_cast<std::size_t>(last)].form == "," && lower_noun(last - 1)) --last;
    for (int t = last; t >= 0 && t >= last - 3; --t) {
      const Token& token = tokens[static_cast<std::size_t>(t)];
      if (token.form == "," || token.form == "." || token.form == "and") break;
      if (const Gender gender = words.title_gender(token.form); gender != Gender::unknown)
        actor.gender = gender;
      std::string lemma(token.form);
      for (char& c : lemma) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      const bool describes = words.role(lemma) || !words.type_of(lemma).empty();
      if (describes) actor.roles.push_back(lemma);
      if (describes && t == last) {
        // "the social network Orion" is no network of stations.
        const std::string two =
            t > 0 ? std::string(tokens[static_cast<std::size_t>(t) - 1].form) + " " + lemma : std::string();
        actor.called.push_back(words.type_of(two).empty() ? lemma : two);
      }
      const KnownEntity* state = t < last ? knowledge_->state(token.form) : nullptr;
      if (state != nullptr) actor.states.push_back(state);
      // Only what stands right before a name describes it: not the app in "the app sold in Peru".
      const bool lower_case = token.form[0] >= 'a' && token.form[0] <= 'z';
      if (lower_case && !describes) break;
    }
    // "Orion in Lima, a subsidiary": that is said of Orion.
    const auto before =
        mention.first > 0 ? tokens[static_cast<std::size_t>(mention.first) - 1].form : std::string_view{};
    const bool whereabouts = before == "in" || before == "at" || before == "near" || before == "from";
    const auto noun = whereabouts ? std::string{} : apposed_noun(tokens, mention.last);
    if (!noun.empty()) {
      actor.roles.push_back(noun);
      actor.called.push_back(noun);
    }
    if (actor.type == NameType::person && actor.gender == Gender::unknown) {
      const Gender gender = words.given_name(tokens[static_cast<std::size_t>(mention.first)].form);
      if (gender == Gender::female || gender == Gender::male) actor.gender = gender;
    }
    if (actor.known != nullptr && actor.known->gender == "female") actor.gender = Gender::female;
    if (actor.known != nullptr && actor.known->gender == "male") actor.gender = Gender::male;
  }
  for (Actor& actor : actors_) take_described_type(actor);
}

// "Volta, a messaging app": what a text calls a name says more than the name of somebody unknown does.
void Discourse::take_described_type(Actor& actor) {
  const WordLists& words = WordLists::built_in();
  const bool doubtful = actor.type == NameType::person || actor.type == NameType::place;
  if (actor.known != nullptr || !doubtful || actor.gender != Gender::unknown) return;
  bool organization = false;
  bool product = false;
  for (const std::string& noun : actor.called) {
    const auto type = words.type_of(noun);
    if (type == "person" || type == "place") return;
    organization = organization || type == "organization";
    product = product || type == "product";
  }
  if (organization || product) actor.type = organization ? NameType::organization : NameType::product;
}

}  // namespace newsgraph
