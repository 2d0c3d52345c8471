// Reads through XML node by node: libxml2's reader, which holds one node and its parents.
#pragma once

#include <libxml/xmlreader.h>

#include <exception>
#include <memory>
#include <string>
#include <string_view>

#include "support/source.h"

namespace newsgraph {

// Nothing is loaded from elsewhere and no entity is expanded but the five of XML (xml_mending.h). What
// libxml2 cannot read ends the document.
class XmlPull {
 public:
  enum class Node { kStart, kEnd, kText, kOther };

  // `source` is UTF-8, whatever the XML says, and outlives the reader; `name` is for messages.
  XmlPull(Source& source, std::string name);

  // To the next node; false at the end. An empty element gives a start and an end. Throws what the source
  // throws.
  bool next();
  Node node() const { return node_; }
  // Of an element, without and with its namespace's prefix.
  std::string_view name() const;
  std::string_view prefix() const;
  std::string attribute(const char* name) const;
  // Of a text.
  std::string text() const;
  // Elements around the node.
  int depth() const;

  // Whether the XML was cut or damaged so that not all of it was read.
  bool damaged() const { return damaged_; }

 private:
  static int give(void* self, char* bytes, int size);
  static int close(void*) { return 0; }

  struct Free {
    void operator()(xmlTextReader* reader) const { xmlFreeTextReader(reader); }
  };
  std::unique_ptr<Source> source_;
  std::string name_;
  std::unique_ptr<xmlTextReader, Free> reader_;
  std::exception_ptr failure_;
  Node node_ = Node::kOther;
  bool empty_ = false;  // the end of an empty element is still to be reported
  bool damaged_ = false;
};

}  // namespace newsgraph
