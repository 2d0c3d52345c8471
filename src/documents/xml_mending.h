// Faults of XML that feeds have all the time, mended on the way to a parser that stops at them.
#pragma once

#include <memory>

#include "support/source.h"

namespace newsgraph {

// Makes an "&" that starts neither a number nor one of the five entities of XML "&amp;", so that "AT&T" and
// "&nbsp;" are text and no entity of a document type is ever expanded; drops control characters; makes the
// second "]]>" of a text "]]&gt;". CDATA stays as it is.
std::unique_ptr<Source> mend_xml(Source& source);

}  // namespace newsgraph
