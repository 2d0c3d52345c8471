#include "documents/archive_source.h"

#include <utility>

#include "support/error.h"
#include "support/input_file.h"

namespace newsgraph {
namespace {

class EntrySource final : public Source {
 public:
  EntrySource(Archive& archive, std::string name, ReadContext& context)
      : archive_(archive), name_(std::move(name)), context_(context) {}

  std::size_t read(char* bytes, std::size_t size) override {
    const std::size_t taken = read_file(bytes, size);
    context_.charge(taken, name_);
    return taken;
  }

 private:
  std::size_t read_file(char* bytes, std::size_t size) {
    try {
      return archive_.read(bytes, size);
    } catch (const Error& error) {
      throw Error(error.what(), name_, error.remedy());
    }
  }

  Archive& archive_;
  std::string name_;
  ReadContext& context_;
};

}  // namespace

std::unique_ptr<Input> open_entry(Archive& archive, const std::string& name, ReadContext& context) {
  return open_source(std::make_unique<EntrySource>(archive, name, context), name, context.limits());
}

}  // namespace newsgraph
