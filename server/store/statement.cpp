#include "store/statement.hpp"

#include <sqlite3.h>

namespace curveball::store {

bool Use::run() {
  int const code = statement_.tryExecuteStep();
  if (code == SQLITE_DONE) return true;
  if ((code & 0xff) == SQLITE_CONSTRAINT) return false;
  throw SQLite::Exception(statement_.getErrorMsg(), code);
}

}  // namespace curveball::store
