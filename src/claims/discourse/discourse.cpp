#include "claims/discourse/discourse.h"

#include <algorithm>
#include <set>

#include "claims/discourse/name_groups.h"
#include "claims/prepare/headline_case.h"
#include "support/ascii.h"

namespace newsgraph {

Discourse::Discourse(const Document& document, std::vector<Sentence>& sentences, const Knowledge& knowledge,
                     Parse parse)
    : document_(&document),
      sentences_(&sentences),
      knowledge_(&knowledge),
      parse_(std::move(parse)),
      trees_(sentences.size()) {
  collect_mentions();
  index_mentions();
  group_mentions();
  describe_actors();
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
  const auto& tokens = sentence(sentence_index).tokens;
  const auto begin = tokens[static_cast<std::size_t>(first)].begin;
  const auto end = tokens[static_cast<std::size_t>(last)].end;
  std::string text = document_->text.substr(begin, end - begin);
  // A name that the lines of the page cut is one name.
  std::string flat;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t';
    if (!space)
      flat += c;
    else if (!flat.empty() && flat.back() != ' ')
      flat += ' ';
  }
  return flat;
}

// "Orion Network , Inc." is one name, however it was cut.
int Discourse::with_company_suffix(int sentence_index, int last) const {
  const auto& tokens = sentence(sentence_index).tokens;
  const auto is_suffix = [&](int t) {
    const auto at = static_cast<std::size_t>(t);
    return at < tokens.size() && tokens[at].form.size() > 1 && is_ascii_upper(tokens[at].form[0]) &&
           WordLists::built_in().company_suffix(tokens[at].form);
  };
  if (is_suffix(last + 1)) return last + 1;
  const auto comma = static_cast<std::size_t>(last) + 1;
  return comma < tokens.size() && tokens[comma].form == "," && is_suffix(last + 2) ? last + 2 : last;
}

// "the Vega Online unit of Orion": a common noun inside cuts a name in two.
std::vector<Name> Discourse::cut_at_common_nouns(int sentence_index, const Name& name) const {
  const auto& tokens = sentence(sentence_index).tokens;
  // "Arnel dela Vega": what is a part of persons' names.
  static const std::set<std::string_view> kParticles{"bint",  "dalla", "dela", "della",
                                                     "delle", "degli", "vande"};
  const auto common = [&](int t) {
    const auto form = tokens[static_cast<std::size_t>(t)].form;
    if (name.type == NameType::person && kParticles.contains(form)) return false;
    return form.size() > 3 && std::all_of(form.begin(), form.end(), [](char c) { return is_ascii_lower(c); });
  };
  const auto capital = [&](int t) {
    const char c = tokens[static_cast<std::size_t>(t)].form[0];
    return is_ascii_upper(c) || (static_cast<unsigned char>(c) & 0x80U) != 0 || is_ascii_digit(c);
  };
  // A colon parts a topic from what is said of it; two tokens without a space between were cut apart.
  const auto parted = [&](int t) {
    const auto at = static_cast<std::size_t>(t);
    return tokens[at].form == ":" || tokens[at].form == ";" || tokens[at].form == "|";
  };
  const auto joined = [&](int t) {
    const auto at = static_cast<std::size_t>(t);
    return tokens[at].space_after && at + 1 < tokens.size() && tokens[at].end == tokens[at + 1].begin;
  };
  bool cut = false;
  for (int t = name.first; t < name.last; ++t)
    cut = cut || (t > name.first && (common(t) || parted(t))) || joined(t);
  if (!cut || name.type == NameType::work || name.type == NameType::event) return {name};
  std::vector<Name> parts;
  for (int t = name.first; t <= name.last; ++t) {
    if (!capital(t)) continue;
    int last = t;
    while (last < name.last && !common(last + 1) && !parted(last + 1) && !joined(last)) ++last;
    Name part = name;
    part.first = t;
    part.last = last;
    while (part.last > part.first && !capital(part.last)) --part.last;
    parts.push_back(part);
    t = last;
  }
  return parts;
}

// "Nippon Steel and U.S. Steel" are two where one of them stands alone elsewhere, or where the first
// ends like a company.
std::vector<Name> Discourse::cut_at_and(int sentence_index, const Name& name,
                                        const std::set<std::string>& alone) const {
  const auto& tokens = sentence(sentence_index).tokens;
  if (name.type == NameType::work || name.type == NameType::event) return {name};
  if (knowledge_->unambiguous(text(sentence_index, name.first, name.last)) != nullptr)
    return {name};  // "Trinidad and Tobago"
  for (int t = name.first + 1; t < name.last; ++t) {
    if (tokens[static_cast<std::size_t>(t)].form != "and") continue;
    const bool suffix = WordLists::built_in().company_suffix(tokens[static_cast<std::size_t>(t) - 1].form);
    // "its subsidiaries Orion and Vega": the plural before says that they are two.
    const auto at_before = static_cast<std::size_t>(std::max(name.first - 1, 0));
    const bool noun =
        name.first > 0 && tokens[at_before].upos != Upos::verb;  // "blames Orion and Vega" may be one
    const auto before = noun ? std::string_view(tokens[at_before].form) : std::string_view{};
    // Two that end in the same word are two: "Endeavour Mining and Lilium Mining".
    const bool alike = t - name.first > 1 && tokens[static_cast<std::size_t>(t) - 1].form ==
                                                 tokens[static_cast<std::size_t>(name.last)].form;
    const bool plural = alike || (before.size() > 4 && before.back() == 's' && is_ascii_lower(before[0]));
    const auto known = [&](int first, int last) {
      return knowledge_->unambiguous(text(sentence_index, first, last)) != nullptr;
    };
    const bool both = known(name.first, t - 1) || known(t + 1, name.last);
    if (!suffix && !plural && !both && !alone.contains(text(sentence_index, name.first, t - 1)) &&
        !alone.contains(text(sentence_index, t + 1, name.last)))
      continue;
    Name left = name, right = name;
    left.last = t - 1;
    right.first = t + 1;
    return {left, right};
  }
  return {name};
}

// "AM/NS Calvert": a slash joins what it stands between.
int Discourse::with_slash(int sentence_index, int first) const {
  const auto& tokens = sentence(sentence_index).tokens;
  const auto at = static_cast<std::size_t>(first);
  const bool slash =
      first >= 2 && tokens[at - 1].form == "/" && !tokens[at - 1].space_after && !tokens[at - 2].space_after;
  return slash && is_ascii_upper(tokens[at - 2].form[0]) ? first - 2 : first;
}

// "Vinhais & Sons": an ampersand between capitals joins what it stands between.
int Discourse::with_ampersand(int sentence_index, int last) const {
  const auto& tokens = sentence(sentence_index).tokens;
  const auto capital = [&](int t) {
    const auto at = static_cast<std::size_t>(t);
    return at < tokens.size() && is_ascii_upper(tokens[at].form[0]);
  };
  const auto at = static_cast<std::size_t>(last) + 1;
  if (at >= tokens.size() || tokens[at].form != "&" || !capital(last + 2)) return last;
  last += 2;
  while (capital(last + 1)) ++last;
  return last;
}

// "Co." alone is the end of a name that was lost.
bool Discourse::is_only_suffix(int sentence_index, const Name& name) const {
  const auto form = sentence(sentence_index).tokens[static_cast<std::size_t>(name.first)].form;
  // "SAS" is an airline.
  const bool mixed = std::any_of(form.begin(), form.end(), [](char c) { return is_ascii_lower(c); });
  return name.first == name.last && mixed && WordLists::built_in().company_suffix(form);
}

// "Rebels took the town": a common noun that has its capital from the beginning of the sentence.
bool Discourse::is_people_word(int sentence_index, const Name& name) const {
  if (name.first != name.last || name.first != 0) return false;
  const auto form = ascii_lowered(sentence(sentence_index).tokens.front().form);
  return form.ends_with('s') && WordLists::built_in().crowd(form);
}

// "Hotel Software Firm" in "Orion Buys Hotel Software Firm": a description in title case that the text does
// not give as a name, too.
bool Discourse::is_headline_phrase(int sentence_index, const Name& name,
                                   const std::set<std::string>& alone) const {
  const Sentence& where = sentence(sentence_index);
  if (!where.headline || !where.layers.parsed ||
      alone.contains(text(sentence_index, name.first, name.last) + " "))
    return false;
  const auto& tokens = where.tokens;
  const std::string last = ascii_lowered(tokens[static_cast<std::size_t>(name.last)].form);
  if (WordLists::built_in().type_of(last).empty() ||
      knowledge_->unambiguous(text(sentence_index, name.first, name.last)) != nullptr)
    return false;
  return std::none_of(tokens.begin() + name.first, tokens.begin() + name.last,
                      [](const Token& token) { return token.upos == Upos::propn; });
}

// "TikTok Over Security" of a headline whose every word has a capital: the longest beginning that the text or
// the table has as a name; the whole where there is none.
Name Discourse::cut_in_headline(int sentence_index, const Name& name,
                                const std::set<std::string>& alone) const {
  if (!in_title_case(sentence(sentence_index))) return name;
  for (int last = name.last; last >= name.first; --last) {
    const std::string part = text(sentence_index, name.first, last);
    if (!alone.contains(part + " ") && knowledge_->unambiguous(part) == nullptr) continue;
    Name shorter = name;
    shorter.last = last;
    return shorter;
  }
  return name;
}

void Discourse::collect_mentions() {
  std::set<std::string> alone;
  for (int s = 0; s < size(); ++s) {
    for (const Name& name : sentence(s).names) {
      alone.insert(text(s, name.first, name.last));
      // With a space after it: what stands in a sentence, not in a headline.
      if (!sentence(s).headline) alone.insert(text(s, name.first, name.last) + " ");
    }
  }
  for (int s = 0; s < size(); ++s) {
    std::vector<Name> names;
    for (const Name& given : sentence(s).names) {
      if (is_headline_phrase(s, given, alone)) continue;
      const Name name = cut_in_headline(s, given, alone);
      for (const Name& whole : cut_at_and(s, name, alone)) {
        for (const Name& part : cut_at_common_nouns(s, whole)) names.push_back(part);
      }
    }
    for (const Name& name : names) {
      if (knowledge_->ignored(text(s, name.first, name.last))) continue;
      // A suffix that was taken for a name of its own is in the name before it already.
      const bool inside =
          !mentions_.empty() && mentions_.back().sentence == s && name.first <= mentions_.back().last;
      if (inside || is_only_suffix(s, name) || is_people_word(s, name) || is_headline_phrase(s, name, alone))
        continue;
      mentions_.push_back(
          {s, with_slash(s, name.first), with_company_suffix(s, with_ampersand(s, name.last)), -1});
    }
  }
}

// "Orion (formerly Vega)", "Orion, also known as Vega,", "Orion LLC (Vega, LLC)": the text gives a second
// name.
bool Discourse::gives_alias(const Mention& name, const Mention& alias) const {
  constexpr int kLongest = 5;
  if (name.sentence != alias.sentence || alias.first - name.last < 2 || alias.first - name.last > kLongest)
    return false;
  const auto& tokens = sentence(name.sentence).tokens;
  const auto form = [&](int t) {
    return t < static_cast<int>(tokens.size()) ? tokens[static_cast<std::size_t>(t)].form
                                               : std::string_view{};
  };
  const bool bracket = form(name.last + 1) == "(" && form(alias.last + 1) == ")";
  if (!bracket && form(name.last + 1) != ",") return false;
  static const std::set<std::string_view> kOpeners{"formerly", "officially", "previously", "originally",
                                                   "legally",  "known",      "called",     "aka"};
  static const std::set<std::string_view> kFillers{"also", "as", "now", "then", "the", "better", "or"};
  bool says_so = false;
  for (int t = name.last + 2; t < alias.first; ++t) {
    const bool opener = kOpeners.contains(form(t));
    if (!opener && !kFillers.contains(form(t))) return false;
    says_so = says_so || opener;
  }
  const WordLists& words = WordLists::built_in();
  const bool companies =
      bracket && words.company_suffix(form(name.last)) && words.company_suffix(form(alias.last));
  return says_so || companies;
}

void Discourse::group_mentions() {
  NameGroups groups(*knowledge_);
  for (std::size_t m = 0; m < mentions_.size(); ++m) {
    const Mention& mention = mentions_[m];
    std::vector<NameType> types;
    for (const Name& name : sentence(mention.sentence).names) {
      if (name.first <= mention.last && mention.first <= name.last) types.push_back(name.type);
    }
    groups.add(m, text_of(mention), types, !in_title_case(sentence(mention.sentence)));
  }
  groups.join();
  for (std::size_t m = 1; m < mentions_.size(); ++m) {
    if (gives_alias(mentions_[m - 1], mentions_[m]))
      groups.join_alias(text_of(mentions_[m - 1]), text_of(mentions_[m]));
  }
  actors_ = groups.actors(mentions_);
}

std::string Discourse::text_of(const Mention& mention) const {
  return text(mention.sentence, mention.first, mention.last);
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
