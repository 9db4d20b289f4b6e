// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Ableton/VitalRack.h"

#include "Core/Text.h"
#include "Formats/Ableton/RackMacros.h"
#include "Formats/Ableton/RackRules.h"
#include "Formats/Gzip.h"
#include "Formats/Json.h"
#include "Formats/Patch/PatchFile.h"
#include "Formats/Vital/VitalFile.h"
#include "Formats/Xml.h"
#include "Support/Dice.h"
#include "Support/Files.h"
#include "Support/Process.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>

namespace athanor
{

namespace
{
namespace fs = std::filesystem;

constexpr LiveForm forms[] { LiveForm::live11, LiveForm::live12 };

/** A macro on a control, as slots hold it. */
void connect (PatchSpec& patch, int slot, PatchSource source, Control destination, float amount)
{
    auto& one = patch.slots[static_cast<std::size_t> (slot)];
    one.source = source;
    one.destination = destination;
    patch.values[member (Control::modulation_1_amount, slot)] = amount;
}

/** Eight macros, of which the sixth and the seventh want the same control. */
PatchSpec warmPad()
{
    PatchSpec patch;
    patch.name = "Warm Pad";
    patch.comments = "Opens slowly.\nTurn \"Bright\" & listen.";

    for (std::size_t i = 0; i < patch.macros.size(); ++i)
        patch.macros[i] = { "Knob " + std::to_string (i + 1), "", 0.1 * static_cast<double> (i) };

    patch.values[Control::macro_control_1] = 0.3f;
    patch.values[Control::filter_1_cutoff] = 40;
    connect (patch, 0, PatchSource::macro_control_1, Control::filter_1_cutoff, 0.25f);
    connect (patch, 1, PatchSource::macro_control_5, Control::osc_1_level, 0.2f);
    connect (patch, 2, PatchSource::macro_control_5, Control::reverb_dry_wet, 0.5f);
    connect (patch, 3, PatchSource::macro_control_6, Control::env_1_attack, 0.6f);
    connect (patch, 4, PatchSource::macro_control_7, Control::env_1_attack, 0.4f);
    connect (patch, 5, PatchSource::macro_control_7, Control::env_1_release, -0.1f);
    connect (patch, 6, PatchSource::macro_control_8, Control::osc_1_unison_voices, 1.0f);
    return patch;
}

XmlElement documentOf (const PatchSpec& patch, LiveForm form) { return *readXml (*gunzip (*writeVitalRack (patch, form), longestRack)); }

std::string valueAt (const XmlElement& root, const std::string& path)
{
    const auto* element = root.find (path);
    return element != nullptr && element->attribute ("Value") != nullptr ? *element->attribute ("Value") : "?";
}

const std::string device = "GroupDevicePreset/Device/InstrumentGroupDevice/";
const std::string settings = "GroupDevicePreset/BranchPresets/InstrumentBranchPreset/DevicePresets/Vst3Preset/ParameterSettings";

/** By category and name. */
std::vector<fs::path> factoryPresets()
{
    std::vector<fs::path> files;

    for (const auto& entry : fs::recursive_directory_iterator (repositoryRoot() / "Presets"))
        if (entry.path().extension() == ".json")
            files.push_back (entry.path());

    std::ranges::sort (files);
    return files;
}

std::vector<PatchSpec> factoryPatches()
{
    std::vector<PatchSpec> patches;

    for (const auto& file : factoryPresets())
        patches.push_back (readPatch (readWhole (file))->patch);

    return patches;
}

/** What was learnt from racks of Live 12, without the nodes that 12 brought: a document of 11 may not have them. */
std::string schemaOfLive11 (const fs::path& live12)
{
    auto schema = *parseJson (*gunzip (readWhole (live12), 100'000'000));

    for (auto& [context, shape] : std::get<Value::Parts> (schema.content))
        for (const auto* node : { "BreakoutIsExpanded", "MpePitchBendUsesTuning", "ViewData", "SourceHint" })
            std::get<Value::Parts> (std::get<Value::Parts> (shape.content).at ("kids").content).erase (node);

    return formatJson (schema, JsonLayout::oneLine);
}

/** Anything that a text field may hold, and what no text field should. */
std::string anyText (Dice& dice)
{
    static const std::string pieces[] { "a", "Warm ", "<", ">", "&", "\"", "'", "]]>", "&amp;", "<Value/>", std::string (1, '\0'), "\x01", "\x1b[31m", "\x7f", "\n", "\t", "\r\n", "\xff", "\xc3",
                                        "é", "ß", "日本語", "العربية", "🎹", "\xef\xbf\xbe", "\xef\xbf\xbf", "\xed\xa0\x80", "../", "C:\\", "%s%n", std::string (3'000, 'x'), "" };
    std::string text;

    for (auto left = dice.below (6); left > 0; --left)
        text += dice.oneOf (pieces);

    return text;
}

PatchSpec anyPatch (std::uint64_t seed)
{
    Dice dice (seed);
    PatchSpec patch;

    for (int i = 0; i < controlCount; ++i)
        if (const auto& info = infoOf (static_cast<Control> (i)); dice.oneIn (2))
        {
            const auto number = static_cast<float> (dice.between (static_cast<double> (info.least), static_cast<double> (info.greatest)));
            patch.values[static_cast<Control> (i)] = info.scale == ControlScale::indexed ? std::clamp (std::round (number), info.least, info.greatest) : number;
        }

    for (int i = 0; i < patch::slots; ++i)
        if (const auto control = static_cast<Control> (dice.below (controlCount)); infoOf (control).reach != Reach::no)
            connect (patch, i, static_cast<PatchSource> (dice.below (patchSourceCount)), control, static_cast<float> (dice.between (-1.0, 1.0)));

    for (auto& macro : patch.macros)
        macro = { validUtf8 (anyText (dice)), "", dice.between (0.0, 1.0) };

    patch.name = validUtf8 (anyText (dice));
    patch.author = validUtf8 (anyText (dice));
    patch.comments = validUtf8 (anyText (dice));
    return patch;
}
} // namespace

TEST (VitalRack, passesTheRulesForEveryFactoryPreset)
{
    const auto patches = factoryPatches();
    ASSERT_GE (patches.size(), 80u);

    for (const auto& patch : patches)
        for (const auto form : forms)
        {
            const auto rack = writeVitalRack (patch, form);
            ASSERT_TRUE (rack) << patch.name;
            EXPECT_EQ (rackFaults (*rack), std::vector<std::string>()) << patch.name;
            EXPECT_EQ (*presetInRack (*rack), *writeVital (patch)) << patch.name;
        }
}

TEST (VitalRack, passesTheRulesWhateverThePatchIsCalledAndHolds)
{
    int written = 0;

    for (std::uint64_t seed = 1; seed <= 60; ++seed)
    {
        const auto patch = anyPatch (seed);
        const auto rack = writeVitalRack (patch, seed % 2 == 0 ? LiveForm::live11 : LiveForm::live12);

        if (! rack) // a fault of the patch itself, said as one
        {
            EXPECT_FALSE (faultsOf (patch).empty());
            continue;
        }

        ++written;
        EXPECT_EQ (rackFaults (*rack), std::vector<std::string>()) << seed;
    }

    EXPECT_GE (written, 40);
}

TEST (VitalRack, turnsVitalsOwnMacrosAndTheFarthestTargetsOfTheOthers)
{
    const auto macros = rackMacrosOf (warmPad());
    EXPECT_EQ (macros[0].target, Control::macro_control_1);
    EXPECT_NEAR (macros[0].position, 0.3, 1e-6);
    ASSERT_EQ (macros[0].moves.size(), 1u);
    EXPECT_NEAR (macros[0].moves[0].from, 40, 1e-4);
    EXPECT_NEAR (macros[0].moves[0].to, 40 + 0.25 * 128, 1.5);
    EXPECT_EQ (macros[4].target, Control::reverb_dry_wet) << "0.5 of its range against 0.2";
    EXPECT_EQ (macros[4].moves.size(), 2u);
    EXPECT_EQ (macros[5].target, Control::env_1_attack);
    EXPECT_EQ (macros[6].target, Control::env_1_release) << "the attack is the sixth one's already";
    EXPECT_GT (macros[6].least, macros[6].greatest) << "it shortens";
    EXPECT_FALSE (macros[7].target) << "a number of voices is no knob";
}

TEST (VitalRack, saysWhatItsKnobsDoNotDo)
{
    const auto remarks = rackRemarksOf (warmPad());
    ASSERT_EQ (remarks.size(), 3u);
    EXPECT_EQ (remarks[0], "Macro 5 (Knob 5) turns Reverb Mix alone in the rack; what else it moves stays as it is.");
    EXPECT_TRUE (remarks[2].starts_with ("Macro 8 (Knob 8) cannot be turned in the rack"));
}

TEST (VitalRack, startsWithTheSoundOfTheExportedPreset)
{
    const auto patch = warmPad();
    const auto exported = readVital (*writeVital (patch))->patch;

    for (const auto& macro : rackMacrosOf (patch))
        if (macro.target)
        {
            const auto& info = infoOf (*macro.target);
            const auto turned = static_cast<double> (info.least) + (macro.least + macro.position * (macro.greatest - macro.least)) * static_cast<double> (info.greatest - info.least);
            EXPECT_NEAR (turned, static_cast<double> (exported.values[*macro.target]), 1e-3) << info.id;
        }
}

TEST (VitalRack, leavesMacrosThatDoNothingUnmapped)
{
    auto patch = warmPad();
    patch.macros[1].name = "";
    const auto root = documentOf (patch, LiveForm::live12);
    const auto* all = root.find (settings);
    ASSERT_NE (all, nullptr);
    EXPECT_EQ (all->children.size(), 6u) << "neither the second nor the eighth";
    EXPECT_EQ (valueAt (root, device + "MacroDisplayNames.0"), "Knob 1");
    EXPECT_EQ (valueAt (root, device + "MacroDisplayNames.1"), "Macro 2");
    EXPECT_EQ (valueAt (root, device + "MacroDisplayNames.7"), "Macro 8");
    EXPECT_EQ (valueAt (root, device + "MacroDisplayNames.15"), "Macro 16");
    EXPECT_EQ (valueAt (root, device + "MacroControls.0/Manual").substr (0, 6), "38.100");
}

TEST (VitalRack, saysWhatItIs)
{
    for (const auto form : forms)
    {
        const auto root = documentOf (warmPad(), form);
        EXPECT_EQ (valueAt (root, device + "UserName"), "Warm Pad");
        EXPECT_EQ (valueAt (root, device + "Annotation"), "Opens slowly.\nTurn \"Bright\" & listen.");
        EXPECT_EQ (valueAt (root, device + "MacroAnnotations.0"), "Moves Filter 1 Cutoff.");
        EXPECT_EQ (valueAt (root, settings + "/PluginParameterSettings/ParameterId"), "49618");
    }

    PatchSpec nameless;
    nameless.name = "\x01\n \t";
    EXPECT_EQ (valueAt (documentOf (nameless, LiveForm::live11), device + "UserName"), "Patch");
}

TEST (VitalRack, hasNoTimeInIt)
{
    const auto once = *writeVitalRack (warmPad(), LiveForm::live11);
    EXPECT_EQ (once, *writeVitalRack (warmPad(), LiveForm::live11));
    EXPECT_EQ (once.substr (4, 4), std::string (4, '\0'));
}

TEST (VitalRack, isReadFromAnyBytesWithoutHarm)
{
    const auto rack = *writeVitalRack (warmPad(), LiveForm::live12);
    EXPECT_FALSE (presetInRack (""));
    EXPECT_FALSE (presetInRack ("<Ableton/>"));
    EXPECT_FALSE (presetInRack (gzip ("<Ableton/>")));
    EXPECT_FALSE (presetInRack (gzip (std::string (100'000, '<'))));

    for (std::size_t length = 0; length < rack.size(); length += 997)
        EXPECT_FALSE (presetInRack (rack.substr (0, length)));
}

TEST (VitalRack, passesTheCheckerThatLearntFromLive)
{
    const auto shared = sharedFolder();

    if (! shared || ! fs::exists (*shared / "tools/ableton_check.py"))
        GTEST_SKIP() << "no reference material here";

    const TemporaryFolder folder;
    const auto checker = (*shared / "tools/ableton_check.py").string(), live12 = (*shared / "reference/ableton/adg_live12.json.gz").string(), live11 = (folder.path / "live11.json").string();
    std::ofstream (live11, std::ios::binary) << schemaOfLive11 (live12);
    std::array<std::vector<std::string>, 2> commands { { { "python3", checker, "check", live11 }, { "python3", checker, "check", live12 } } };
    auto patches = factoryPatches();

    for (std::uint64_t seed = 1; seed <= 10; ++seed)
        if (auto patch = anyPatch (seed); faultsOf (patch).empty())
            patches.push_back (patch);

    for (std::size_t form = 0; form < commands.size(); ++form)
    {
        for (std::size_t i = 0; i < patches.size(); ++i)
        {
            const auto file = folder.path / (std::to_string (i) + (form == 0 ? ".11.adg" : ".12.adg"));
            std::ofstream (file, std::ios::binary) << *writeVitalRack (patches[i], forms[form]);
            commands[form].push_back (file.string());
        }

        Process process (commands[form]);
        EXPECT_EQ (process.wait (std::chrono::seconds (140)), 0);
        const auto said = process.output();
        std::size_t passed = 0;

        for (auto at = said.find (" 0 errors"); at != said.npos; at = said.find (" 0 errors", at + 1))
            ++passed;

        EXPECT_EQ (passed, patches.size()) << said.substr (0, 4'000);
    }
}

} // namespace athanor
