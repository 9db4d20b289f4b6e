// SPDX-License-Identifier: GPL-3.0-or-later
// The presets that come with Athanor: complete, as loud as each other, and no knob without an effect.
#include "App/PatchFiles.h"
#include "App/PresetRender.h"
#include "Formats/Patch/PatchFile.h"
#include "Support/Files.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

namespace athanor
{

namespace
{

namespace fs = std::filesystem;

constexpr double rate = 44'100;

struct Phrase
{
    double seconds = 0;
    std::vector<PresetNote> notes;
};

/** What a category is played with. */
Phrase phraseOf (const std::string& wanted)
{
    std::ifstream file (repositoryRoot() / "Presets/phrases.tsv");

    for (std::string line, category, seconds, notes; std::getline (file, line);)
        if (std::istringstream cells (line); std::getline (cells, category, '\t') && category == wanted && std::getline (cells, seconds, '\t') && std::getline (cells, notes))
            return { std::stod (seconds), *parsePresetNotes (notes) };

    return {};
}

/** By category and name. */
std::vector<fs::path> allPresets()
{
    std::vector<fs::path> files;

    for (const auto& entry : fs::recursive_directory_iterator (repositoryRoot() / "Presets"))
        if (entry.path().extension() == ".json")
            files.push_back (entry.path());

    std::ranges::sort (files);
    return files;
}

PatchSpec patchOf (const fs::path& file)
{
    const auto loaded = loadPatch (file);
    EXPECT_TRUE (loaded) << file;
    return loaded ? loaded->patch : PatchSpec();
}

double peakOf (const PresetSound& sound, double from, double to)
{
    float peak = 0;

    for (auto i = static_cast<std::size_t> (from * rate); i < std::min (sound.frames.size(), static_cast<std::size_t> (to * rate)); ++i)
        peak = std::max ({ peak, std::abs (sound.frames[i][0]), std::abs (sound.frames[i][1]) });

    return static_cast<double> (peak);
}

void setMacro (PatchSpec& patch, std::size_t macro, double value)
{
    patch.macros[macro].value = value;

    if (macro < patch::vitalMacros)
        patch.values[member (Control::macro_control_1, static_cast<int> (macro))] = static_cast<float> (value);
}

bool isMacroUsed (const PatchSpec& patch, std::size_t macro)
{
    const auto source = patchSourceNamed ("macro_control_" + std::to_string (macro + 1));
    return std::ranges::any_of (patch.slots, [&] (const PatchSlot& slot) { return slot.source == source && slot.destination; });
}

/** One test for each category, for there are many presets and each takes a second. */
class FactoryPresetsTest : public testing::TestWithParam<const char*>
{
protected:
    FactoryPresetsTest() : phrase (phraseOf (GetParam()))
    {
        for (const auto& file : allPresets())
            if (file.parent_path().filename() == GetParam())
                files.push_back (file);
    }

    const Phrase phrase;
    std::vector<fs::path> files;
};

TEST (FactoryPresetsTest, AreManyAndEachHasANameOfItsOwn)
{
    std::set<std::string> names;

    for (const auto& file : allPresets())
        EXPECT_TRUE (names.insert (file.stem().string()).second) << file;

    EXPECT_GE (names.size(), 64u);
}

TEST_P (FactoryPresetsTest, AreCompleteAndSmall)
{
    ASSERT_GE (files.size(), 5u);

    for (const auto& file : files)
    {
        const auto bytes = readWhole (file);
        const auto read = readPatch (bytes);
        ASSERT_TRUE (read) << file;
        const auto& patch = read->patch;

        EXPECT_TRUE (read->remarks.empty()) << file << read->remarks[0];
        EXPECT_TRUE (faultsOf (patch).empty()) << file;
        EXPECT_TRUE (writePatch (patch) == bytes) << file << " is not as Athanor writes it";
        EXPECT_LT (bytes.size(), 160'000u) << file;

        EXPECT_EQ (patch.name, file.stem().string());
        EXPECT_EQ (patch.author, "Athanor");
        EXPECT_TRUE (patch.comments.ends_with ('.')) << file;
        EXPECT_FALSE (patch.style.empty()) << file;
        EXPECT_GE (patch.tags.size(), 3u) << file;
    }
}

TEST_P (FactoryPresetsTest, HaveEightKnobsWithNamesAndRoles)
{
    const std::set<std::string> roles { "brightness", "movement", "space", "bite", "body", "width", "attack", "release" };

    for (const auto& file : files)
    {
        const auto patch = patchOf (file);
        std::set<std::string> found;

        for (std::size_t i = 0; i < patch.macros.size(); ++i)
        {
            EXPECT_FALSE (patch.macros[i].name.empty()) << file << i;
            EXPECT_TRUE (isMacroUsed (patch, i)) << file << patch.macros[i].name;
            found.insert (patch.macros[i].role);
        }

        EXPECT_EQ (found, roles) << file;
    }
}

TEST_P (FactoryPresetsTest, AreAsLoudAsEachOtherAndDoNotClip)
{
    ASSERT_FALSE (phrase.notes.empty());

    for (const auto& file : files)
    {
        const auto sound = renderPreset (patchOf (file), phrase.notes, { .bpm = 120, .sampleRate = rate, .seconds = phrase.seconds });
        EXPECT_NEAR (loudnessOf (sound, rate), -18, 2) << file;
        EXPECT_LT (sound.peak, 1.0f) << file;
    }
}

TEST_P (FactoryPresetsTest, AreSilentSomeTimeAfterTheNote)
{
    for (const auto& file : files)
    {
        const auto sound = renderPreset (patchOf (file), { { 48, 0, 0.5, 100 } }, { .bpm = 120, .sampleRate = rate, .seconds = 20, .settling = 0 });
        EXPECT_LT (peakOf (sound, 19, 20), 0.001 * peakOf (sound, 0, 2)) << file;
    }
}

TEST_P (FactoryPresetsTest, ChangeWithEachKnob)
{
    for (const auto& file : files)
    {
        const auto patch = patchOf (file);

        for (std::size_t macro = 0; macro < patch.macros.size(); ++macro)
        {
            auto low = patch, high = patch;
            setMacro (low, macro, 0);
            setMacro (high, macro, 1);

            const PresetRenderSettings settings { .bpm = 120, .sampleRate = rate, .seconds = 0.9, .settling = 0 };
            const std::vector<PresetNote> notes { { 48, 0, 0.25, 100 }, { 55, 0.2, 0.25, 100 } };
            EXPECT_GT (differenceOf (renderPreset (low, notes, settings), renderPreset (high, notes, settings)), 0.05) << file << " " << patch.macros[macro].name;
        }
    }
}

INSTANTIATE_TEST_SUITE_P (Of, FactoryPresetsTest,
                          testing::Values ("Bass", "Lead", "Pad", "Keys", "Pluck", "Bell", "Strings", "Brass", "Drums", "Effects", "Sequence"),
                          [] (const auto& category) { return std::string (category.param); });

} // namespace

} // namespace athanor
