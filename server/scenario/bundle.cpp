#include "scenario/bundle.hpp"

#include <map>
#include <utility>

#include "scenario/shape.hpp"

namespace curveball::scenario {
namespace {

using Json = nlohmann::json;

// Whether the document is an object written for this version of the format.
bool is_supported(Node const& root, Findings& findings) {
  auto const version = root.find("schema");
  if (!version || !version->json().is_number_integer() || version->json() == 1) return true;
  findings.add(Code::unsupported_schema, *version,
               "this program reads version 1 of the format, not " + version->json().dump());
  return false;
}

std::string kind_of(Document const& document) {
  if (!document.json.is_object()) return {};
  auto const kind = document.json.find("kind");
  return kind != document.json.end() && kind->is_string() ? kind->get<std::string>()
                                                          : std::string();
}

// The faults after which a document cannot be compiled.
bool is_broken(Findings const& findings) {
  return findings.has(Code::json_syntax) || findings.has(Code::not_utf8) ||
         findings.has(Code::unsupported_schema) || findings.has(Code::schema_violation) ||
         findings.has(Code::include_missing);
}

class Reader {
 public:
  Reader(FileSource const& source, Findings& findings) : source_(source), findings_(findings) {}

  Bundle read(std::string const& path) {
    auto text = source_.read(path);
    if (!text) {
      findings_.add_at(Code::include_missing, source_.shown_prefix + path, {},
                       "this file cannot be read");
      return {};
    }
    bundle_.scenario = parse(path, *std::move(text));
    Node const root(*bundle_.scenario);
    if (!is_clean(root) || !checked(root, scenario_shape())) return std::move(bundle_);
    read_uses(root);
    read_profile(root.at("profile"));
    bundle_.complete = all_fit_ && !is_broken(findings_) && bundle_.manners && bundle_.profile;
    return std::move(bundle_);
  }

 private:
  std::unique_ptr<Document> parse(std::string const& path, std::string text) {
    return std::make_unique<Document>(
        parse_document(source_.shown_prefix + path, path, std::move(text), findings_));
  }

  bool is_clean(Node const& root) {
    return root.document().readable && is_supported(root, findings_);
  }

  bool checked(Node const& root, Shape const& shape) {
    bool const fits = check(root, shape, findings_);
    all_fit_ = all_fit_ && fits;
    return fits;
  }

  // The document that `name`, a path in a file, stands for; null after a report.
  std::unique_ptr<Document> included(Node const& name) {
    auto const path = resolve_path(name.document().path, name.text());
    if (!path) {
      findings_.add(Code::include_missing, name,
                    in_quotes(name.text()) + " does not lie in the folder of the scenario files");
      return nullptr;
    }
    auto text = source_.read(*path);
    if (!text) {
      findings_.add(Code::include_missing, name,
                    "the file " + in_quotes(source_.shown_prefix + *path) + " cannot be read",
                    nearest(*path, source_.list()));
      return nullptr;
    }
    auto document = parse(*path, *std::move(text));
    if (!is_clean(Node(*document))) return nullptr;
    return document;
  }

  void read_uses(Node const& root) {
    auto const uses = root.at("uses");
    bool all_known = true;
    for (auto const& name : uses.items()) {
      auto document = included(name);
      all_known = all_known && document;
      if (document) use(name, std::move(document));
    }
    if (!bundle_.manners && all_known) {
      findings_.add(Code::schema_violation, uses, "no file of kind \"manners\" is named here");
    }
  }

  void use(Node const& name, std::unique_ptr<Document> document) {
    auto const kind = kind_of(*document);
    if (kind != "manners" && kind != "dialogues") {
      return findings_.add(Code::schema_violation, name,
                           "this file is neither of kind \"manners\" nor of kind \"dialogues\"");
    }
    if (kind == "manners" && bundle_.manners) {
      return findings_.add(Code::schema_violation, name, "a second file of kind \"manners\"");
    }
    if (!checked(Node(*document), kind == "manners" ? manners_shape() : dialogues_shape())) return;
    if (kind == "manners") {
      bundle_.manners_at = bundle_.dialogues.size();
      bundle_.manners = std::move(document);
    } else {
      bundle_.dialogues.push_back(std::move(document));
    }
  }

  void read_profile(Node const& name) {
    auto document = included(name);
    if (!document) return;
    if (kind_of(*document) != "profile") {
      return findings_.add(Code::schema_violation, name, "this file is not of kind \"profile\"");
    }
    if (checked(Node(*document), profile_shape())) bundle_.profile = std::move(document);
  }

  FileSource const& source_;
  Findings& findings_;
  bool all_fit_ = true;
  Bundle bundle_;
};

Json without_schema(Json json) {
  json.erase("$schema");
  return json;
}

// Takes the value out of `slot` into `files` and leaves its made-up path.
void take_out(Json& slot, std::string const& path, std::map<std::string, std::string>& files) {
  files[path] = slot.dump();
  slot = path;
}

}  // namespace

Bundle read_bundle(FileSource const& source, std::string const& path, Findings& findings) {
  return Reader(source, findings).read(path);
}

Json merged(Bundle const& bundle) {
  auto result = without_schema(bundle.scenario->json);
  auto uses = Json::array();
  for (auto const& document : bundle.dialogues) uses.push_back(without_schema(document->json));
  auto const manners_at = static_cast<Json::difference_type>(bundle.manners_at);
  uses.insert(uses.begin() + manners_at, without_schema(bundle.manners->json));
  result["uses"] = std::move(uses);
  result["profile"] = without_schema(bundle.profile->json);
  return result;
}

FileSource split(Json const& merged) {
  std::map<std::string, std::string> files;
  auto scenario = merged;
  if (scenario.is_object() && scenario.contains("uses") && scenario["uses"].is_array()) {
    std::size_t number = 0;
    for (auto& used : scenario["uses"]) {
      take_out(used, "uses-" + std::to_string(++number) + ".json", files);
    }
  }
  if (scenario.is_object() && scenario.contains("profile")) {
    take_out(scenario["profile"], "profile.json", files);
  }
  files[std::string(merged_path)] = scenario.dump();
  auto const read = [files](std::string const& path) -> std::optional<std::string> {
    auto const found = files.find(path);
    if (found == files.end()) return std::nullopt;
    return found->second;
  };
  return {.read = read, .list = [] { return std::vector<std::string>(); }, .shown_prefix = {}};
}

}  // namespace curveball::scenario
