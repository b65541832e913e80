// What this program calls itself.
// Thread: any.
#pragma once

#include <cstdint>
#include <string>

namespace curveball::app {

// "0.1.0".
std::string version_number();

// "0.1.0 (schema 1, engine 1, Boost 1_81)".
std::string version_text();

// Of the database that this program writes.
std::uint32_t schema_number();

}  // namespace curveball::app
