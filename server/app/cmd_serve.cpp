// `curveball serve`.
#include <filesystem>
#include <iostream>
#include <sys/resource.h>
#include <system_error>

#include "app/clock.hpp"
#include "app/commands.hpp"
#include "app/open_library.hpp"
#include "app/server_app.hpp"
#include "store/database.hpp"

namespace curveball::app {
namespace {

int cannot(std::string const& why) {
  std::cerr << "curveball: " << why << "\n";
  return exit_cannot;
}

void report_skipped(OpenedLibrary const& opened) {
  for (auto const& diagnostic : opened.diagnostics) {
    if (diagnostic.severity == scenario::Severity::error) {
      std::cerr << scenario::to_lines(diagnostic) << "\n";
    }
  }
}

void say_where(ServerApp const& app, ServeOptions const& options, std::size_t interviews) {
  bool const any = options.address == "0.0.0.0" || options.address == "::";
  bool const six = options.address.find(':') != std::string::npos;
  std::string const host = any ? "127.0.0.1" : six ? "[" + options.address + "]" : options.address;
  std::cout << "Curveball is ready: http://" << host << ":" << app.port() << "\n"
            << interviews << " interviews; sessions are kept in "
            << std::filesystem::absolute(options.data_dir).lexically_normal().string()
            << "; stop with Ctrl+C\n"
            << std::flush;
}

// Each connection takes a file descriptor; the usual soft limit of 1,024 is far below what is
// allowed. Whatever the system grants is taken.
void raise_open_files() {
  rlimit files{};
  if (::getrlimit(RLIMIT_NOFILE, &files) != 0) return;
  files.rlim_cur = files.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &files);
}

int serve_library(ServeOptions const& options, store::WriteDatabase write, store::ReadDatabase read,
                  std::shared_ptr<Library const> library) {
  auto const interviews = library->entries().size();
  try {
    ServerApp app(options, {std::move(write), std::move(read)}, std::move(library));
    say_where(app, options, interviews);
    app.run();
  } catch (std::system_error const& error) {
    if (error.code() != std::errc::address_in_use) throw;
    return cannot("port " + std::to_string(options.port) +
                  " is taken; stop what uses it or choose another with --port");
  }
  return exit_ok;
}

}  // namespace

int serve(ServeOptions const& options) {
  raise_open_files();
  auto opened = open_library(options.prompts_dir);
  report_skipped(opened);
  if (opened.library->entries().empty()) return cannot("there is no interview to serve");
  store::DataFolder const folder(options.data_dir);
  auto write = store::WriteDatabase::open(folder, {.now = wall_now()});
  if (!write) return cannot(write.error());
  if (auto const& backup = write->backup()) {
    std::cout << "Upgraded the database; the old one is kept as " << backup->file.string() << "\n";
  }
  auto read = store::ReadDatabase::open(folder);
  if (!read) return cannot(read.error());
  return serve_library(options, *std::move(write), *std::move(read), std::move(opened.library));
}

}  // namespace curveball::app
