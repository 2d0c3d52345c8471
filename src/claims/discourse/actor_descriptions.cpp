// What a text says of the names in it: roles, gender, whose president somebody is, that a name is an app's.
#include <cstdlib>
#include <set>

#include "claims/discourse/actor.h"
#include "support/ascii.h"

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

// What stands right before a name describes it: "former Peruvian president", "the social network", "Mr".
void describe_by_words_before(const Sentence& sentence, const Knowledge& knowledge, const Mention& mention,
                              Actor& actor) {
  constexpr int kWords = 4;
  const WordLists& words = WordLists::built_in();
  const auto form = [&](int t) { return sentence.token(t).form; };
  int last = mention.first - 1;
  // "its parent, Orion": the apposition describes as well.
  if (last > 0 && form(last) == "," && !words.type_of(form(last - 1)).empty()) --last;
  for (int t = last; t >= 0 && t > last - kWords; --t) {
    if (form(t) == "," || form(t) == "." || form(t) == "and") break;
    if (const Gender gender = words.title_gender(form(t)); gender != Gender::unknown) actor.gender = gender;
    const std::string lemma = ascii_lowered(form(t));
    const bool describes = words.role(lemma) || !words.type_of(lemma).empty();
    if (describes) actor.roles.push_back(lemma);
    if (describes && t == last) {
      // "the social network Orion" is no network of stations.
      const std::string two = t > 0 ? std::string(form(t - 1)) + " " + lemma : std::string();
      actor.called.push_back(words.type_of(two).empty() ? lemma : two);
    }
    const KnownEntity* state = t < last ? knowledge.state(form(t)) : nullptr;
    if (state != nullptr) actor.states.push_back(state);
    // Only what stands right before a name describes it, not the app in "the app sold in Peru", and what says
    // which role it is: the "foreign" of "Peru's foreign minister".
    const Upos upos = sentence.token(t).upos;
    const bool which = t < last && (upos == Upos::adj || upos == Upos::noun) && words.role(form(t + 1));
    if (is_ascii_lower(form(t)[0]) && !describes && !which) break;
  }
}

// "Orion in Lima, a subsidiary": that is said of Orion.
void describe_by_apposition(const Sentence& sentence, const Mention& mention, Actor& actor) {
  const auto before = mention.first > 0 ? sentence.token(mention.first - 1).form : std::string_view{};
  if (before == "in" || before == "at" || before == "near" || before == "from") return;
  const auto noun = apposed_noun(sentence.tokens, mention.last);
  if (noun.empty()) return;
  actor.roles.push_back(noun);
  actor.called.push_back(noun);
}

// "Mara Doe, a spokeswoman for the Peruvian ministry", "Peruvian government spokesman John Doe".
void describe_spokesperson(const Sentence& sentence, const Knowledge& knowledge, const Mention& mention,
                           Actor& actor) {
  constexpr int kWords = 6;
  const auto add = [&](int noun, int step) {
    for (int t = noun; t >= 0 && t < sentence.size() && std::abs(t - noun) <= kWords; t += step) {
      if (sentence.token(t).form == ",") return;
      if (const KnownEntity* state = knowledge.state(sentence.token(t).form))
        actor.speaks_for.push_back(state);
    }
  };
  const auto speaks = [&](int t) {
    return t >= 0 && t < sentence.size() && is_spokesperson(ascii_lowered(sentence.token(t).form));
  };
  const int before = mention.first - 1;
  if (speaks(before)) add(before, -1);
  const int comma = mention.last + 1;
  if (comma >= sentence.size() || sentence.token(comma).form != ",") return;
  for (const int t : {comma + 1, comma + 2}) {
    if (speaks(t)) add(t, 1);
  }
}

// "a mill in Lulea", "near Lulea"; a stake "in Orion" is no place.
void describe_whereabouts(const Sentence& sentence, const Mention& mention, Actor& actor) {
  static const std::set<std::string_view> kParts{"%",        "cent",    "control", "holding",
                                                 "interest", "invest",  "share",   "shares",
                                                 "invested", "percent", "stake",   "stakes"};
  const auto form = [&](int t) { return t < 0 ? std::string_view{} : sentence.token(t).form; };
  const auto before = form(mention.first - 1);
  if (before == "near" || before == "outside" ||
      ((before == "in" || before == "In") && !kParts.contains(form(mention.first - 2))))
    actor.whereabouts = true;
}

void take_gender(const Sentence& sentence, const Mention& mention, Actor& actor) {
  if (actor.type == NameType::person && actor.gender == Gender::unknown) {
    const Gender gender = WordLists::built_in().given_name(sentence.token(mention.first).form);
    if (gender == Gender::female || gender == Gender::male) actor.gender = gender;
  }
  if (actor.known != nullptr && actor.known->gender == "female") actor.gender = Gender::female;
  if (actor.known != nullptr && actor.known->gender == "male") actor.gender = Gender::male;
}

// "Volta, a messaging app": what a text calls a name says more than the name of somebody unknown does.
void take_described_type(Actor& actor) {
  const WordLists& words = WordLists::built_in();
  // "the striker Emil Lindqvist": who has a role is somebody, whatever the name looks like.
  const bool two_words = actor.name.find(' ') != std::string::npos;
  const bool has_role =
      std::ranges::any_of(actor.called, [&](const std::string& noun) { return words.role(noun); });
  if (actor.known == nullptr && actor.type == NameType::organization && two_words && has_role) {
    actor.type = NameType::person;
    return;
  }
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

}  // namespace

void describe_actors(const std::vector<Sentence>& sentences, const Knowledge& knowledge,
                     const std::vector<Mention>& mentions, std::vector<Actor>& actors) {
  for (const Mention& mention : mentions) {
    const Sentence& sentence = sentences[static_cast<std::size_t>(mention.sentence)];
    Actor& actor = actors[static_cast<std::size_t>(mention.actor)];
    describe_by_words_before(sentence, knowledge, mention, actor);
    describe_by_apposition(sentence, mention, actor);
    describe_spokesperson(sentence, knowledge, mention, actor);
    describe_whereabouts(sentence, mention, actor);
    take_gender(sentence, mention, actor);
  }
  for (Actor& actor : actors) take_described_type(actor);
}

}  // namespace newsgraph
