#include "documents/xml_pull.h"

#include <mutex>
#include <utility>

#include "documents/xml_mending.h"
#include "support/error.h"

namespace newsgraph {
namespace {

std::string_view view(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

void ignore(void*, const char*, xmlParserSeverities, xmlTextReaderLocatorPtr) {}

constexpr int kOptions =
    XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET | XML_PARSE_IGNORE_ENC;

}  // namespace

XmlPull::XmlPull(Source& source, std::string name) : source_(mend_xml(source)), name_(std::move(name)) {
  static std::once_flag initialized;
  std::call_once(initialized, xmlInitParser);
  reader_.reset(xmlReaderForIO(give, close, this, nullptr, "UTF-8", kOptions));
  if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
  if (!reader_) throw Error("cannot be read as XML", name_);
  xmlTextReaderSetErrorHandler(reader_.get(), ignore, nullptr);
}

int XmlPull::give(void* self, char* bytes, int size) {
  auto& pull = *static_cast<XmlPull*>(self);
  try {
    return static_cast<int>(pull.source_->read(bytes, static_cast<std::size_t>(size)));
  } catch (...) {
    pull.failure_ = std::current_exception();
    return -1;
  }
}

bool XmlPull::next() {
  if (std::exchange(empty_, false)) {
    node_ = Node::kEnd;
    return true;
  }
  const int result = xmlTextReaderRead(reader_.get());
  if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
  if (result != 1) {
    damaged_ = result < 0;
    return false;
  }
  switch (xmlTextReaderNodeType(reader_.get())) {
    case XML_READER_TYPE_ELEMENT:
      node_ = Node::kStart;
      empty_ = xmlTextReaderIsEmptyElement(reader_.get()) == 1;
      break;
    case XML_READER_TYPE_END_ELEMENT:
      node_ = Node::kEnd;
      break;
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
    case XML_READER_TYPE_WHITESPACE:
    case XML_READER_TYPE_ENTITY_REFERENCE:
      node_ = Node::kText;
      break;
    default:
      node_ = Node::kOther;
  }
  return true;
}

// A prefix that nobody declared stays part of the name.
std::string_view XmlPull::name() const {
  const std::string_view name = view(xmlTextReaderConstLocalName(reader_.get()));
  return name.substr(name.find(':') + 1);
}

std::string_view XmlPull::prefix() const {
  const std::string_view name = view(xmlTextReaderConstLocalName(reader_.get()));
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? view(xmlTextReaderConstPrefix(reader_.get()))
                                         : name.substr(0, colon);
}

std::string XmlPull::attribute(const char* name) const {
  struct FreeText {
    void operator()(xmlChar* text) const { xmlFree(text); }
  };
  const std::unique_ptr<xmlChar, FreeText> value(
      xmlTextReaderGetAttribute(reader_.get(), reinterpret_cast<const xmlChar*>(name)));
  return std::string(view(value.get()));
}

std::string XmlPull::text() const {
  if (xmlTextReaderNodeType(reader_.get()) == XML_READER_TYPE_ENTITY_REFERENCE) {
    return "&" + std::string(view(xmlTextReaderConstName(reader_.get()))) + ";";
  }
  return std::string(view(xmlTextReaderConstValue(reader_.get())));
}

int XmlPull::depth() const {
  return xmlTextReaderDepth(reader_.get());
}

}  // namespace newsgraph
