// What Maltego keeps of an entity and of a link inside the data of GraphML.
//
//   <mtg:MaltegoEntity type="maltego.Company"><mtg:Properties>
//     <mtg:Property name="title" displayName="Name"><mtg:Value>Acme</mtg:Value></mtg:Property> …
#pragma once

#include <cstdint>

#include "formats/import/import.h"
#include "formats/import/xml_reader.h"

namespace newsgraph {

// Both read the element whose start tag was read, to its end. The entity's type, name, notes and other
// properties become those of the node; the link's label the relation of the last edge.
void read_maltego_entity(XmlReader& xml, GraphImport& import, std::uint32_t node);
void read_maltego_link(XmlReader& xml, GraphImport& import);

}  // namespace newsgraph
