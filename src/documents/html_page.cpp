#include "documents/html_page.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <limits>
#include <mutex>

#include "documents/lines.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

struct FreeContext {
  void operator()(htmlParserCtxt* context) const { htmlFreeParserCtxt(context); }
};

constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;

bool is_code(const xmlNode* node) {
  const std::string_view name = is_element(node) ? name_of(node) : "";
  return name == "script" || name == "style" || name == "noscript" || name == "template";
}

}  // namespace

HtmlPage::HtmlPage(std::string_view html) {
  static std::once_flag initialized;
  std::call_once(initialized, xmlInitParser);
  const std::unique_ptr<htmlParserCtxt, FreeContext> context(htmlNewParserCtxt());
  if (!context) throw std::bad_alloc();
  const auto size = static_cast<int>(std::min<std::size_t>(html.size(), std::numeric_limits<int>::max()));
  document_.reset(htmlCtxtReadMemory(context.get(), html.data(), size, nullptr, "UTF-8", kOptions));
}

const xmlNode* HtmlPage::root() const {
  return document_ ? xmlDocGetRootElement(document_.get()) : nullptr;
}

std::string joined_text(const xmlNode* first) {
  std::string text;
  for (const xmlNode* part = first; part; part = part->next) text += view_of(part->content);
  return text;
}

std::string attribute_value(const xmlAttr* own) {
  return joined_text(own->children);
}

std::string attribute(const xmlNode* node, const char* name) {
  if (!is_element(node)) return {};
  for (const xmlAttr* own = node->properties; own; own = own->next) {
    if (view_of(own->name) == name) return attribute_value(own);
  }
  return {};
}

void walk(const xmlNode* root, const std::function<bool(const xmlNode*)>& enter,
          const std::function<void(const xmlNode*)>& leave) {
  const xmlNode* node = root;
  while (true) {
    const bool entered = enter(node);
    if (entered && is_element(node) && node->children) {
      node = node->children;
      continue;
    }
    if (entered) leave(node);
    while (node != root && !node->next) leave(node = node->parent);
    if (node == root) return;
    node = node->next;
  }
}

std::string inner_text(const xmlNode* root) {
  std::string text;
  walk(
      root,
      [&](const xmlNode* node) {
        if (node->type == XML_TEXT_NODE) append_collapsed(text, view_of(node->content));
        return !is_code(node);
      },
      [](const xmlNode*) {});
  return std::string(trimmed(text));
}

void append_collapsed(std::string& line, std::string_view text) {
  constexpr char32_t kSoftHyphen = 0xAD;
  constexpr char32_t kZeroWidthSpace = 0x200B;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded decoded = utf8::decode(text, at);
    if (utf8::is_space(decoded.code_point)) {
      if (!line.empty() && line.back() != ' ') line += ' ';
    } else if (decoded.code_point != kSoftHyphen && decoded.code_point != kZeroWidthSpace) {
      line += text.substr(at, decoded.length);
    }
    at += decoded.length;
  }
}

}  // namespace newsgraph
