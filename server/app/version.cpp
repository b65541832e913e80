#include "app/version.hpp"

#include <boost/version.hpp>

#include "interview/program.hpp"
#include "store/migration.hpp"

namespace curveball::app {

std::string version_number() { return CURVEBALL_VERSION; }

std::string version_text() {
  return version_number() + " (schema " + std::to_string(schema_number()) + ", engine " +
         std::to_string(interview::engine_revision) + ", Boost " BOOST_LIB_VERSION ")";
}

std::uint32_t schema_number() {
  return static_cast<std::uint32_t>(store::embedded_migrations().size());
}

}  // namespace curveball::app
