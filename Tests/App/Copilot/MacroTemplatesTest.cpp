// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds of sound that come with the program: readable, playable, as loud as each other, and no knob without an effect.
#include "App/Copilot/MacroTemplates.h"

#include "App/PresetRender.h"
#include "App/Presets/PresetPhrase.h"
#include "App/Presets/PresetTimbre.h"
#include "Support/Files.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <set>

namespace athanor
{

namespace
{
constexpr double rate = 44'100;

const std::vector<MacroTemplate>& allTemplates()
{
    static const auto loaded = loadMacroTemplates (repositoryRoot() / "Templates/macros");
    static const std::vector<MacroTemplate> none;
    EXPECT_TRUE (loaded) << loaded.failure().message << " " << loaded.failure().detail;
    return loaded ? *loaded : none;
}

PresetSound played (const PatchSpec& patch, const std::vector<PresetNote>& notes, double seconds)
{
    return renderPreset (patch, notes, { .bpm = 120, .sampleRate = rate, .seconds = seconds, .settling = 0 });
}

double peakOf (const PresetSound& sound, double from, double to)
{
    float peak = 0;

    for (auto i = static_cast<std::size_t> (from * rate); i < std::min (sound.frames.size(), static_cast<std::size_t> (to * rate)); ++i)
        peak = std::max ({ peak, std::abs (sound.frames[i][0]), std::abs (sound.frames[i][1]) });

    return static_cast<double> (peak);
}

bool isPitched (const MacroTemplate& made)
{
    return made.category != SoundCategory::drums && made.category != SoundCategory::effects;
}

const PresetPhrase& phraseOf (const MacroTemplate& made)
{
    std::string folder (nameOf (made.category));
    folder[0] = static_cast<char> (std::toupper (folder[0]));
    return phraseFor (folder);
}

void write (const std::filesystem::path& file, const std::string& text) { std::ofstream (file, std::ios::binary) << text; }
} // namespace

TEST (MacroTemplates, areManyInEachCategoryAndEachIsCalledAsItsFile)
{
    std::map<SoundCategory, int> counted;
    std::set<std::string> ids, names;

    for (const auto& made : allTemplates())
    {
        ++counted[made.category];
        EXPECT_TRUE (ids.insert (made.id).second) << made.id;
        EXPECT_TRUE (names.insert (made.name).second) << made.name;
        EXPECT_TRUE (made.id.starts_with (nameOf (made.category))) << made.id;
        EXPECT_GE (made.tags.size(), 3u) << made.id;
    }

    EXPECT_GE (ids.size(), 28u);
    EXPECT_EQ (counted.size(), choiceNames<SoundCategory>.size());

    for (const auto& [category, count] : counted)
        EXPECT_GE (count, 2) << nameOf (category);
}

TEST (MacroTemplates, becomePatchesWithoutFaultsWhoseKnobsAreAllConnected)
{
    for (const auto& made : allTemplates())
    {
        const auto patch = patchOf (made);

        for (const auto& fault : faultsOf (patch))
            ADD_FAILURE() << made.id << " " << fault.path << ": " << fault.sentence;

        for (std::size_t macro = 0; macro < patch.macros.size(); ++macro)
        {
            const auto source = patchSourceNamed ("macro_control_" + std::to_string (macro + 1));
            EXPECT_TRUE (std::ranges::any_of (patch.slots, [&] (const PatchSlot& slot) { return slot.source == source; })) << made.id << " " << patch.macros[macro].name;
        }
    }
}

TEST (MacroTemplates, areAsLoudAsEachOtherAndDoNotClip)
{
    for (const auto& made : allTemplates())
    {
        const auto& phrase = phraseOf (made);
        const auto sound = renderPreset (patchOf (made), phrase.notes, { .seconds = phrase.seconds });
        EXPECT_NEAR (loudnessOf (sound, rate), -18, 1.5) << made.id;
        EXPECT_LT (20 * std::log10 (sound.peak), -1) << made.id;
    }
}

TEST (MacroTemplates, areInTuneWhereTheyHaveAPitch)
{
    for (const auto& made : allTemplates())
        if (isPitched (made))
        {
            const auto tuning = timbreOfPatch (patchOf (made)).tuning;
            ASSERT_TRUE (tuning) << made.id;
            // The phase of a filter that closes during the note lags more and more: some 20 cents are its own.
            EXPECT_LT (std::abs (*tuning), 30) << made.id;
        }
}

TEST (MacroTemplates, areSilentTenSecondsAfterTheNote)
{
    for (const auto& made : allTemplates())
    {
        const auto sound = played (patchOf (made), { { 48, 0, 0.5, 100 } }, 11);
        EXPECT_LT (peakOf (sound, 10.5, 11), 0.001 * peakOf (sound, 0, 2)) << made.id;
    }
}

TEST (MacroTemplates, changeWithEachKnob)
{
    const std::vector<PresetNote> notes { { 48, 0, 0.25, 100 }, { 55, 0.2, 0.25, 100 } };

    for (const auto& made : allTemplates())
        for (std::size_t macro = 0; macro < made.roles.size(); ++macro)
        {
            auto low = patchOf (made), high = low;
            setMacro (low, macro, 0);
            setMacro (high, macro, 1);
            EXPECT_GT (differenceOf (played (low, notes, 0.9), played (high, notes, 0.9)), 0.05) << made.id << " " << made.roles[macro].label;
        }
}

TEST (MacroTemplates, areRefusedWithTheFirstThatIsWrong)
{
    const TemporaryFolder folder;
    EXPECT_FALSE (loadMacroTemplates (folder.path));
    EXPECT_FALSE (loadMacroTemplates (folder.path / "missing"));

    const auto text = readWhole (repositoryRoot() / "Templates/macros/pad-warm.json");
    write (folder.path / "pad-warm.json", text);
    ASSERT_TRUE (loadMacroTemplates (folder.path));
    EXPECT_EQ (loadMacroTemplates (folder.path)->size(), 1u);

    for (const auto& wrong : { std::string ("{"), text, text + std::string (2 << 20, ' ') }) // the second has another file's id
    {
        write (folder.path / "pad-wrong.json", wrong);
        const auto loaded = loadMacroTemplates (folder.path);
        ASSERT_FALSE (loaded);
        EXPECT_NE (loaded.failure().message.find ("pad-wrong"), std::string::npos);
        EXPECT_FALSE (loaded.failure().detail.empty());
    }
}

TEST (MacroTemplates, comeWithTheProgram)
{
    EXPECT_TRUE (loadMacroTemplates (macroTemplatesFolder()));
}

} // namespace athanor
