// SPDX-License-Identifier: GPL-3.0-or-later
// The shape of the tree: who includes whom, where a test lives, how long a file may be, and what no file says.
#include "Support/Files.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <vector>

namespace athanor
{

namespace
{
namespace fs = std::filesystem;
using Layers = std::map<std::string, std::set<std::string>>;

constexpr std::size_t longestFile = 600;

/** Layers.txt, as the set of layers that each layer may include. */
Layers readLayers()
{
    Layers layers;
    std::ifstream input (repositoryRoot() / "Source" / "Layers.txt");

    for (std::string line; std::getline (input, line);)
    {
        std::istringstream words (line);
        std::string layer, below;

        if (! (words >> layer) || layer.front() == '#')
            continue;

        layer.pop_back(); // the colon
        layers[layer] = { layer };

        while (words >> below)
            layers[layer].insert (below);
    }

    return layers;
}

/** For the folders of Tests: a layer's tests may include what the layer may, and the helpers. */
Layers testLayers()
{
    auto layers = readLayers();
    std::set<std::string> all { "Support" };

    for (auto& [layer, allowed] : layers)
    {
        all.insert (layer);
        allowed.insert ("Support");
    }

    layers["Support"] = { "Support", "Core", "Model" };
    layers["Architecture"] = { "Support" };
    layers["Benchmarks"] = layers["Fuzz"] = layers["Peers"] = all;
    return layers;
}

std::vector<std::string> linesOf (const fs::path& file)
{
    std::ifstream input (file);
    std::vector<std::string> lines;

    for (std::string line; std::getline (input, line);)
        lines.push_back (line);

    return lines;
}

bool isCode (const fs::path& file) { return file.extension() == ".h" || file.extension() == ".cpp"; }

void forEachSource (const fs::path& tree, const std::function<void (const fs::path&)>& visit)
{
    for (auto& entry : fs::recursive_directory_iterator (tree))
        if (entry.is_regular_file() && isCode (entry.path()))
            visit (entry.path());
}

void forEachSource (const std::function<void (const fs::path&)>& visit)
{
    forEachSource (repositoryRoot() / "Source", visit);
    forEachSource (repositoryRoot() / "Tests", visit);
}

/** The layer a file lies in; empty for a file beside the layers, as Main.cpp is. */
std::string layerOf (const fs::path& tree, const fs::path& file)
{
    const auto inside = fs::relative (file, tree);
    return inside.has_parent_path() ? inside.begin()->string() : std::string();
}

void expectIncludesGoDown (const fs::path& tree, const Layers& layers)
{
    const std::regex include (R"(^\s*#include "([A-Z][A-Za-z]*)/)");
    std::smatch match;

    forEachSource (tree, [&] (const fs::path& file) {
        const auto layer = layers.find (layerOf (tree, file));

        if (layer == layers.end())
            return;

        for (auto& line : linesOf (file))
            if (std::regex_search (line, match, include))
                EXPECT_TRUE (layer->second.contains (match[1])) << file << " may not include " << match[1];
    });
}

void expectOnlyLayers (const fs::path& tree, const Layers& layers, const std::set<std::string>& alsoAllowed)
{
    for (auto& entry : fs::directory_iterator (tree))
        if (entry.is_directory())
        {
            const auto name = entry.path().filename().string();
            EXPECT_TRUE (layers.contains (name) || alsoAllowed.contains (name)) << entry.path() << " is not in Layers.txt";
        }
}

/** Tests/A/BTest.cpp and Tests/A/BContractTest.cpp both test Source/A/B.h, or what Tests/A/B.h makes of the whole folder. */
bool hasASubject (const fs::path& test, const fs::path& sourceFolder)
{
    for (auto& folder : { sourceFolder, test.parent_path() })
        for (auto& entry : fs::directory_iterator (folder))
            if (entry.path().extension() == ".h" && test.stem().string().starts_with (entry.path().stem().string()))
                return true;

    return false;
}
} // namespace

TEST (Layers, includeOnlyWhatTheirLineAllows)
{
    expectIncludesGoDown (repositoryRoot() / "Source", readLayers());
    expectIncludesGoDown (repositoryRoot() / "Tests", testLayers());
}

TEST (Layers, areAllTheFoldersThereAre)
{
    expectOnlyLayers (repositoryRoot() / "Source", readLayers(), {});
    expectOnlyLayers (repositoryRoot() / "Tests", testLayers(), { "Golden", "Corpus", "Vital" });
}

TEST (Layers, leaveJuceToHostAndUi)
{
    const auto source = repositoryRoot() / "Source";
    const std::regex include (R"(^\s*#include\s*["<](juce_|JuceHeader))");
    const std::set<std::string> allowed { "Host", "Ui", "" };

    forEachSource (source, [&] (const fs::path& file) {
        for (auto& line : linesOf (file))
            if (std::regex_search (line, include))
                EXPECT_TRUE (allowed.contains (layerOf (source, file))) << file << " includes JUCE";
    });
}

TEST (Layers, areMirroredByTheirTests)
{
    const auto root = repositoryRoot();
    const auto layers = readLayers();

    forEachSource (root / "Tests", [&] (const fs::path& test) {
        const auto inside = fs::relative (test, root / "Tests");
        const auto folder = root / "Source" / inside.parent_path();

        if (! layers.contains (inside.begin()->string()) || ! inside.string().ends_with ("Test.cpp"))
            return;

        EXPECT_TRUE (fs::is_directory (folder) && hasASubject (test, folder)) << test << " tests nothing in " << folder;
    });
}

TEST (Files, canBeReadInOneSitting)
{
    forEachSource ([] (const fs::path& file) {
        EXPECT_LE (linesOf (file).size(), longestFile) << file << " is two ideas: split it";
    });
}

TEST (Files, beginWithTheirLicenceAndIncludeGuard)
{
    forEachSource ([] (const fs::path& file) {
        const auto lines = linesOf (file);
        ASSERT_FALSE (lines.empty()) << file;
        EXPECT_EQ (lines.front(), "// SPDX-License-Identifier: GPL-3.0-or-later") << file;

        if (file.extension() == ".h")
            EXPECT_NE (std::find (lines.begin(), lines.end(), "#pragma once"), lines.end()) << file;
    });
}

TEST (Files, nameNoPlaceOfOneMachineAndLeaveNothingToDoWithoutAnIssue)
{
    // Split, so that this file does not accuse itself.
    const std::regex place ("/wo"
                            "rk/|/ro"
                            "ot/|/ho"
                            "me/[a-z]"),
        todo ("\\b(TO"
              "DO|FIX"
              "ME|XX"
              "X)\\b(?!.*#[0-9])");

    forEachSource ([&] (const fs::path& file) {
        for (auto& line : linesOf (file))
        {
            EXPECT_FALSE (std::regex_search (line, place)) << file << ": " << line;
            EXPECT_FALSE (std::regex_search (line, todo)) << file << ": " << line;
        }
    });
}

} // namespace athanor
