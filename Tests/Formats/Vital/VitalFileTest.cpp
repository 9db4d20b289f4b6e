// SPDX-License-Identifier: GPL-3.0-or-later
// Presets come in and go out without a difference, and nothing in them is too wrong to be said in a sentence.
#include "Formats/Vital/VitalFile.h"

#include "Formats/Base64.h"
#include "Formats/Json.h"
#include "Formats/Vital/SmallPresets.h"
#include "Support/Files.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

namespace athanor
{

namespace
{

namespace fs = std::filesystem;

VitalPatch read (const std::string& bytes)
{
    const auto result = readVital (bytes);
    EXPECT_TRUE (result) << result.failure().message << result.failure().detail;

    if (! result)
        return {};

    for (const auto& fault : faultsOf (result->patch))
        ADD_FAILURE() << fault.path << ": " << fault.sentence;

    return *result;
}

std::string written (const PatchSpec& patch)
{
    const auto result = writeVital (patch);
    EXPECT_TRUE (result) << result.failure().message << result.failure().detail;
    return result ? *result : std::string();
}

bool mentions (const VitalPatch& patch, const std::string& words)
{
    return std::ranges::any_of (patch.remarks, [&] (const std::string& remark) { return remark.find (words) != remark.npos; });
}

TEST (VitalFileTest, APatchComesBackTheSame)
{
    const auto patch = fullPatch();
    ASSERT_TRUE (faultsOf (patch).empty()) << faultsOf (patch)[0].path << faultsOf (patch)[0].sentence;
    EXPECT_EQ (read (written (patch)).patch, patch);
    EXPECT_EQ (read (written (PatchSpec())).patch, PatchSpec());
}

TEST (VitalFileTest, APresetIsCompleteWhateverThePatch)
{
    const auto preset = parseJson (written ({}));
    ASSERT_TRUE (preset);
    EXPECT_EQ (*preset->part ("synth_version"), Value ("1.0.6"));
    EXPECT_EQ (*preset->part ("macro3"), Value ("MACRO 3"));

    const auto& settings = *preset->part ("settings");
    EXPECT_EQ (partsOf (&settings).size(), 772u + 4);
    EXPECT_EQ (listOf (settings.part ("modulations")).size(), 64u);
    EXPECT_EQ (listOf (settings.part ("lfos")).size(), 8u);
    ASSERT_EQ (listOf (settings.part ("wavetables")).size(), 3u);
    EXPECT_EQ (*listOf (settings.part ("wavetables"))[0].part ("version"), Value ("1.0.6"));
    EXPECT_EQ (*settings.part ("sample")->part ("length"), Value (44'100));
}

TEST (VitalFileTest, TruthsAreWrittenAsTruths)
{
    const auto text = written (fullPatch());

    for (const auto* name : { "normalize_gain", "normalize_mult", "normalize", "horizontal_asymmetric", "vertical_asymmetric", "remove_all_dc", "smooth" })
        EXPECT_NE (text.find ("\"" + std::string (name) + "\":true"), std::string::npos) << name;
}

TEST (VitalFileTest, TheSmallestPresetSoundsLikeTheFirstPatch)
{
    const auto small = read (smallPreset());
    PatchSpec expected;
    expected.sample = { "", 44'100, std::make_shared<std::vector<std::int16_t>> (1), nullptr };
    EXPECT_EQ (small.patch, expected);
    EXPECT_TRUE (small.remarks.empty());
}

TEST (VitalFileTest, WhatIsNoPresetIsRefused)
{
    for (const std::string bytes : { "", "hello", "[]", "{}", "{\"synth_version\":\"1.0.6\"}", "{\"synth_version\":1,\"settings\":{}}", "{\"synth_version\":\"1.0.6\",\"settings\":[]}" })
    {
        const auto result = readVital (bytes);
        ASSERT_FALSE (result) << bytes;
        EXPECT_EQ (result.failure().message, "This is not a preset of Vital, or it is damaged.");
    }

    EXPECT_FALSE (readVital (smallPreset().substr (0, 60)));
}

TEST (VitalFileTest, APresetWithoutASampleGetsNoise)
{
    const auto patch = read ("{\"synth_version\":\"1.0.6\",\"settings\":{}}");
    EXPECT_EQ (patch.patch, PatchSpec());
    EXPECT_TRUE (mentions (patch, "no sample"));
}

TEST (VitalFileTest, ControlsThatAreNoNumbersOrOutOfRangeAreRepaired)
{
    const auto patch = read (smallPreset (",\"volume\":\"loud\",\"osc_1_level\":null,\"osc_1_pan\":1e300,\"oversampling\":9,\"osc_2_on\":true"));
    EXPECT_EQ (patch.patch.values[Control::volume], infoOf (Control::volume).initial);
    EXPECT_EQ (patch.patch.values[Control::osc_1_level], infoOf (Control::osc_1_level).initial);
    EXPECT_EQ (patch.patch.values[Control::osc_1_pan], 1.0f);
    EXPECT_EQ (patch.patch.values[Control::oversampling], 3.0f);
    EXPECT_EQ (patch.patch.values[Control::osc_2_on], 1.0f);
    EXPECT_TRUE (mentions (patch, "\"volume\" is not a number"));
    EXPECT_TRUE (mentions (patch, "Out of range and brought back: osc_1_pan, oversampling."));
}

TEST (VitalFileTest, WhatOnlyNewerVersionsKnowIsKept)
{
    const auto patch = read (smallPreset (",\"random_values\":[{\"seed\":4},{\"seed\":5.5}],\"osc_1_spectral_morph_phase\":0.25", "1.5.5"));
    EXPECT_TRUE (patch.remarks.empty());
    EXPECT_EQ (patch.patch.unknownSettings.at ("random_values"), "[{\"seed\":4},{\"seed\":5.5}]");
    EXPECT_NE (written (patch.patch).find ("\"random_values\":[{\"seed\":4},{\"seed\":5.5}]"), std::string::npos);
    EXPECT_EQ (read (written (patch.patch)).patch, patch.patch);
}

TEST (VitalFileTest, AVersionOfTheFutureIsSaid)
{
    EXPECT_TRUE (mentions (read (smallPreset ("", "1.6.0")), "newer than all that are known"));
    EXPECT_TRUE (mentions (read (smallPreset ("", "abc")), "does not say which version"));
}

TEST (VitalFileTest, ModulationsThatLeadNowhereKnownAreKeptAndSaid)
{
    const auto patch = read (smallPreset (",\"modulations\":[{\"source\":\"lfo_1\",\"destination\":\"osc_1_on\"},{\"source\":\"tide\",\"destination\":\"volume\"},{\"source\":\"lfo_2\"},"
                                          "{\"source\":\"lfo_1\",\"destination\":\"modulation_4_amount\"},7]"));
    EXPECT_EQ (patch.patch.slots[0].unknownDestination, "osc_1_on");
    EXPECT_EQ (patch.patch.slots[1].unknownSource, "tide");
    EXPECT_EQ (patch.patch.slots[2], PatchSlot());
    EXPECT_EQ (patch.patch.slots[3], PatchSlot());
    EXPECT_TRUE (mentions (patch, "Modulation 1 goes from lfo_1 to osc_1_on"));
    EXPECT_TRUE (mentions (patch, "Modulation 4 moves itself"));
    EXPECT_TRUE (mentions (patch, "Of modulation 3 one end is missing"));
    EXPECT_EQ (read (written (patch.patch)).patch, patch.patch);
}

TEST (VitalFileTest, TooManyOfAnythingIsCut)
{
    std::string slots, lines, tables;

    for (int i = 0; i < 70; ++i)
        slots += std::string (i > 0 ? "," : "") + "{\"source\":\"lfo_1\",\"destination\":\"volume\"}";

    for (int i = 0; i < 9; ++i)
        lines += std::string (i > 0 ? "," : "") + "{\"num_points\":2,\"points\":[0,0,1,1],\"powers\":[0,0]}";

    for (int i = 0; i < 4; ++i)
        tables += std::string (i > 0 ? "," : "") + "{\"version\":\"1.0.6\",\"groups\":[]}";

    const auto patch = read (smallPreset (",\"modulations\":[" + slots + "],\"lfos\":[" + lines + "],\"wavetables\":[" + tables + "]"));
    EXPECT_TRUE (mentions (patch, "more than 64 modulations"));
    EXPECT_TRUE (mentions (patch, "more than eight LFOs"));
    EXPECT_TRUE (mentions (patch, "more than three wavetables"));
    EXPECT_TRUE (mentions (patch, "The wavetable 1 is empty"));
}

TEST (VitalFileTest, LinesAreRepaired)
{
    const auto patch = read (smallPreset (",\"lfos\":[{\"num_points\":5,\"points\":[0,0,0.7,2,0.5,1],\"powers\":[0,99,0]},{\"num_points\":1,\"points\":[0,0],\"powers\":[0]},3]"));
    EXPECT_EQ (patch.patch.lfos[0].points, (std::vector<PatchLine::Point> { { 0, 0, 0 }, { 0.7, 1, 20 }, { 0.7, 1, 0 } }));
    EXPECT_EQ (patch.patch.lfos[1], PatchLine::triangle());
    EXPECT_TRUE (mentions (patch, "The line of LFO 1 was not in order"));
    EXPECT_TRUE (mentions (patch, "LFO 2 has no line"));
    EXPECT_TRUE (mentions (patch, "LFO 3 has no line"));
}

TEST (VitalFileTest, WavesAreMadeToFit)
{
    const std::vector<float> wild { 0.5f, std::numeric_limits<float>::quiet_NaN(), 1e30f };
    const auto data = base64Of (std::span (wild));
    const auto patch = read (smallPreset (",\"wavetables\":[{\"version\":\"1.0.6\",\"name\":\"W\",\"groups\":[{\"components\":[{\"type\":\"Wave Source\",\"interpolation\":1,\"keyframes\":[{\"position\":900,\"wave_data\":\"" + data + "\"}]},{\"type\":\"Wonder\"}]}]}]"));
    const auto& source = patch.patch.wavetables[0].groups.at (0).at (0);
    ASSERT_EQ (source.keyframes.at (0).wave->size(), 2'048u);
    EXPECT_EQ (source.keyframes[0].wave->at (0), 0.5f);
    EXPECT_EQ (source.keyframes[0].wave->at (1), 0.0f);
    EXPECT_EQ (source.keyframes[0].wave->at (2), 0.0f);
    EXPECT_EQ (source.keyframes[0].position, 256);
    EXPECT_EQ (patch.patch.wavetables[0].groups[0].size(), 1u);
    EXPECT_TRUE (mentions (patch, "not 2,048 samples long"));
    EXPECT_TRUE (mentions (patch, "no numbers or far too loud"));
    EXPECT_TRUE (mentions (patch, "a component that is not known"));
    EXPECT_TRUE (mentions (patch, "impossible position"));
}

TEST (VitalFileTest, AWavetableMayBeALine)
{
    const auto patch = read (smallPreset (",\"wavetables\":[{\"num_points\":2,\"points\":[0,0,1,1],\"powers\":[0,0],\"name\":\"Ramp\"}]"));
    EXPECT_EQ (patch.patch.wavetables[0].name, "Ramp");
    EXPECT_EQ (patch.patch.wavetables[0].groups.at (0).at (0).keyframes.at (0).line->points.size(), 2u);
}

TEST (VitalFileTest, ASampleShorterThanItSaysIsTakenAsItIs)
{
    const auto patch = read ("{\"synth_version\":\"1.0.6\",\"settings\":{\"sample\":{\"length\":900,\"sample_rate\":0,\"samples\":\"AQACAA==\",\"samples_stereo\":\"AQA=\"}}}");
    EXPECT_EQ (*patch.patch.sample.left, (std::vector<std::int16_t> { 1, 2 }));
    EXPECT_EQ (*patch.patch.sample.right, (std::vector<std::int16_t> { 1, 0 }));
    EXPECT_EQ (patch.patch.sample.sampleRate, 1);
    EXPECT_TRUE (mentions (patch, "not as long as the file says"));
}

TEST (VitalFileTest, LongTextsAreNotTakenForWaves)
{
    const std::string words (5'000, 'w');
    auto preset = smallPreset();
    preset.insert (1, "\"comments\":\"" + words + "\",\"wonder\":[\"" + words + "\"],");
    const auto patch = read (preset);
    EXPECT_EQ (patch.patch.comments, words);
    EXPECT_EQ (patch.patch.unknown.at ("wonder"), "[\"" + words + "\"]");
}

TEST (VitalFileTest, ATextThatLooksLikeAMarkIsOnlyAText)
{
    const std::string words (600, 'w');
    auto preset = smallPreset();
    preset.insert (1, "\"comments\":\"" + words + "\",\"author\":\"\\u00010\",");
    EXPECT_EQ (read (preset).patch.author, std::string ("\x01") + "0");
    EXPECT_EQ (read (preset).patch.comments, words);
}

TEST (VitalFileTest, APatchWithAFaultIsNotWritten)
{
    PatchSpec patch;
    patch.values[Control::volume] = -1;
    const auto result = writeVital (patch);
    ASSERT_FALSE (result);
    EXPECT_EQ (result.failure().detail, "controls/volume");
}

/** The presets that Vital itself has written and played. */
class VitalFilesTest : public testing::TestWithParam<const char*>
{};

TEST_P (VitalFilesTest, AreUnderstoodWhollyAndComeBackTheSame)
{
    const auto shared = sharedFolder();

    if (! shared || ! fs::is_directory (*shared / "vital" / GetParam()))
        GTEST_SKIP() << "ATHANOR_SHARED is not set";

    for (const auto& entry : fs::directory_iterator (*shared / "vital" / GetParam()))
        if (entry.path().extension() == ".vital")
        {
            const auto first = read (readWhole (entry.path()));
            EXPECT_TRUE (first.remarks.empty()) << entry.path() << first.remarks[0];
            const auto again = read (written (first.patch));
            EXPECT_EQ (again.patch == first.patch, true) << entry.path();
            EXPECT_EQ (written (again.patch) == written (first.patch), true) << entry.path();
        }
}

INSTANTIATE_TEST_SUITE_P (Real, VitalFilesTest, testing::Values ("presets", "probes"), [] (const auto& folder) { return std::string (folder.param); });

} // namespace

} // namespace athanor
