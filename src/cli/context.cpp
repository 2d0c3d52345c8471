#include "cli/context.h"

#include <algorithm>

#include "cli/shown_output.h"
#include "language/model.h"
#include "support/error.h"

namespace newsgraph::cli {

Context::Context(const CommonOptions& options)
    : options_(options),
      screen_(1, options.color),
      error_screen_(2, options.color),
      log_(error_screen_,
           options.quiet ? std::max(options.log_level, LogLevel::warning) : options.log_level) {}

bool Context::shows_progress() const {
  if (options_.progress != When::automatic) return options_.progress == When::always;
  return !options_.quiet && error_screen_.interactive();
}

Sink& Context::out() {
  if (!out_) out_ = open_output("-");
  return *out_;
}

Sink& Context::data() {
  if (!screen_.interactive()) return out();
  if (!data_) data_ = std::make_unique<ShownOutput>(open_output("-"));
  return *data_;
}

void Context::flush() {
  if (data_) data_->flush();
  out().flush();
}

void Context::finish() {
  if (data_) data_->finish();
  if (out_) out_->finish();
}

void Context::skip(const std::string& where, const std::string& reason) {
  if (options_.strict) throw Error(reason, where);
  ++skipped_;
  log_.warning("skipped " + where + ": " + reason);
}

std::shared_ptr<const Model> Context::model() const {
  return options_.model.empty() ? Model::built_in() : Model::load(options_.model);
}

}  // namespace newsgraph::cli
