// Reads through XML from left to right: what graph formats need of it, fast and without a tree.
//
// UTF-8 only. Namespace prefixes are dropped: <y:Fill> is "Fill". Comments, processing instructions
// and a DOCTYPE are skipped; entities are the five of XML and numbers, so that no file can make us
// fetch or multiply anything.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph {

class XmlReader {
 public:
  enum class Token { start, end, finished };

  // All outlive the reader. `origin` is what messages call the text; `whole` is what `text` is a part of, for
  // the lines in messages.
  XmlReader(std::string_view text, std::string origin, std::string_view whole = {});

  // To the next tag. An empty element gives a start and an end. Throws Error where the text is no
  // well-formed XML.
  Token next();
  // The element of the tag; valid as long as the text.
  std::string_view name() const { return name_; }
  // An attribute of the start tag, decoded; empty where there is none. Valid until the next call.
  std::string_view attribute(std::string_view name);
  bool has_attribute(std::string_view name) const;
  // After a start tag: the text up to the next tag, decoded and joined; does not consume that tag.
  // Valid until the next call.
  std::string_view text();
  // After a start tag: past its end tag.
  void skip_element();

  // The byte behind what was read last.
  std::size_t offset() const { return at_; }

  // "file:line:column" of what was read last. Counts lines from the beginning.
  std::string place() const;
  const std::string& origin() const { return origin_; }

  // Throws Error at the place that was read last.
  [[noreturn]] void fail(const std::string& what) const;

 private:
  struct RawAttribute {
    std::string_view name;
    std::string_view value;
  };

  void skip_markup();
  void skip_doctype();
  void skip_past(std::string_view end, const char* what);
  void read_start_tag();
  void read_end_tag();
  std::string_view read_name();
  void read_attribute();
  void skip_space();
  bool starts_with(std::string_view text) const { return text_.substr(at_).starts_with(text); }
  std::string_view decoded(std::string_view raw, std::string& into, bool is_attribute);
  void append_reference(std::string_view raw, std::size_t& at, std::string& into);

  std::string_view text_;
  std::string_view whole_;
  std::string origin_;
  std::size_t at_ = 0;
  std::string_view name_;
  std::vector<RawAttribute> attributes_;
  std::vector<std::string_view> open_;  // full names of the elements around
  bool ended_ = false;                  // an empty element's end is still to be reported
  std::string attribute_scratch_;
  std::string text_scratch_;
};

}  // namespace newsgraph
