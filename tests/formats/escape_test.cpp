#include "formats/text/escape.h"

#include <nlohmann/json.hpp>
#include <string>

#include "catch.h"
#include "formats/text/byte_scan.h"

namespace newsgraph {
namespace {

std::string xml(std::string_view text, LossCounts* counts = nullptr) {
  TextBuffer out;
  LossCounts ignored;
  append_xml_text(out, text, counts == nullptr ? ignored : *counts);
  return std::string(out.view());
}

std::string json(std::string_view text) {
  TextBuffer out;
  LossCounts counts;
  append_json_string(out, text, counts);
  return std::string(out.view());
}

std::string number(double value) {
  TextBuffer out;
  out << value;
  return std::string(out.view());
}

}  // namespace

TEST_CASE("plain text is found out whatever byte stands where") {
  for (std::size_t length = 0; length < 20; ++length) {
    const std::string plain(length, 'x');
    CHECK(is_plain<'&'>(plain));
    for (std::size_t at = 0; at < length; ++at)
      for (int byte = 0; byte < 256; ++byte) {
        std::string text = plain;
        text[at] = static_cast<char>(byte);
        const bool expected = byte >= 0x20 && byte < 0x80 && byte != '&';
        if (is_plain<'&'>(text) != expected) FAIL("byte " << byte << " at " << at << " of " << length);
      }
  }
}

TEST_CASE("element text is as it is, or one CDATA section") {
  CHECK(xml("plain") == "plain");
  CHECK(xml("Société") == "Société");
  CHECK(xml("A & B") == "<![CDATA[A & B]]>");
  CHECK(xml("a ]]> b") == "<![CDATA[a ]]]]><![CDATA[> b]]>");
  CHECK(xml("one\r\ntwo\nthree\rfour") == "one two three four");
}

TEST_CASE("what XML cannot hold is dropped and counted") {
  LossCounts counts;
  CHECK(xml(std::string_view("a\0b\x01\xEF\xBF\xBF", 7), &counts) == "ab");
  CHECK(counts.control_characters == 3);
  CHECK(xml("a\xFF\nb", &counts) == "a\xEF\xBF\xBD b");
  CHECK(counts.broken_utf8 == 1);
  CHECK(counts.line_breaks == 1);
}

TEST_CASE("an attribute's value keeps quotation marks and tabs") {
  TextBuffer out;
  LossCounts counts;
  append_xml_attribute(out, "a \"b\" <c> & d\te", counts);
  CHECK(out.view() == "a &quot;b&quot; &lt;c&gt; &amp; d&#9;e");
}

TEST_CASE("another reader finds the text of a JSON string") {
  const std::string text = GENERATE(as<std::string>(), "", "plain", "\"quoted\" \\ back", "\x01\n\r\t\x1f",
                                    "字节 \xF0\x9F\x98\x80");
  CHECK(nlohmann::json::parse(json(text)).get<std::string>() == text);
}

TEST_CASE("numbers are short, and real ones look it") {
  CHECK(number(1) == "1.0");
  CHECK(number(-0.0) == "-0.0");
  CHECK(number(0.1) == "0.1");
  CHECK(number(1e300) == "1e+300");
}

}  // namespace newsgraph
