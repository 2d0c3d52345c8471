#include "claims/discourse/mentions.h"

#include <algorithm>
#include <set>

#include "claims/discourse/name_spans.h"
#include "claims/prepare/headline_case.h"
#include "knowledge/state_body.h"
#include "knowledge/word_lists.h"
#include "support/ascii.h"
#include "support/utf8.h"

namespace newsgraph {

std::string text_of(const Document& document, const Sentence& sentence, int first, int last) {
  const auto begin = sentence.token(first).begin;
  const auto end = sentence.token(last).end;
  // A name that the lines of the page cut, or that no-break spaces hold together, is one name.
  std::string flat;
  const auto text = std::string_view(document.text).substr(begin, end - begin);
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded character = utf8::decode(text, at);
    if (!utf8::is_space(character.code_point))
      flat += text.substr(at, character.length);
    else if (!flat.empty() && flat.back() != ' ')
      flat += ' ';
    at += character.length;
  }
  return flat;
}

namespace {

// "Orion Network , Inc." is one name, however it was cut.
int with_company_suffix(const Sentence& sentence, int last) {
  const auto is_suffix = [&](int t) {
    if (t >= sentence.size()) return false;
    const auto form = sentence.token(t).form;
    return form.size() > 1 && is_ascii_upper(form[0]) && WordLists::built_in().company_suffix(form);
  };
  if (is_suffix(last + 1)) return last + 1;
  const bool comma = last + 1 < sentence.size() && sentence.token(last + 1).form == ",";
  return comma && is_suffix(last + 2) ? last + 2 : last;
}

// "the Vega Online unit of Orion": a common noun inside cuts a name in two.
std::vector<Name> cut_at_common_nouns(const Sentence& sentence, const Name& name) {
  // "Arnel dela Vega": what is a part of persons' names.
  static const std::set<std::string_view> kParticles{"bint",  "dalla", "dela", "della",
                                                     "delle", "degli", "vande"};
  const auto common = [&](int t) {
    const auto form = sentence.token(t).form;
    if (name.type == NameType::person && kParticles.contains(form)) return false;
    return form.size() > 3 && std::all_of(form.begin(), form.end(), [](char c) { return is_ascii_lower(c); });
  };
  const auto capital = [&](int t) {
    const char c = sentence.token(t).form[0];
    return is_ascii_upper(c) || !is_ascii(c) || is_ascii_digit(c);
  };
  // A colon parts a topic from what is said of it; two tokens without a space between were cut apart.
  const auto parted = [&](int t) {
    const auto form = sentence.token(t).form;
    return form == ":" || form == ";" || form == "|";
  };
  const auto joined = [&](int t) {
    return sentence.token(t).space_after && t + 1 < sentence.size() &&
           sentence.token(t).end == sentence.token(t + 1).begin;
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

// "AM/NS Calvert": a slash joins what it stands between.
int with_slash(const Sentence& sentence, int first) {
  if (first < 2) return first;
  const Token& before = sentence.token(first - 2);
  const Token& slash = sentence.token(first - 1);
  const bool joined = slash.form == "/" && !slash.space_after && !before.space_after;
  return joined && is_ascii_upper(before.form[0]) ? first - 2 : first;
}

// "Vinhais & Sons": an ampersand between capitals joins what it stands between.
int with_ampersand(const Sentence& sentence, int last) {
  const auto capital = [&](int t) {
    return t < sentence.size() && is_ascii_upper(sentence.token(t).form[0]);
  };
  const bool ampersand = last + 1 < sentence.size() && sentence.token(last + 1).form == "&";
  if (!ampersand || !capital(last + 2)) return last;
  last += 2;
  while (capital(last + 1)) ++last;
  return last;
}

// "Co." alone is the end of a name that was lost.
bool is_only_suffix(const Sentence& sentence, const Name& name) {
  const auto form = sentence.token(name.first).form;
  // "SAS" is an airline.
  const bool mixed = std::any_of(form.begin(), form.end(), [](char c) { return is_ascii_lower(c); });
  return name.first == name.last && mixed && WordLists::built_in().company_suffix(form);
}

// "Rebels took the town": a common noun that has its capital from the beginning of the sentence.
bool is_people_word(const Sentence& sentence, const Name& name) {
  if (name.first != name.last || name.first != 0) return false;
  const auto form = ascii_lowered(sentence.tokens.front().form);
  return form.ends_with('s') && WordLists::built_in().crowd(form);
}

// Finds the names of a document, sentence by sentence.
class MentionFinder {
 public:
  MentionFinder(const Document& document, const std::vector<Sentence>& sentences, const Knowledge& knowledge)
      : document_(document), knowledge_(knowledge) {
    for (const Sentence& sentence : sentences) {
      for (const Name& name : sentence.names) {
        alone_.insert(text(sentence, name.first, name.last));
        // With a space after it: what stands in a sentence, not in a headline.
        if (!sentence.headline) alone_.insert(text(sentence, name.first, name.last) + " ");
      }
    }
  }

  // The mentions of one sentence, appended.
  void find(const Sentence& sentence, int index, std::vector<Mention>& mentions) const {
    std::vector<Name> names;
    for (const Name& given : sentence.names) {
      if (is_headline_phrase(sentence, given)) continue;
      const Name name = cut_in_headline(sentence, given);
      for (const Name& whole : cut_at_and(sentence, name)) {
        for (const Name& part : cut_at_common_nouns(sentence, whole)) names.push_back(part);
      }
    }
    const NameWitness witness{knowledge_, [&](int first, int last) { return text(sentence, first, last); },
                              [&](const std::string& one) { return alone_.contains(one + " "); }};
    for (const Name& given : names) {
      const Name name = without_description(sentence, without_place(sentence, given), witness);
      if (knowledge_.ignored(text(sentence, name.first, name.last))) continue;
      // A suffix that was taken for a name of its own is in the name before it already.
      const bool inside =
          !mentions.empty() && mentions.back().sentence == index && name.first <= mentions.back().last;
      if (inside || is_only_suffix(sentence, name) || is_people_word(sentence, name) ||
          is_headline_phrase(sentence, name))
        continue;
      const int last = with_company_suffix(sentence, with_ampersand(sentence, name.last));
      mentions.push_back({index, with_slash(sentence, name.first), last, -1});
      join_nouns(sentence, name.type, witness, mentions.back());
    }
  }

 private:
  std::string text(const Sentence& sentence, int first, int last) const {
    return text_of(document_, sentence, first, last);
  }

  // "Nippon Steel and U.S. Steel" are two where one of them stands alone elsewhere, or where the first
  // ends like a company.
  std::vector<Name> cut_at_and(const Sentence& sentence, const Name& name) const {
    if (name.type == NameType::work || name.type == NameType::event) return {name};
    if (knowledge_.unambiguous(text(sentence, name.first, name.last)) != nullptr)
      return {name};  // "Trinidad and Tobago"
    for (int t = name.first + 1; t < name.last; ++t) {
      if (sentence.token(t).form != "and") continue;
      const bool suffix = WordLists::built_in().company_suffix(sentence.token(t - 1).form);
      // "its subsidiaries Orion and Vega": the plural before says that they are two.
      const Token& token_before = sentence.token(std::max(name.first - 1, 0));
      const bool noun =
          name.first > 0 && token_before.upos != Upos::verb;  // "blames Orion and Vega" may be one
      const auto before = noun ? token_before.form : std::string_view{};
      // Two that end in the same word are two: "Endeavour Mining and Lilium Mining".
      const bool alike = t - name.first > 1 && sentence.token(t - 1).form == sentence.token(name.last).form;
      const bool plural = alike || (before.size() > 4 && before.back() == 's' && is_ascii_lower(before[0]));
      const auto known = [&](int first, int last) {
        return knowledge_.unambiguous(text(sentence, first, last)) != nullptr;
      };
      const bool both = known(name.first, t - 1) || known(t + 1, name.last);
      if (!suffix && !plural && !both && !ends_list(sentence, name, t) &&
          !alone_.contains(text(sentence, name.first, t - 1)) &&
          !alone_.contains(text(sentence, t + 1, name.last)))
        continue;
      Name left = name, right = name;
      left.last = t - 1;
      right.first = t + 1;
      return {left, right};
    }
    return {name};
  }

  // "Kestrel Bank, Halden Insurance and Orion Ltd": behind a company and a comma, what ends in a trade or a
  // legal form is the end of a list.
  static bool ends_list(const Sentence& sentence, const Name& name, int conjunction) {
    const bool long_enough = conjunction - name.first > 1 && name.last - conjunction > 1;
    if (name.type != NameType::organization || !long_enough || name.first < 2) return false;
    const WordLists& words = WordLists::built_in();
    const auto ends_company = [&](int last) {
      const auto form = sentence.token(last).form;
      return words.company_suffix(form) || !words.type_of(ascii_lowered(form)).empty();
    };
    const auto ends_before_comma = [&](const Name& other) {
      return other.type == NameType::organization && other.last == name.first - 2;
    };
    return sentence.token(name.first - 1).form == "," &&
           (ends_company(conjunction - 1) || ends_company(name.last)) &&
           std::ranges::any_of(sentence.names, ends_before_comma);
  }

  // "Germany's Deutsche Post" is called Deutsche Post; "Turkey's Foreign Ministry" is not to be told from
  // others without its state.
  Name without_place(const Sentence& sentence, const Name& name) const {
    constexpr int kLongestPlace = 3;  // words
    int mark = name.first;
    const auto is_mark = [&](int t) {
      const auto form = sentence.token(t).form;
      return form == "'s" || form == "\u2019s";
    };
    while (mark < name.last && mark - name.first <= kLongestPlace && !is_mark(mark)) ++mark;
    if (name.type != NameType::organization || mark >= name.last || !is_mark(mark) || mark == name.first)
      return name;
    const auto senses = knowledge_.look_up(text(sentence, name.first, mark - 1));
    const bool place =
        std::ranges::any_of(senses, [](const Sense& sense) { return sense.entity->type == "place"; });
    const std::string whole = text(sentence, name.first, name.last);
    if (!place || !knowledge_.look_up(whole).empty() || parse_state_body(knowledge_, whole)) return name;
    Name bare = name;
    bare.first = mark + 1;
    return bare;
  }

  // "Hotel Software Firm" in "Orion Buys Hotel Software Firm": a description in title case that the text does
  // not give as a name, too.
  bool is_headline_phrase(const Sentence& sentence, const Name& name) const {
    if (!sentence.headline || !sentence.layers.parsed ||
        alone_.contains(text(sentence, name.first, name.last) + " "))
      return false;
    const std::string last = ascii_lowered(sentence.token(name.last).form);
    if (WordLists::built_in().type_of(last).empty() ||
        knowledge_.unambiguous(text(sentence, name.first, name.last)) != nullptr)
      return false;
    return std::none_of(sentence.tokens.begin() + name.first, sentence.tokens.begin() + name.last,
                        [](const Token& token) { return token.upos == Upos::propn; });
  }

  // "TikTok Over Security" of a headline whose every word has a capital: the longest beginning that the text
  // or the table has as a name; the whole where there is none.
  Name cut_in_headline(const Sentence& sentence, const Name& name) const {
    if (!in_title_case(sentence)) return name;
    for (int last = name.last; last >= name.first; --last) {
      const std::string part = text(sentence, name.first, last);
      if (!alone_.contains(part + " ") && knowledge_.unambiguous(part) == nullptr) continue;
      Name shorter = name;
      shorter.last = last;
      return shorter;
    }
    return name;
  }

  const Document& document_;
  const Knowledge& knowledge_;
  std::set<std::string> alone_;  // the names that the recogniser found
};

}  // namespace

std::vector<Mention> find_mentions(const Document& document, const std::vector<Sentence>& sentences,
                                   const Knowledge& knowledge) {
  const MentionFinder finder(document, sentences, knowledge);
  std::vector<Mention> mentions;
  int index = 0;
  for (const Sentence& sentence : sentences) finder.find(sentence, index++, mentions);
  return mentions;
}

// "Orion (formerly Vega)", "Orion, also known as Vega,", "Orion LLC (Vega, LLC)": the text gives a second
// name.
bool gives_alias(const std::vector<Sentence>& sentences, const Mention& name, const Mention& alias) {
  constexpr int kLongest = 5;
  if (name.sentence != alias.sentence || alias.first - name.last < 2 || alias.first - name.last > kLongest)
    return false;
  const Sentence& sentence = sentences[static_cast<std::size_t>(name.sentence)];
  const auto form = [&](int t) { return t < sentence.size() ? sentence.token(t).form : std::string_view{}; };
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

}  // namespace newsgraph
