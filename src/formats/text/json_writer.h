// JSON as a stream of tokens, for output that is too large to be held as a tree.
#pragma once

#include <string_view>

#include "formats/text/escape.h"
#include "formats/text/text_buffer.h"

namespace newsgraph {

// Writes commas; line breaks are the caller's. Values follow a key in an object and nothing in an array.
class JsonWriter {
 public:
  // `goes_on`: in a list that has elements already, so that a comma comes first.
  JsonWriter(TextBuffer& out, LossCounts& losses, bool goes_on = false)
      : out_(out), losses_(losses), comma_(goes_on) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }
  // Before the next member or element, at the left margin.
  void line() {
    if (comma_) out_ << ',';
    out_ << '\n';
    comma_ = false;
  }
  // The next value starts a document of its own.
  void restart() { comma_ = false; }
  // `name` is known to need no escaping.
  void key(std::string_view name) {
    out_.append(comma_ ? std::string_view(",\"") : std::string_view("\""), name, "\":");
    comma_ = false;
  }
  void escaped_key(std::string_view name) {
    separate();
    append_json_string(out_, name, losses_);
    out_ << ':';
    comma_ = false;
  }
  void text(std::string_view value) {
    separate();
    append_json_string(out_, value, losses_);
  }
  template <typename Number>
  void number(Number value) {
    separate();
    out_ << value;
  }
  void boolean(bool value) {
    separate();
    out_ << (value ? std::string_view("true") : std::string_view("false"));
  }

  // Members whose values end with end_object() and end_array().
  void begin_object(std::string_view name) {
    key(name);
    begin_object();
  }
  void begin_array(std::string_view name) {
    key(name);
    begin_array();
  }
  void boolean_member(std::string_view name, bool value) {
    key(name);
    boolean(value);
  }
  // Texts that are empty and numbers that are 0 are left out.
  void member(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    key(name);
    text(value);
  }
  template <typename Number>
  void number_member(std::string_view name, Number value) {
    if (value == Number{}) return;
    key(name);
    number(value);
  }

  TextBuffer& out() { return out_; }
  LossCounts& losses() { return losses_; }

 private:
  void separate() {
    if (comma_) out_ << ',';
    comma_ = true;
  }
  void open(char bracket) {
    separate();
    out_ << bracket;
    comma_ = false;
  }
  void close(char bracket) {
    out_ << bracket;
    comma_ = true;
  }

  TextBuffer& out_;
  LossCounts& losses_;
  bool comma_;
};

}  // namespace newsgraph
