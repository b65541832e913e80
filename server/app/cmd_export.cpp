// `curveball export` and `curveball backup`.
#include <iostream>

#include "app/commands.hpp"
#include "app/data_reader.hpp"
#include "store/backup.hpp"

namespace curveball::app {

int export_session(ExportOptions const& options) {
  auto const data = DataReader::open(options.data_dir);
  if (!data) return std::cerr << "curveball: " << data.error() << "\n", exit_cannot;
  auto const session = (*data)->load(options.session);
  if (!session) return std::cerr << "curveball: " << session.error() << "\n", exit_cannot;
  if (options.markdown) {
    std::cout << markdown_of(*session);
    return exit_ok;
  }
  auto const script = (*data)->reader().script(session->row.script);
  if (!script) return std::cerr << "curveball: the script is not stored\n", exit_cannot;
  std::cout << json_lines_of(*session, script->canonical);
  return exit_ok;
}

int backup(BackupOptions const& options) {
  auto const done = store::back_up(store::DataFolder(options.data_dir), options.out);
  if (!done) return std::cerr << "curveball: " << done.error() << "\n", exit_cannot;
  std::cout << done->file.string() << "\n";
  return exit_ok;
}

}  // namespace curveball::app
