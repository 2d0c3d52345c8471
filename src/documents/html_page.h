// A web page as a tree: libxml2's, with what the readers of pages need of it.
#pragma once

#include <libxml/tree.h>

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace newsgraph {

class HtmlPage {
 public:
  // Parses anything, as browsers do; nothing is loaded from elsewhere. `html` is valid UTF-8, whatever the
  // page says itself.
  explicit HtmlPage(std::string_view html);

  // Null where the page is empty.
  const xmlNode* root() const;

 private:
  struct Free {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
  };
  std::unique_ptr<xmlDoc, Free> document_;
};

inline bool is_element(const xmlNode* node) {
  return node->type == XML_ELEMENT_NODE;
}

// libxml2's text; null is empty.
inline std::string_view view_of(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

// Lower-case name of an element.
inline std::string_view name_of(const xmlNode* node) {
  return view_of(node->name);
}

// Empty where there is none.
std::string attribute(const xmlNode* node, const char* name);

std::string attribute_value(const xmlAttr* own);
// The texts of the nodes beside and behind one, as an attribute or a <script> has them.
std::string joined_text(const xmlNode* first);

// Every node from `root` on, in document order. `enter` returns whether to go inside; `leave` follows for the
// nodes that were entered. Not recursive: pages may be nested a million levels deep.
void walk(const xmlNode* root, const std::function<bool(const xmlNode*)>& enter,
          const std::function<void(const xmlNode*)>& leave);

// All text inside on one line, scripts and styles excepted.
std::string inner_text(const xmlNode* node);

// Appends text with runs of blanks as one space, none at the start; soft hyphens and zero-width spaces go.
void append_collapsed(std::string& line, std::string_view text);

}  // namespace newsgraph
