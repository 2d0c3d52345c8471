#include <nanobind/nanobind.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include "claims/record/claim_csv.h"
#include "claims/record/claim_json.h"
#include "python/bindings.h"
#include "support/error.h"
#include "support/utf8.h"

namespace newsgraph::python {
namespace {

// One claim of a block, which it keeps alive.
struct ClaimRef {
  BlockPointer block;
  std::size_t index;

  const newsgraph::Claim& get() const { return block->claims[index]; }
  const ClaimPlaces* places() const {
    return block->places.size() == block->claims.size() ? &block->places[index] : nullptr;
  }
};

struct ActorRef {
  ClaimRef claim;
  const Argument* argument;
  Extent ClaimPlaces::*place;
};

nb::object number_or_none(bool known, std::uint32_t number) {
  if (!known) return nb::none();
  return nb::int_(number);
}

// Where an extent of the document stands in the claim's sentence, in characters; None where it is not in
// there.
nb::object span_in_sentence(const newsgraph::Claim& claim, const Extent& extent) {
  const Extent& sentence = claim.evidence.extent;
  const std::string& text = claim.evidence.text;
  if (extent.end <= extent.begin || extent.begin < sentence.begin || extent.end > sentence.end)
    return nb::none();
  if (extent.end - sentence.begin > text.size()) return nb::none();
  const auto characters = [&](std::uint32_t place) {
    std::size_t count = 0;
    for (std::uint32_t i = 0; i < place - sentence.begin; ++i) count += !utf8::is_continuation(text[i]);
    return count;
  };
  return nb::make_tuple(characters(extent.begin), characters(extent.end));
}

template <typename Get>
auto text_property(Get get) {
  return [get](const ClaimRef& ref) { return str_of(get(ref.get())); };
}
template <typename Get>
auto optional_property(Get get) {
  return [get](const ClaimRef& ref) { return str_or_none(get(ref.get())); };
}

nb::object actor(const ClaimRef& ref, const Argument* argument, Extent ClaimPlaces::*place) {
  if (argument == nullptr) return nb::none();
  return nb::cast(ActorRef{ref, argument, place});
}

nb::object place_of(const ClaimRef& ref, Extent ClaimPlaces::*place, std::uint32_t Extent::*end) {
  const ClaimPlaces* places = ref.places();
  if (places == nullptr) return nb::none();
  const Extent& extent = places->*place;
  return number_or_none(extent.end > extent.begin, extent.*end);
}

void bind_actor(nb::module_& module) {
  nb::class_<ActorRef>(module, "Actor")
      .def_prop_ro("id", [](const ActorRef& ref) { return str_or_none(ref.argument->entity); })
      .def_prop_ro("name", [](const ActorRef& ref) { return str_of(ref.argument->name); })
      .def_prop_ro("type", [](const ActorRef& ref) { return str_or_none(ref.argument->type); })
      .def_prop_ro("text", [](const ActorRef& ref) { return str_of(ref.argument->text); })
      .def_prop_ro("named", [](const ActorRef& ref) { return ref.argument->named; })
      .def_prop_ro("aliases", [](const ActorRef& ref) { return list_of(ref.argument->aliases); })
      .def_prop_ro("start",
                   [](const ActorRef& ref) { return place_of(ref.claim, ref.place, &Extent::begin); })
      .def_prop_ro("end", [](const ActorRef& ref) { return place_of(ref.claim, ref.place, &Extent::end); })
      .def_prop_ro("span", [](const ActorRef& ref) {
        return span_in_sentence(ref.claim.get(), ref.argument->extent);
      });
}

void bind_claim(nb::module_& module) {
  using C = newsgraph::Claim;
  nb::class_<ClaimRef>(module, "Claim")
      .def_prop_ro("id", text_property([](const C& claim) -> std::string_view { return claim.id; }))
      .def_prop_ro("subject",
                   [](const ClaimRef& ref) { return actor(ref, &ref.get().subject, &ClaimPlaces::subject); })
      .def_prop_ro("relation",
                   text_property([](const C& claim) -> std::string_view { return claim.relation; }))
      .def_prop_ro("object",
                   [](const ClaimRef& ref) { return actor(ref, &ref.get().object, &ClaimPlaces::object); })
      .def_prop_ro("status",
                   text_property([](const C& claim) -> std::string_view { return to_string(claim.status); }))
      .def_prop_ro("scope", optional_property([](const C& claim) -> std::string_view { return claim.scope; }))
      .def_prop_ro("speaker",
                   [](const ClaimRef& ref) {
                     const auto& speaker = ref.get().speaker;
                     return actor(ref, speaker ? &*speaker : nullptr, &ClaimPlaces::speaker);
                   })
      .def_prop_ro("confidence", [](const ClaimRef& ref) { return ref.get().confidence; })
      .def_prop_ro("trigger", optional_property([](const C& claim) {
                     return claim.trigger ? std::string_view(claim.trigger->text) : std::string_view();
                   }))
      .def_prop_ro("trigger_span",
                   [](const ClaimRef& ref) -> nb::object {
                     const auto& trigger = ref.get().trigger;
                     if (!trigger) return nb::none();
                     return span_in_sentence(ref.get(), trigger->extent);
                   })
      .def_prop_ro("rule", optional_property([](const C& claim) -> std::string_view { return claim.rule; }))
      .def_prop_ro("sentence",
                   text_property([](const C& claim) -> std::string_view { return claim.evidence.text; }))
      .def_prop_ro("start",
                   [](const ClaimRef& ref) { return place_of(ref, &ClaimPlaces::sentence, &Extent::begin); })
      .def_prop_ro("end",
                   [](const ClaimRef& ref) { return place_of(ref, &ClaimPlaces::sentence, &Extent::end); })
      .def_prop_ro("document",
                   optional_property([](const C& claim) -> std::string_view { return claim.document.id; }))
      .def_prop_ro("title",
                   optional_property([](const C& claim) -> std::string_view { return claim.document.title; }))
      .def_prop_ro("date",
                   optional_property([](const C& claim) -> std::string_view { return claim.document.date; }))
      .def_prop_ro("url",
                   optional_property([](const C& claim) -> std::string_view { return claim.document.url; }))
      .def("to_json", [](const ClaimRef& ref) { return str_of(claim_to_json(ref.get())); })
      .def("__eq__",
           [](const ClaimRef& ref, nb::handle other) {
             ClaimRef* that = nullptr;
             return nb::try_cast(other, that) && that->get().id == ref.get().id;
           })
      .def("__hash__", [](const ClaimRef& ref) { return nb::hash(str_of(ref.get().id)); });
}

Claims chosen(const Claims& claims, const std::vector<std::size_t>& places) {
  auto block = std::make_shared<ClaimBlock>();
  block->decided = claims.block->decided;
  const bool placed = claims.block->places.size() == claims.block->claims.size();
  for (const std::size_t place : places) {
    block->claims.push_back(claims.block->claims.at(place));
    if (placed) block->places.push_back(claims.block->places[place]);
  }
  return {block};
}

// A line that is rejected gives no claim.
Claims from_json(const nb::list& lines, const std::string& name) {
  std::vector<std::string> texts;
  for (const nb::handle line : lines) texts.push_back(utf8_of(line, "a line"));
  auto block = std::make_shared<ClaimBlock>();
  const nb::gil_scoped_release released;
  for (std::size_t i = 0; i < texts.size(); ++i)
    if (auto claim = claim_from_json(texts[i], name + ":" + std::to_string(i + 1)))
      block->claims.push_back(std::move(*claim));
  return {block};
}

Claims of_refs(const nb::list& refs) {
  auto block = std::make_shared<ClaimBlock>();
  for (const nb::handle item : refs) block->claims.push_back(nb::cast<const ClaimRef&>(item).get());
  return {block};
}

Claims joined_claims(const nb::list& list) {
  std::vector<BlockPointer> blocks;
  for (const nb::handle item : list) blocks.push_back(nb::cast<const Claims&>(item).block);
  const nb::gil_scoped_release released;
  return {joined(blocks)};
}

}  // namespace

void bind_claims(nb::module_& module) {
  bind_actor(module);
  bind_claim(module);
  nb::class_<Claims>(module, "Claims")
      .def("__init__", [](Claims* self) { new (self) Claims{std::make_shared<ClaimBlock>()}; })
      .def("__len__", [](const Claims& claims) { return claims.block->claims.size(); })
      .def("_claim",
           [](const Claims& claims, Py_ssize_t index) {
             const auto size = static_cast<Py_ssize_t>(claims.block->claims.size());
             if (index < 0) index += size;
             if (index < 0 || index >= size) throw nb::index_error("there is no such claim");
             return ClaimRef{claims.block, static_cast<std::size_t>(index)};
           })
      .def("_choose", &chosen)
      .def("_jsonl",
           [](const Claims& claims) {
             std::string lines;
             {
               const nb::gil_scoped_release released;
               for (const newsgraph::Claim& claim : claims.block->claims)
                 lines += claim_to_json(claim) + "\n";
             }
             return str_of(lines);
           })
      .def("_csv",
           [](const Claims& claims) {
             std::string table = claim_csv_header();
             {
               const nb::gil_scoped_release released;
               for (const newsgraph::Claim& claim : claims.block->claims) table += claim_to_csv(claim);
             }
             return str_of(table);
           })
      .def("_table", [](const Claims& claims) { return claim_table(claims.block); })
      .def_prop_ro("document", [](const Claims& claims) { return str_or_none(claims.block->document); })
      .def_prop_ro("_error", [](const Claims& claims) { return str_or_none(claims.block->error); });
  module.def("claims_from_json", &from_json);
  module.def("claims_of", &of_refs);
  module.def("join", &joined_claims);
}

}  // namespace newsgraph::python
