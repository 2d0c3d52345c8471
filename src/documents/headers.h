// Header fields of mails, web servers and web archives: "Name: value".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace newsgraph {

class Headers {
 public:
  // Takes the fields and the blank line behind them off `text`; a line that starts with a blank goes on with
  // the one before it. Fields beyond the thousandth are passed over.
  static Headers take(std::string_view& text);
  // One line without its end; a line of another form is passed over.
  void add_line(std::string_view line);

  // The first field of this name, given in small letters; empty where there is none.
  std::string_view get(std::string_view name) const;
  bool has(std::string_view name) const;
  bool empty() const { return fields_.empty(); }

 private:
  std::vector<std::pair<std::string, std::string>> fields_;  // names in small letters
};

// The value before the first ";", in small letters: "text/html".
std::string header_token(std::string_view value);
// A parameter behind it: "charset" of "text/html; charset=utf-8". Also of RFC 2231 ("filename*0*=…"), decoded
// to UTF-8. Empty where there is none.
std::string header_parameter(std::string_view value, std::string_view name);

// The byte that two hexadecimal digits at the start of `text` stand for, as "%C3" and "=C3" have them;
// nothing where they are none.
std::optional<char> hex_byte(std::string_view text);

}  // namespace newsgraph
