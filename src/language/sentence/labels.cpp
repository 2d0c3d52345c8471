#include "language/sentence/labels.h"

#include <array>
#include <cstddef>

namespace newsgraph {
namespace {

using std::string_view;

// In the order of the enumerations.
constexpr std::array<string_view, kUposCount> kUpos = {"ADJ",   "ADP",   "ADV", "AUX",  "CCONJ", "DET",
                                                       "INTJ",  "NOUN",  "NUM", "PART", "PRON",  "PROPN",
                                                       "PUNCT", "SCONJ", "SYM", "VERB", "X"};

constexpr std::array<string_view, kXposCount> kXpos = {
    "_",   "ADD", "AFX", "CC",  "CD", "DT",  "EX",   "FW",  "GW",  "HYPH",  "IN",    "JJ",   "JJR",
    "JJS", "LS",  "MD",  "NFP", "NN", "NNP", "NNPS", "NNS", "PDT", "POS",   "PRP",   "PRP$", "RB",
    "RBR", "RBS", "RP",  "SYM", "TO", "UH",  "VB",   "VBD", "VBG", "VBN",   "VBP",   "VBZ",  "WDT",
    "WP",  "WP$", "WRB", "XX",  ",",  ":",   ".",    "``",  "''",  "-LRB-", "-RRB-", "$"};

constexpr std::array<string_view, kDeprelCount> kDeprel = {
    "root",      "acl",           "acl:relcl",    "advcl",       "advcl:relcl", "advmod",      "amod",
    "appos",     "aux",           "aux:pass",     "case",        "cc",          "cc:preconj",  "ccomp",
    "compound",  "compound:prt",  "conj",         "cop",         "csubj",       "csubj:outer", "csubj:pass",
    "dep",       "det",           "det:predet",   "discourse",   "dislocated",  "expl",        "fixed",
    "flat",      "goeswith",      "iobj",         "list",        "mark",        "nmod",        "nmod:desc",
    "nmod:poss", "nmod:unmarked", "nsubj",        "nsubj:outer", "nsubj:pass",  "nummod",      "obj",
    "obl",       "obl:agent",     "obl:unmarked", "orphan",      "parataxis",   "punct",       "reparandum",
    "vocative",  "xcomp"};

constexpr std::array<string_view, kNameTypeCount> kNameTypes = {"person", "organization", "place", "product",
                                                                "group",  "event",        "work"};

// The enumerator of a label; the tables are short enough for a linear search.
template <typename Enum, std::size_t size>
std::optional<Enum> find(const std::array<string_view, size>& table, string_view label) noexcept {
  for (std::size_t i = 0; i < size; ++i) {
    if (table[i] == label) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace

string_view to_string(Upos value) noexcept {
  return kUpos[static_cast<std::size_t>(value)];
}
string_view to_string(Xpos value) noexcept {
  return kXpos[static_cast<std::size_t>(value)];
}
string_view to_string(Deprel value) noexcept {
  return kDeprel[static_cast<std::size_t>(value)];
}
string_view to_string(NameType value) noexcept {
  return kNameTypes[static_cast<std::size_t>(value)];
}

std::optional<Upos> parse_upos(string_view label) noexcept {
  return find<Upos>(kUpos, label);
}
std::optional<Xpos> parse_xpos(string_view label) noexcept {
  return find<Xpos>(kXpos, label);
}
std::optional<Deprel> parse_deprel(string_view label) noexcept {
  return find<Deprel>(kDeprel, label);
}
std::optional<NameType> parse_name_type(string_view label) noexcept {
  return find<NameType>(kNameTypes, label);
}

Deprel universal(Deprel relation) noexcept {
  const string_view label = to_string(relation);
  return *parse_deprel(label.substr(0, label.find(':')));
}

}  // namespace newsgraph
