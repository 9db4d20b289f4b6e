// SPDX-License-Identifier: GPL-3.0-or-later
// Presets from before Vital was released mean today what they meant then.
#include "Formats/Vital/UpgradeSteps.h"
#include "Formats/Base64.h"
#include "Formats/Vital/SmallPresets.h"
#include "Formats/Vital/VitalFile.h"
#include "Patch/EffectOrder.h"

#include <gtest/gtest.h>

#include <cmath>

namespace athanor
{

namespace
{

PatchSpec upgraded (const std::string& version, const std::string& settings)
{
    const auto result = readVital (smallPreset (settings, version));
    EXPECT_TRUE (result);
    EXPECT_TRUE (faultsOf (result->patch).empty());
    EXPECT_EQ (result->remarks.at (0), "The preset was made by version " + version + " and was brought up to 1.0.6.");
    return result->patch;
}

float number (const std::string& version, const std::string& settings, Control control) { return upgraded (version, settings).values[control]; }

TEST (UpgradeStepsTest, VersionsAreComparedNumberByNumber)
{
    EXPECT_TRUE (VitalVersion ("0.9.9").isBefore ("1.0"));
    EXPECT_TRUE (VitalVersion ("0.3.9").isBefore ("0.3.10"));
    EXPECT_TRUE (VitalVersion (" 0.8 ").isBefore ("0.8.1"));
    EXPECT_FALSE (VitalVersion ("1.0.0").isBefore ("1.0"));
    EXPECT_FALSE (VitalVersion ("abc").saysSomething());
    EXPECT_FALSE (VitalVersion ("99999999999999.1").isBefore ("0.0.0"));
}

TEST (UpgradeStepsTest, EnvelopeTimesFollowTwoChangesOfScale)
{
    EXPECT_NEAR (number ("0.2.4", ",\"env_1_attack\":0.5,\"env_1_decay\":1,\"env_1_release\":1", Control::env_1_attack), std::pow (0.5, 0.75), 1e-6);
    EXPECT_NEAR (number ("0.2.0", ",\"env_1_attack\":0.5,\"env_1_decay\":1,\"env_1_release\":1", Control::env_1_attack), std::pow (0.5, 0.5), 1e-6);
    EXPECT_NEAR (number ("0.2.5", ",\"env_1_attack\":0.5", Control::env_1_attack), 0.5, 1e-6);
}

TEST (UpgradeStepsTest, TheSubBecomesTheThirdOscillator)
{
    const auto patch = upgraded ("0.4.9", ",\"sub_on\":1,\"sub_level\":0.5,\"sub_pan\":0.25,\"sub_transpose\":-12,\"sub_tune\":0,\"sub_waveform\":3,\"filter_2_sub_input\":1,\"filter_1_osc1_input\":1,"
                                          "\"filter_2_osc1_input\":1,\"modulations\":[{\"source\":\"lfo_1\",\"destination\":\"sub_level\"}],\"wavetables\":[{\"name\":\"two\",\"version\":\"0.4.9\",\"groups\":[]},"
                                          "{\"name\":\"one\",\"version\":\"0.4.9\",\"groups\":[]}]");
    EXPECT_EQ (patch.values[Control::osc_3_on], 1);
    EXPECT_EQ (patch.values[Control::osc_3_transpose], -12);
    EXPECT_FLOAT_EQ (patch.values[Control::osc_3_wave_frame], 128.5f);
    EXPECT_EQ (patch.values[Control::osc_3_destination], 1);
    EXPECT_EQ (patch.values[Control::osc_1_destination], 2);
    EXPECT_EQ (patch.values[Control::osc_2_destination], 3);
    EXPECT_EQ (patch.slots[0].destination, Control::osc_3_level);
    EXPECT_EQ (patch.wavetables[0].name, "one");
    EXPECT_EQ (patch.wavetables[1].name, "two");
    EXPECT_EQ (patch.wavetables[2].name, "Sub");
    EXPECT_FLOAT_EQ (patch.wavetables[2].groups[0][0].keyframes[3].wave->at (600), -1.0f);
    EXPECT_TRUE (patch.unknownSettings.empty()) << patch.unknownSettings.begin()->first;
}

TEST (UpgradeStepsTest, TemposAreCountedFromOneMore) { EXPECT_EQ (number ("0.5.4", ",\"lfo_3_tempo\":6", Control::lfo_3_tempo), 7); }

TEST (UpgradeStepsTest, TheFilterIsOneMoreEffect)
{
    const auto code = number ("0.3.3", ",\"effect_chain_order\":0", Control::effect_chain_order);
    using enum patch::Effect;
    EXPECT_EQ (patch::effectOrderOf (static_cast<int> (code)), (patch::EffectOrder { chorus, compressor, delay, distortion, equaliser, flanger, phaser, reverb, filter }));
}

TEST (UpgradeStepsTest, FmIsBentByTheCurveOfItsSlot)
{
    const auto patch = upgraded ("0.4.6", ",\"osc_1_distortion_type\":8,\"osc_1_distortion_amount\":0.25,\"modulation_1_amount\":0.75,\"modulations\":[{\"source\":\"lfo_1\",\"destination\":\"osc_1_distortion_amount\"}]");
    EXPECT_EQ (patch.values[Control::osc_1_distortion_type], 7);
    EXPECT_FLOAT_EQ (patch.values[Control::osc_1_distortion_amount], 0.5f);
    EXPECT_FLOAT_EQ (patch.values[Control::modulation_1_amount], 0.5f);
    ASSERT_TRUE (patch.slots[0].mapping);
    ASSERT_EQ (patch.slots[0].mapping->points.size(), 32u);
    EXPECT_NEAR (patch.slots[0].mapping->points[31].y, 0, 1e-9);
    EXPECT_NEAR (patch.slots[0].mapping->points[10].y, 1 - (std::sqrt (0.25 + 0.75 * 10 / 31) - 0.5) / 0.5, 1e-9);
}

TEST (UpgradeStepsTest, TheLowPassIsAMorph)
{
    const auto patch = upgraded ("0.4.6", ",\"osc_1_distortion_type\":1,\"osc_2_distortion_type\":5,\"modulations\":[{\"source\":\"lfo_1\",\"destination\":\"osc_1_distortion_amount\"}]");
    EXPECT_EQ (patch.values[Control::osc_1_distortion_type], 0);
    EXPECT_EQ (patch.values[Control::osc_1_spectral_morph_type], 7);
    EXPECT_EQ (patch.values[Control::osc_2_distortion_type], 4);
    EXPECT_EQ (patch.slots[0].destination, Control::osc_1_spectral_morph_amount);
}

TEST (UpgradeStepsTest, AllLfosButTheLastLoseTheirSmoothing)
{
    const auto patch = upgraded ("0.8.0", "");
    EXPECT_EQ (patch.values[Control::lfo_1_smooth_mode], 0);
    EXPECT_EQ (patch.values[Control::lfo_8_smooth_mode], 1);
}

TEST (UpgradeStepsTest, DiodesForgetTheirBlend)
{
    const auto patch = upgraded ("0.8.9", ",\"filter_1_model\":4,\"filter_1_blend\":1.5,\"filter_1_style\":1,\"modulation_1_amount\":0.5,\"modulations\":[{\"source\":\"lfo_1\",\"destination\":\"filter_1_blend\"}]");
    EXPECT_EQ (patch.values[Control::filter_1_blend], 0);
    EXPECT_EQ (patch.values[Control::filter_1_style], 0);
    EXPECT_EQ (patch.values[Control::modulation_1_amount], 0);
    EXPECT_EQ (readVital (smallPreset (",\"filter_1_model\":4,\"filter_1_blend\":1.5", "0.9.0"))->patch.values[Control::filter_1_blend], 1.5f);
}

TEST (UpgradeStepsTest, OldWavesAreIntegersAndOldLinesAreOpen)
{
    const std::vector<std::int16_t> loud (2'048, 32'767);
    const auto patch = upgraded ("0.3.8", ",\"wavetables\":[{\"version\":\"0.3.8\",\"groups\":[{\"components\":[{\"type\":\"Wave Source\",\"interpolation\":1,\"keyframes\":[{\"position\":0,\"wave_data\":\"" + base64Of (std::span (loud)) + "\"}]}]},"
                                                                                                                                                                                                                                               "{\"components\":[{\"type\":\"Line Source\",\"num_points\":2,\"keyframes\":[{\"position\":0,\"points\":[0.25,-1,0.75,1],\"powers\":[0,0]}]}]}]}]");
    EXPECT_EQ (patch.wavetables[0].groups[0][0].keyframes[0].wave->at (2'047), 1.0f);
    EXPECT_FALSE (patch.wavetables[0].isNormalized);
    EXPECT_TRUE (patch.wavetables[0].removesDc);
    EXPECT_EQ (patch.wavetables[0].groups[1][0].keyframes[0].line->points, (std::vector<PatchLine::Point> { { 0, 0.5 }, { 0.25, 0 }, { 0.75, 1 }, { 1, 0.5 } }));
}

TEST (UpgradeStepsTest, ComponentsOfOldTablesAreNumbered)
{
    const auto patch = upgraded ("0.3.2", ",\"wavetables\":[{\"version\":\"0.3.2\",\"groups\":[{\"components\":[{\"type\":7,\"keyframes\":[]}]}]}]");
    EXPECT_EQ (patch.wavetables[0].groups[0][0].type, "Wave Folder");
}

TEST (UpgradeStepsTest, AModernPresetThatSaysItIsOldIsNoTrouble)
{
    EXPECT_EQ (number ("0.0.1", ",\"osc_1_level\":0.5", Control::osc_1_on), 1);
}

} // namespace

} // namespace athanor
