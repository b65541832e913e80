#include "scenario/bundle.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "scenario/shape.hpp"

namespace curveball::scenario {
namespace {

// Whether the document is an object written for this version of the format.
bool is_supported(Node const& root, Findings& findings) {
  auto const version = root.find("schema");
  if (!version || !version->is(JsonType::integer) || version->integer() == 1) return true;
  findings.add(
      Code::unsupported_schema, *version,
      "this program reads version 1 of the format, not " + std::to_string(version->integer()));
  return false;
}

std::string kind_of(Document const& document) {
  auto const kind = Node(document).find("kind");
  return kind ? kind->text() : std::string();
}

// The faults after which a document cannot be compiled.
bool is_broken(Findings const& findings) {
  return findings.has(Code::json_syntax) || findings.has(Code::not_utf8) ||
         findings.has(Code::unsupported_schema) || findings.has(Code::schema_violation) ||
         findings.has(Code::include_missing);
}

class Reader {
 public:
  Reader(FileSource const& source, std::string_view profile, Findings& findings)
      : source_(source), profile_(profile), findings_(findings) {}

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
    return parse_document(source_.shown_prefix + path, path, std::move(text), findings_);
  }

  bool is_clean(Node const& root) {
    return root.document().readable && is_supported(root, findings_);
  }

  bool checked(Node const& root, Shape const& shape) {
    bool const fits = check(root, shape, findings_);
    all_fit_ = all_fit_ && fits;
    return fits;
  }

  // The document of the path `target`, which stands in a file at `name`; null after a report.
  std::unique_ptr<Document> included(Node const& name, std::string const& target) {
    auto const path = resolve_path(name.document().path, target);
    if (!path) {
      findings_.add(Code::include_missing, name,
                    in_quotes(target) + " does not lie in the folder of the scenario files");
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
      auto document = included(name, name.text());
      all_known = all_known && document;
      if (document) use(name, std::move(document));
    }
    if (!bundle_.manners && all_known) {
      findings_.add(Code::schema_violation, uses, "no file of kind \"manners\" is named here");
    }
  }

  void use(Node const& name, std::unique_ptr<Document> document) {
    auto const kind = kind_of(*document);
    if (kind == "concepts") return use_library(std::move(document));
    if (kind != "manners" && kind != "dialogues") {
      return findings_.add(Code::schema_violation, name,
                           "this file is not of kind \"manners\", \"dialogues\" or \"concepts\"");
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

  void use_library(std::unique_ptr<Document> document) {
    if (checked(Node(*document), library_shape())) {
      bundle_.libraries.push_back(std::move(document));
    }
  }

  void read_profile(Node const& name) {
    auto document = included(name, profile_.empty() ? name.text() : beside(name.text()));
    if (!document) return;
    if (kind_of(*document) != "profile") {
      return findings_.add(Code::schema_violation, name, "this file is not of kind \"profile\"");
    }
    if (checked(Node(*document), profile_shape())) bundle_.profile = std::move(document);
  }

  // The path of the other hire scale, in the folder of `named`.
  std::string beside(std::string const& named) const {
    auto const slash = named.rfind('/');
    auto const folder = slash == std::string::npos ? std::string() : named.substr(0, slash + 1);
    return folder + std::string(profile_) + ".json";
  }

  FileSource const& source_;
  std::string_view profile_;
  Findings& findings_;
  bool all_fit_ = true;
  Bundle bundle_;
};

// A value that becomes a file of its own.
struct Part {
  std::size_t begin = 0;  // In the text,
  std::size_t end = 0;    // to behind its last byte.
  std::string path;
};

Part part_of(Node const& node, std::string path) {
  return {.begin = node.value().begin, .end = node.value().end, .path = std::move(path)};
}

// In the order of the text.
std::vector<Part> parts_of(Node const& root) {
  std::vector<Part> parts;
  if (auto const profile = root.find("profile")) parts.push_back(part_of(*profile, "profile.json"));
  for (auto const& used : root.items("uses")) {
    parts.push_back(part_of(used, "uses-" + std::to_string(parts.size()) + ".json"));
  }
  std::sort(parts.begin(), parts.end(),
            [](Part const& a, Part const& b) { return a.begin < b.begin; });
  return parts;
}

}  // namespace

Bundle read_bundle(FileSource const& source, std::string const& path, std::string_view profile,
                   Findings& findings) {
  return Reader(source, profile, findings).read(path);
}

FileSource split(std::string_view text) {
  Findings unused;
  auto const document = parse_document({}, {}, std::string(text), unused);
  std::map<std::string, std::string> files;
  std::string rest;
  std::size_t done = 0;
  for (auto const& part : document->readable ? parts_of(Node(*document)) : std::vector<Part>{}) {
    files[part.path] = text.substr(part.begin, part.end - part.begin);
    rest.append(text.substr(done, part.begin - done)).append(in_quotes(part.path));
    done = part.end;
  }
  files[std::string(merged_path)] = rest.append(text.substr(done));
  auto const read = [files](std::string const& path) -> std::optional<std::string> {
    auto const found = files.find(path);
    if (found == files.end()) return std::nullopt;
    return found->second;
  };
  return {.read = read, .list = [] { return std::vector<std::string>(); }, .shown_prefix = {}};
}

}  // namespace curveball::scenario
