// SPDX-License-Identifier: GPL-3.0-or-later
// The steps from 0.4.7 to 0.9.0, the last that changed what a preset means.
#include "Formats/Patch/PatchPieces.h"
#include "Formats/Vital/OldRecipe.h"
#include "Formats/Vital/Recipe.h"
#include "Formats/Vital/UpgradeSteps.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace athanor
{

namespace
{
constexpr std::array<const char*, 2> bothOscillators { "osc_1_", "osc_2_" };
constexpr double lowPassMorph = 7, shepardMorph = 10, skewMorphOfOld = 9;
constexpr double comb = 6, diode = 4;

std::string numbered (const char* family, int number, const char* rest) { return std::string (family) + std::to_string (number) + rest; }

/** Amounts of FM are square roots of what they were; a slot's curve makes up for it.
    @param amount  What the knob said. */
void bendSlot (OldPreset& preset, int number, Value::Parts& slot, double amount)
{
    constexpr int pointCount = 32;

    const auto name = numbered ("modulation_", number, "_amount");
    const auto depth = preset.get (name);

    if (depth == 0)
        return;

    const bool isBipolar = preset.get (numbered ("modulation_", number, "_bipolar")) != 0;
    const auto one = amount + (isBipolar ? 0.5 * depth : depth), other = isBipolar ? amount - 0.5 * depth : amount;
    const auto least = std::max (0.0, std::min (one, other)), greatest = std::max (0.0, std::max (one, other));
    const auto from = std::sqrt (least), to = std::sqrt (greatest), middle = std::sqrt (std::max (0.0, amount));
    const auto newDepth = isBipolar ? 2 * std::max (middle - from, to - middle) : to - from;

    if (! (newDepth > 0))
        return;

    PatchLine line;
    line.name = "Linear";

    for (int i = 0; i < pointCount; ++i)
    {
        const auto x = static_cast<double> (i) / (pointCount - 1);
        line.points.push_back ({ x, std::clamp (1 - (std::sqrt (least + x * (greatest - least)) - from) / newDepth, 0.0, 1.0), 0 });
    }

    preset.set (name, newDepth);
    slot.insert_or_assign ("line_mapping", valueOf (line));
}

void softFm (OldPreset& preset, const std::string& oscillator)
{
    const auto amount = preset.find (oscillator + "distortion_amount");
    const auto type = preset.get (oscillator + "distortion_type");

    if (! amount || type < 7 || type > 9)
        return;

    preset.set (oscillator + "distortion_amount", std::sqrt (std::max (0.0, *amount)));
    preset.forSlotsOn (oscillator + "distortion_amount", [&] (int number, Value::Parts& slot) { bendSlot (preset, number, slot, *amount); });
}

void lowPassIsAMorph (OldPreset& preset)
{
    if (! preset.has ("osc_1_distortion_type"))
        return;

    for (const std::string oscillator : bothOscillators)
    {
        const auto type = preset.get (oscillator + "distortion_type");
        preset.set (oscillator + "distortion_type", std::max (0.0, type - 1));

        if (type == 1)
        {
            preset.set (oscillator + "spectral_morph_type", lowPassMorph);
            preset.redirect (oscillator + "distortion_amount", oscillator + "spectral_morph_amount");
        }
    }

    for (const auto* oscillator : bothOscillators)
        softFm (preset, oscillator);
}

double destinationOf (const OldPreset& preset, const std::string& input)
{
    const bool first = preset.get ("filter_1_" + input) != 0, second = preset.get ("filter_2_" + input) != 0;
    return first ? (second ? 2 : 0) : (second ? 1 : 3);
}

/** Wavetables were told from the last to the first. */
void turnWavetablesRound (OldPreset& preset)
{
    auto found = preset.settings.find ("wavetables");
    auto tables = found != preset.settings.end() ? listOf (&found->second) : Value::List();
    std::ranges::reverse (tables);
    tables.push_back (valueOf (subWaves()));
    preset.settings.insert_or_assign ("wavetables", std::move (tables));
}

void subIsAnOscillator (OldPreset& preset)
{
    if (! preset.has ("sub_on"))
        return;

    for (const std::string part : { "on", "level", "pan", "transpose", "transpose_quantize", "tune" })
        preset.rename ("sub_" + part, "osc_3_" + part);

    preset.set ("osc_3_phase", 0.25);
    preset.set ("osc_3_random_phase", 0);
    preset.set ("osc_3_wave_frame", preset.get ("sub_waveform") * 257 / 6);
    preset.set ("osc_3_destination", preset.get ("sub_direct_out") != 0 ? 4 : destinationOf (preset, "sub_input"));
    preset.set ("osc_1_destination", destinationOf (preset, "osc1_input"));
    preset.set ("osc_2_destination", destinationOf (preset, "osc2_input"));
    preset.set ("sample_destination", destinationOf (preset, "sample_input"));
    turnWavetablesRound (preset);

    for (const std::string part : { "transpose", "tune", "level", "pan" })
        preset.redirect ("sub_" + part, "osc_3_" + part);
}

void oneMoreTempo (OldPreset& preset)
{
    const auto next = [] (double tempo) { return tempo + 1; };

    for (const auto* effect : { "flanger_tempo", "phaser_tempo", "chorus_tempo", "delay_tempo" })
        preset.change (effect, next);

    for (int i = 1; i <= 8; ++i)
        preset.change (numbered ("lfo_", i, "_tempo"), next);

    for (int i = 1; i <= 4; ++i)
        preset.change (numbered ("random_", i, "_tempo"), next);
}

void delayHasTwoTimes (OldPreset& preset)
{
    for (const std::string part : { "sync", "frequency", "tempo" })
        preset.rename ("delay_" + part, "delay_aux_" + part);

    preset.change ("delay_style", [] (double style) { return style != 0 ? style + 1 : 0; });
}

void chorusIsDamped (OldPreset& preset) { preset.set ("chorus_damping", 1); }

void stereoIsTurned (OldPreset& preset)
{
    preset.set ("stereo_mode", 1);
    preset.change ("stereo_routing", [] (double turns) { return turns < 0 ? 1 - turns / 8 : turns / 8; });
}

void stereoIsMirrored (OldPreset& preset)
{
    if (preset.get ("stereo_mode") == 0)
        preset.change ("stereo_routing", [] (double routing) { return 1 - routing; });
}

void chorusHasAFilter (OldPreset& preset)
{
    preset.set ("chorus_cutoff", 20);
    preset.rename ("chorus_damping", "chorus_spread");
    preset.redirect ("chorus_damping", "chorus_spread");
}

void phasesDisperseBothWays (OldPreset& preset)
{
    for (const std::string oscillator : bothOscillators)
        if (preset.find (oscillator + "spectral_morph_type") == skewMorphOfOld)
        {
            preset.change (oscillator + "spectral_morph_amount", [] (double amount) { return 0.5 - 0.5 * amount; });
            preset.scaleSlotsOn (oscillator + "spectral_morph_amount", -0.5);
        }
}

void centersAreNotes (OldPreset& preset)
{
    preset.change ("flanger_center", [] (double semitones) { return semitones + 53.69; });
    preset.scaleSlotsOn ("flanger_center", 48.0 / 128);
    preset.scaleSlotsOn ("phaser_center", 48.0 / 128);
}

void moreCombs (OldPreset& preset)
{
    for (const std::string filter : { "filter_1_", "filter_2_", "filter_fx_" })
        if (preset.find (filter + "model") == comb && preset.get (filter + "style") == 1)
            preset.set (filter + "style", 3);

    for (int i = 1; i <= 3; ++i)
        preset.change (numbered ("osc_", i, "_spectral_morph_type"), [] (double type) { return type == shepardMorph ? lowPassMorph : type; });
}

/** Counted from 0 in Vital, by mistake: the last LFO stays smooth. */
void lfosAreNotSmooth (OldPreset& preset)
{
    for (int i = 1; i < 8; ++i)
        preset.set (numbered ("lfo_", i, "_smooth_mode"), 0);
}

void diodesBlend (OldPreset& preset)
{
    for (const std::string filter : { "filter_1_", "filter_2_" })
        if (preset.find (filter + "model") == diode)
        {
            preset.set (filter + "blend", 0);
            preset.set (filter + "style", 0);
            preset.forSlotsOn (filter + "blend", [&] (int number, Value::Parts&) { preset.set (numbered ("modulation_", number, "_amount"), 0); });
        }
}
} // namespace

std::span<const UpgradeStep> laterUpgrades()
{
    static constexpr UpgradeStep steps[] {
        { "0.4.7", lowPassIsAMorph },
        { "0.5.0", subIsAnOscillator },
        { "0.5.5", oneMoreTempo },
        { "0.5.7", delayHasTwoTimes },
        { "0.5.8", chorusIsDamped },
        { "0.6.5", stereoIsTurned },
        { "0.6.6", stereoIsMirrored },
        { "0.6.7", chorusHasAFilter },
        { "0.7.1", phasesDisperseBothWays },
        { "0.7.5", centersAreNotes },
        { "0.7.6", moreCombs },
        { "0.8.1", lfosAreNotSmooth },
        { "0.9.0", diodesBlend },
    };

    return steps;
}

void forgetOldNames (Value::Parts& settings)
{
    constexpr std::array<std::string_view, 6> names { "portamento_type", "compressor_low_band", "compressor_high_band", "wave_tables", "reverb_damping", "chorus_damping" };

    std::erase_if (settings, [&] (const auto& entry) {
        const std::string_view name = entry.first;
        return name.starts_with ("sub_") || name.ends_with ("_filter_routing") || (name.starts_with ("filter_") && name.ends_with ("_input") && ! name.ends_with ("_filter_input")) || std::ranges::find (names, name) != names.end();
    });
}

} // namespace athanor
