// Reads through JSON text from left to right without making a tree: for the evidence of a million edges.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>

namespace newsgraph {

// The text is no JSON, or not of the form that was asked for.
class JsonMismatch : public std::runtime_error {
 public:
  JsonMismatch() : std::runtime_error("unexpected JSON") {}
};

// Every function throws JsonMismatch where the text goes on differently.
class JsonCursor {
 public:
  explicit JsonCursor(std::string_view text) : text_(text) {}

  // Calls `element()`, which consumes one value, for each element.
  template <typename Element>
  void array(const Element& element) {
    list('[', ']', element);
  }
  // Calls `member(name)`, which consumes one value, for each member. `name` is valid until the call
  // returns; names with escapes are passed as they are written.
  template <typename Member>
  void object(const Member& member) {
    list('{', '}', [&] {
      const std::string_view name = raw_string();
      expect(':');
      member(name);
    });
  }
  // Valid until the next call that reads text.
  std::string_view text();
  double number();
  // Any value.
  void skip();
  // Nothing but white space is left.
  bool at_end();

 private:
  template <typename Each>
  void list(char open, char close, const Each& each) {
    expect(open);
    if (take(close)) return;
    do each();
    while (take(','));
    expect(close);
  }
  void skip_space();
  bool take(char c);
  void expect(char c);
  std::string_view raw_string();
  void append_escape(std::string_view raw, std::size_t& at);

  std::string_view text_;
  std::size_t at_ = 0;
  std::string scratch_;
};

}  // namespace newsgraph
