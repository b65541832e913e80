// Tiny sets in the form of SemEval-2013 and SAF, written for the tests.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <zip.h>

#include "evaluation/temp_folder.hpp"

namespace curveball::evaluation::testing {

inline constexpr std::string_view pump_question = R"(<?xml version="1.0"?>
<question id="PUMP" module="M">
  <questionText>Why did the pump stop?</questionText>
  <referenceAnswers>
    <referenceAnswer id="r1">The valve was closed, and no water reached the pump.</referenceAnswer>
    <referenceAnswer id="r2">A blocked inlet &amp; a closed valve</referenceAnswer>
  </referenceAnswers>
  <studentAnswers>
    <studentAnswer id="1" accuracy="correct">The valve was closed so no water reached the pump.</studentAnswer>
    <studentAnswer id="2" accuracy="incorrect">It was old.</studentAnswer>
    <studentAnswer id="3" accuracy="contradictory">The valve was not closed and water reached it.</studentAnswer>
    <studentAnswer id="4" accuracy="unknown">Who can say?</studentAnswer>
    <studentAnswer id="5" accuracy="correct">The valve closed and blocked the inlet.</studentAnswer>
  </studentAnswers>
</question>
)";

inline constexpr std::string_view cache_question = R"(<?xml version='1.0' encoding='utf-8'?>
<question id="1.1" module="C">
  <questionText>What does a cache do?</questionText>
  <referenceAnswers>
    <referenceAnswer id="a">It keeps copies of data near the reader, so that reads are fast.</referenceAnswer>
  </referenceAnswers>
  <studentAnswers>
    <studentAnswer id="1"><response> It keeps copies near the reader and makes reads fast. </response>
      <response_feedback>Right.</response_feedback><score> 1.0</score></studentAnswer>
    <studentAnswer id="2"><response>It keeps copies of something.</response><score>0.5</score></studentAnswer>
    <studentAnswer id="3"><response>No idea, sorry about that one.</response><score>0</score></studentAnswer>
  </studentAnswers>
</question>
)";

// A zip archive of these files.
inline std::filesystem::path write_zip(TempFolder const& folder,
                                       std::map<std::string, std::string_view> const& files) {
  auto const path = folder.path() / "set.zip";
  zip_t* const archive = zip_open(path.c_str(), ZIP_CREATE, nullptr);
  for (auto const& [name, text] : files) {
    zip_file_add(archive, name.c_str(), zip_source_buffer(archive, text.data(), text.size(), 0), 0);
  }
  zip_close(archive);
  return path;
}

}  // namespace curveball::evaluation::testing
