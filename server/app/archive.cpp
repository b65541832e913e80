#include "app/archive.hpp"

#include <string>
#include <utility>

namespace curveball::app {

Archive::Archive(net::EventLoop& loop, Databases databases, std::shared_ptr<Library const> library,
                 Log log)
    : loop_(loop),
      log_(std::move(log)),
      programs_(std::move(library)),
      reader_(std::move(databases.read)),
      writer_(std::move(databases.write), writer_settings()) {}

store::WriterSettings Archive::writer_settings() {
  store::WriterSettings settings;
  settings.deliver = [this](store::Completions completions) {
    loop_.post([completions = std::move(completions)] { completions.run(); });
  };
  settings.on_trouble = [this](std::string const& what) {
    loop_.post([this, what] { log_("event=store_trouble what=\"" + what + "\""); });
  };
  return settings;
}

bool Archive::write(store::Job job) { return writer_.submit(std::move(job)); }

bool Archive::read(std::function<void(ReadingRoom&)> job, std::function<void()> failed) {
  store::Question question;
  question.ask = [this, job = std::move(job)](store::Reader& reader) {
    ReadingRoom room{reader, programs_};
    job(room);
  };
  question.failed = [this, failed = std::move(failed)](std::string const& what) {
    loop_.post([this, what] { log_("event=read_failed what=\"" + what + "\""); });
    failed();
  };
  return reader_.submit(std::move(question));
}

}  // namespace curveball::app
