// One shipped interview with its cases.
#pragma once

#include <gtest/gtest.h>
#include <string>

#include "scenario/catalogue.hpp"
#include "scenario/load.hpp"
#include "scenario/source.hpp"

namespace curveball::authoring::testing {

inline scenario::Loaded shipped_interview(std::string const& path) {
  auto const source = scenario::embedded_source(scenario::embedded_prompts(), "prompts/");
  return scenario::load(source, path, scenario::Checks::test);
}

}  // namespace curveball::authoring::testing
