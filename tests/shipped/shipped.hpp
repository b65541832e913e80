// The interviews of prompts/ as the tests of this folder see them: loaded once, with their cases.
#pragma once

#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "interview/interview.hpp"
#include "scenario/catalogue.hpp"
#include "scenario/load.hpp"

namespace curveball::shipped {

// Every interview with its test cases; fails the test when one of them does not load.
std::vector<scenario::Loaded> const& interviews();

// Plays a walkthrough from start to end and gives its events, oldest first.
std::vector<interview::Event> play(interview::Program const& program,
                                   scenario::WalkthroughCase const& walkthrough);

}  // namespace curveball::shipped
