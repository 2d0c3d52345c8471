// RDF as N-Triples, statements about edges by reification or, as flavor star, by RDF-star.
#pragma once

#include "formats/base/format.h"

namespace newsgraph {

extern const Format kNTriples;

}  // namespace newsgraph
