// The label sets of the language analysis: Universal Dependencies v2 parts of speech and
// relations as the English treebanks EWT and GUM use them, and Penn Treebank tags.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace newsgraph {

// Universal parts of speech, https://universaldependencies.org/u/pos/.
// clang-format off
enum class Upos : std::uint8_t {
  adj, adp, adv, aux, cconj, det, intj, noun, num, part, pron, propn, punct, sconj, sym, verb, x
};
// clang-format on
inline constexpr int kUposCount = 17;

// Penn Treebank tags as EWT and GUM write them; `none` where a tagger gives nothing.
// clang-format off
enum class Xpos : std::uint8_t {
  none, add, afx, cc, cd, dt, ex, fw, gw, hyph, in, jj, jjr, jjs, ls, md, nfp, nn, nnp, nnps, nns,
  pdt, pos, prp, prp_poss, rb, rbr, rbs, rp, sym, to, uh, vb, vbd, vbg, vbn, vbp, vbz, wdt, wp,
  wp_poss, wrb, xx, comma, colon, period, quote_open, quote_close, bracket_open, bracket_close,
  dollar
};
// clang-format on
inline constexpr int kXposCount = 51;

// Universal Dependencies relations with the subtypes that English treebanks use.
// clang-format off
enum class Deprel : std::uint8_t {
  root, acl, acl_relcl, advcl, advcl_relcl, advmod, amod, appos, aux, aux_pass, case_, cc,
  cc_preconj, ccomp, compound, compound_prt, conj, cop, csubj, csubj_outer, csubj_pass, dep, det,
  det_predet, discourse, dislocated, expl, fixed, flat, goeswith, iobj, list, mark, nmod, nmod_desc,
  nmod_poss, nmod_unmarked, nsubj, nsubj_outer, nsubj_pass, nummod, obj, obl, obl_agent,
  obl_unmarked, orphan, parataxis, punct, reparandum, vocative, xcomp
};
// clang-format on
inline constexpr int kDeprelCount = 51;

// What a name names. The order is that of the model's label table.
enum class NameType : std::uint8_t { person, organization, place, product, group, event, work };
inline constexpr int kNameTypeCount = 7;

// The label as the field writes it: "PROPN", "NNP", "nsubj:pass", "organization".
std::string_view to_string(Upos) noexcept;
std::string_view to_string(Xpos) noexcept;
std::string_view to_string(Deprel) noexcept;
std::string_view to_string(NameType) noexcept;

// The inverse; nothing where the label is not in the set.
std::optional<Upos> parse_upos(std::string_view) noexcept;
std::optional<Xpos> parse_xpos(std::string_view) noexcept;
std::optional<Deprel> parse_deprel(std::string_view) noexcept;
std::optional<NameType> parse_name_type(std::string_view) noexcept;

// The relation without its subtype: nsubj for nsubj:pass.
Deprel universal(Deprel) noexcept;

}  // namespace newsgraph
