// SPDX-License-Identifier: GPL-3.0-or-later
// The steps from the first versions of Vital to 0.4.7; the later ones are in LaterUpgrades.cpp.
#include "Formats/Patch/PatchPieces.h"
#include "Formats/Vital/OldPreset.h"
#include "Formats/Vital/UpgradeSteps.h"
#include "Patch/EffectOrder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

namespace athanor
{

namespace
{
constexpr std::array<const char*, 2> bothOscillators { "osc_1_", "osc_2_" };

std::string numbered (const char* family, int number, const char* rest) { return std::string (family) + std::to_string (number) + rest; }

/** Numbers that have changed their places. */
std::function<double (double)> swapping (double a, double b)
{
    return [=] (double number) { return number == a ? b : number == b ? a
                                                                      : number; };
}

void envelopeTimesToThePower (OldPreset& preset, double exponent)
{
    for (int i = 1; i <= 6 && preset.has (numbered ("env_", i, "_attack")); ++i)
        for (const auto* part : { "_attack", "_decay", "_release" })
            preset.change (numbered ("env_", i, part), [&] (double time) { return std::pow (std::max (0.0, time), exponent); });
}

void oneFilterForEach (OldPreset& preset)
{
    preset.change ("sub_waveform", swapping (4, 5));
    preset.set ("sub_transpose", 12 * preset.get ("sub_octave"));

    for (const auto& [routing, input] : { std::pair ("osc_1_filter_routing", "osc1_input"), { "osc_2_filter_routing", "osc2_input" }, { "sample_filter_routing", "sample_input" }, { "sub_filter_routing", "sub_input" } })
        if (const auto filter = preset.find (routing))
        {
            preset.set (std::string ("filter_1_") + input, 1 - *filter);
            preset.set (std::string ("filter_2_") + input, *filter);
        }

    preset.change ("filter_1_style", swapping (2, 3));
    preset.change ("filter_2_style", swapping (2, 3));
}

void wavetablesHaveOneName (OldPreset& preset)
{
    envelopeTimesToThePower (preset, 1 / 1.5);

    if (const auto found = preset.settings.find ("wave_tables"); found != preset.settings.end())
        preset.settings.insert_or_assign ("wavetables", found->second);
}

void glideIsATime (OldPreset& preset)
{
    const auto type = preset.find ("portamento_type");

    if (! type)
        return;

    preset.set ("portamento_force", std::max (0.0, *type - 1));

    if (*type == 0)
        preset.set ("portamento_time", -10);
}

void shorterEnvelopes (OldPreset& preset) { envelopeTimesToThePower (preset, 0.75); }

void lfosBeginAtOnce (OldPreset& preset)
{
    for (int i = 1; i <= 8; ++i)
    {
        preset.set (numbered ("lfo_", i, "_fade_time"), 0);
        preset.set (numbered ("lfo_", i, "_delay_time"), 0);
    }
}

void lowerLevels (OldPreset& preset)
{
    for (const auto* name : { "osc_1_level", "osc_2_level", "sub_level", "sample_level" })
        preset.change (name, [] (double level) { return std::sqrt (level * level / std::numbers::sqrt2); });
}

/** The decay time went to a name that nothing reads, so presets of that age decay for the usual time. */
void anotherReverb (OldPreset& preset)
{
    if (const auto damping = preset.find ("reverb_damping"))
        preset.set ("reverb_high_shelf_gain", -4 * *damping);

    preset.set ("reverb_pre_high_cutoff", 128);
    preset.redirect ("reverb_damping", "reverb_high_shelf_gain");
    preset.redirect ("reverb_feedback", "reverb_decay_time");
}

void samplesAreTracked (OldPreset& preset)
{
    if (preset.get ("sample_keytrack") != 0)
        preset.change ("sample_transpose", [] (double semitones) { return semitones + 28; });
}

void untrackedOscillators (OldPreset& preset)
{
    for (const std::string oscillator : bothOscillators)
        if (preset.find (oscillator + "midi_track") == 0.0)
            preset.change (oscillator + "transpose", [] (double semitones) { return semitones - 48; });
}

/** Then there were eight: where the ninth stands last, the number is nine times as great. */
void filterAmongEffects (OldPreset& preset)
{
    preset.change ("effect_chain_order", [] (double code) {
        constexpr int filter = static_cast<int> (patch::Effect::filter), ninth = patch::effectCount - 1;
        auto order = patch::effectOrderOf (patch::effectCount * static_cast<int> (std::clamp (code, 0.0, 40'319.0)));

        for (auto& effect : order)
            if (const auto was = static_cast<int> (effect); was >= filter)
                effect = static_cast<patch::Effect> (was == ninth ? filter : was + 1);

        return patch::codeOf (order);
    });
}

void oneMoreDistortion (OldPreset& preset)
{
    for (const std::string oscillator : bothOscillators)
        preset.change (oscillator + "distortion_type", [] (double type) { return type >= 10 ? type + 1 : type; });
}

void oneLfoModeLess (OldPreset& preset)
{
    for (int i = 1; i <= 8; ++i)
        preset.change (numbered ("lfo_", i, "_sync_type"), [] (double mode) { return mode >= 2 ? mode - 1 : mode; });
}

void perlinIsARandom (OldPreset& preset)
{
    bool isUsed = false;

    for (auto& slot : preset.modulations)
        if (const auto* source = slot.part ("source"); source != nullptr && *source == Value ("perlin"))
        {
            std::get<Value::Parts> (slot.content).insert_or_assign ("source", "random_1");
            isUsed = true;
        }

    if (! isUsed)
        return;

    preset.set ("random_1_sync", 0);
    preset.set ("random_1_frequency", 1.65149612947);
    preset.set ("random_1_stereo", 1);
}

/** Amounts of one type went from 0 to 1 and go from a half to 1 now. */
void upperHalf (OldPreset& preset, double type)
{
    for (const std::string oscillator : bothOscillators)
        if (preset.find (oscillator + "distortion_type") == type)
        {
            preset.change (oscillator + "distortion_amount", [] (double amount) { return 0.5 + 0.5 * amount; });
            preset.scaleSlotsOn (oscillator + "distortion_amount", 0.5);
        }
}

void formantsGoBothWays (OldPreset& preset) { upperHalf (preset, 2); }

void syncGoesBothWays (OldPreset& preset) { upperHalf (preset, 1); }

void oneChoiceOfBands (OldPreset& preset)
{
    const bool hasLow = preset.get ("compressor_low_band") != 0, hasHigh = preset.get ("compressor_high_band") != 0;

    if (preset.has ("compressor_low_band") || preset.has ("compressor_high_band"))
        preset.set ("compressor_enabled_bands", hasLow ? (hasHigh ? 0 : 1) : (hasHigh ? 2 : 3));
}
} // namespace

void upgrade (Value::Parts& settings, VitalVersion version)
{
    constexpr UpgradeStep steps[] {
        { "0.2.1", wavetablesHaveOneName },
        { "0.2.4", glideIsATime },
        { "0.2.5", shorterEnvelopes },
        { "0.2.6", lfosBeginAtOnce },
        { "0.2.7", lowerLevels },
        { "0.3.0", anotherReverb },
        { "0.3.1", samplesAreTracked },
        { "0.3.2", untrackedOscillators },
        { "0.3.4", filterAmongEffects },
        { "0.3.5", oneMoreDistortion },
        { "0.3.6", oneLfoModeLess },
        { "0.4.1", perlinIsARandom },
        { "0.4.3", formantsGoBothWays },
        { "0.4.4", syncGoesBothWays },
        { "0.4.5", oneChoiceOfBands },
    };

    OldPreset preset (settings);

    if (version.isBefore ("0.2.0") || preset.has ("sub_octave"))
        oneFilterForEach (preset);

    for (const auto& step : steps)
        if (version.isBefore (step.before))
            step.apply (preset);

    for (const auto& step : laterUpgrades())
        if (version.isBefore (step.before))
            step.apply (preset);

    forgetOldNames (settings);
}

} // namespace athanor
