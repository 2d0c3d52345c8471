#include "formats/graphml/maltego.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "formats/graphml/graphml_keys.h"
#include "formats/import/import_fields.h"

namespace newsgraph {
namespace {

struct Property {
  std::string name;
  std::string shown;  // displayName
  std::string value;
  bool hidden = false;
};

struct Maltego {
  std::string type;
  std::string notes;
  std::vector<Property> properties;  // those that have a value
};

Property read_property(XmlReader& xml) {
  Property property;
  property.name = xml.attribute("name");
  property.shown = xml.attribute("displayName");
  property.hidden = xml.attribute("hidden") == "true";
  while (xml.next() == XmlReader::Token::start) {
    if (xml.name() == "Value") property.value = trimmed_xml(xml.text());
    xml.skip_element();
  }
  return property;
}

// What lies in the open element; properties may lie in one another's lists.
void read_content(XmlReader& xml, Maltego& maltego) {
  while (xml.next() == XmlReader::Token::start) {
    if (xml.name() == "Properties") {
      read_content(xml, maltego);
    } else if (xml.name() == "Property") {
      Property property = read_property(xml);
      if (!property.value.empty()) maltego.properties.push_back(std::move(property));
    } else {
      if (xml.name() == "Notes") maltego.notes = trimmed_xml(xml.text());
      xml.skip_element();
    }
  }
}

Maltego read_maltego(XmlReader& xml) {
  Maltego maltego;
  maltego.type = xml.attribute("type");
  read_content(xml, maltego);
  return maltego;
}

// The property that Maltego shows below the picture: which one that is, the definition of the type says,
// which is not in the file. It is the first one, unless another is called a name.
const Property* main_property(const Maltego& maltego) {
  const Property* first = nullptr;
  for (const Property& property : maltego.properties) {
    if (property.hidden) continue;
    const bool full =
        property.name.ends_with("fullname") || property.name == "title" || property.name == "name";
    if (full) return &property;
    if (first == nullptr) first = &property;
  }
  return first;
}

const Property* link_label(const Maltego& maltego) {
  constexpr std::array<std::string_view, 5> kNames{"maltego.link.manual.type", "maltego.link.label",
                                                   "maltego.link.manual.description",
                                                   "maltego.link.transform.display-name", "Label"};
  for (const std::string_view name : kNames)
    for (const Property& property : maltego.properties)
      if (property.name == name || property.shown == name) return &property;
  return nullptr;
}

// How a link is drawn, and whether its label is shown.
bool is_picture(const Property& property) {
  constexpr std::array<std::string_view, 4> kNames{"maltego.link.color", "maltego.link.style",
                                                   "maltego.link.thickness", "maltego.link.show-label"};
  return std::find(kNames.begin(), kNames.end(), property.name) != kNames.end();
}

std::string_view name_of(const Property& property) {
  return property.shown.empty() ? std::string_view(property.name) : std::string_view(property.shown);
}

}  // namespace

void read_maltego_entity(XmlReader& xml, GraphImport& import, std::uint32_t node) {
  const Maltego maltego = read_maltego(xml);
  StringPool& pool = import.pool();
  const auto other = [&](std::string_view name, std::string_view value) {
    import.set_node(node, NodeField::other, pool.intern(name), pool.intern(value));
  };
  if (!maltego.type.empty())
    import.set_node(node, NodeField::type, kNoText, pool.intern(first_label(maltego.type)));
  const Property* name = main_property(maltego);
  if (name != nullptr) import.set_node(node, NodeField::name, kNoText, pool.intern(name->value));
  for (const Property& property : maltego.properties)
    if (&property != name) other(name_of(property), property.value);
  if (!maltego.notes.empty()) other("notes", maltego.notes);
}

void read_maltego_link(XmlReader& xml, GraphImport& import) {
  const Maltego maltego = read_maltego(xml);
  StringPool& pool = import.pool();
  const Property* label = link_label(maltego);
  if (label != nullptr) import.set_edge_text(EdgeField::relation, kNoText, label->value);
  for (const Property& property : maltego.properties)
    if (&property != label && !is_picture(property))
      import.set_edge(EdgeField::other, pool.intern(name_of(property)), pool.intern(property.value));
  if (!maltego.notes.empty())
    import.set_edge(EdgeField::other, pool.intern("notes"), pool.intern(maltego.notes));
}

}  // namespace newsgraph
