// SPDX-License-Identifier: GPL-3.0-or-later
#include "Compose/Sound/PatchParts.h"

#include "Compose/Sound/BasicShapes.h"

#include <algorithm>
#include <array>

namespace athanor
{

namespace
{
/** Modulations of modulations of ...: deeper than anybody patches. */
constexpr int deepest = 4;

constexpr std::array<std::string_view, 8> effects { "chorus_", "compressor_", "delay_", "distortion_", "eq_", "flanger_", "phaser_", "reverb_" };

/** "osc_1_" of "osc_1_level", "reverb_" of "reverb_size"; empty: it belongs to no module. */
std::string_view moduleOf (std::string_view id)
{
    for (const auto effect : effects)
        if (id.starts_with (effect))
            return effect;

    if (id.starts_with ("sample_"))
        return id.substr (0, 7);

    for (const std::string_view family : { "osc_", "filter_", "env_", "lfo_", "random_", "modulation_" })
        if (id.starts_with (family))
            return id.substr (0, id.find ('_', family.size()) + 1);

    return {};
}

/** The number in "lfo_3_", less one. */
int memberOf (std::string_view module)
{
    const auto digits = module.substr (module.find ('_') + 1);
    int number = 0;

    for (const char c : digits)
        if (c >= '0' && c <= '9')
            number = 10 * number + (c - '0');

    return number - 1;
}

bool isLiveAt (const PatchSpec&, Control, int depth);

bool feedsSomething (const PatchSpec& patch, PatchSource source, int depth)
{
    for (int i = 0; i < patch::slots; ++i)
        if (patch.slots[static_cast<std::size_t> (i)].source == source && depthOf (patch, i) != 0 && isLiveAt (patch, *patch.slots[static_cast<std::size_t> (i)].destination, depth + 1))
            return true;

    return false;
}

/** Gains of the equaliser do nothing where their band is a pass or a notch. */
bool isGainOfNothing (const PatchSpec& patch, Control control)
{
    constexpr std::array<std::pair<Control, Control>, 3> gains { { { Control::eq_low_gain, Control::eq_low_mode }, { Control::eq_band_gain, Control::eq_band_mode }, { Control::eq_high_gain, Control::eq_high_mode } } };
    return std::ranges::any_of (gains, [&] (const auto& band) { return band.first == control && patch.values.isOn (band.second); });
}

bool isLiveAt (const PatchSpec& patch, Control control, int depth)
{
    if (depth > deepest || isGainOfNothing (patch, control))
        return false;

    if (const auto its = switchOf (control))
        return patch.values.isOn (*its);

    const auto module = moduleOf (infoOf (control).id);
    const auto source = [&] (PatchSource first) { return static_cast<PatchSource> (static_cast<int> (first) + memberOf (module)); };

    if (module.starts_with ("env_"))
        return module == "env_1_" || feedsSomething (patch, source (PatchSource::env_1), depth);

    if (module.starts_with ("lfo_"))
        return feedsSomething (patch, source (PatchSource::lfo_1), depth);

    if (module.starts_with ("random_"))
        return feedsSomething (patch, source (PatchSource::random_1), depth);

    if (module.starts_with ("modulation_"))
    {
        const auto& slot = patch.slots[static_cast<std::size_t> (memberOf (module))];
        return slot.source && slot.destination && ! patch.values.isOn (member (Control::modulation_1_bypass, memberOf (module))) && isLiveAt (patch, *slot.destination, depth + 1);
    }

    return true;
}

bool isMovedByLfo (const PatchSpec& patch, Control destination)
{
    for (int i = 0; i < patch::slots; ++i)
    {
        const auto& slot = patch.slots[static_cast<std::size_t> (i)];

        if (slot.destination == destination && slot.source && *slot.source >= PatchSource::lfo_1 && *slot.source <= PatchSource::lfo_8 && depthOf (patch, i) != 0)
            return true;
    }

    return false;
}

void addWaves (const PatchSpec& patch, std::set<SoundFeature>& features)
{
    constexpr std::array<std::pair<std::string_view, SoundFeature>, 5> named { { { "saw", SoundFeature::saw }, { "square", SoundFeature::square }, { "pulse", SoundFeature::pulse }, { "sine", SoundFeature::sine }, { "triangle", SoundFeature::triangle } } };

    for (const auto i : oscillatorsOf (patch))
    {
        const auto& table = patch.wavetables[static_cast<std::size_t> (i)];
        const auto found = std::ranges::find_if (named, [&] (const auto& one) { return basicWave (one.first) == table; });
        features.insert (found != named.end() ? found->second : table == WavetableSpec::saw() ? SoundFeature::saw
                                                                                              : SoundFeature::wavetable);

        const auto warp = patch.values.choice (member (Control::osc_1_distortion_type, i));
        constexpr int sync = 1, firstFm = 7, firstRing = 10;

        if (warp == sync)
            features.insert (SoundFeature::sync);
        else if (warp >= firstFm)
            features.insert (warp < firstRing ? SoundFeature::fm : SoundFeature::ring);

        if (patch.values[member (Control::osc_1_unison_voices, i)] > 1)
            features.insert (SoundFeature::unison);

        if (patch.values[member (Control::osc_1_unison_voices, i)] > 1 && patch.values[member (Control::osc_1_unison_detune, i)] > 0)
            features.insert (SoundFeature::detune);

        if (patch.values[member (Control::osc_1_transpose, i)] <= -12)
            features.insert (SoundFeature::sub);

        if (isMovedByLfo (patch, member (Control::osc_1_level, i)))
            features.insert (SoundFeature::tremolo);
    }
}

void addFilters (const PatchSpec& patch, std::set<SoundFeature>& features)
{
    constexpr int formant = 5, comb = 6;
    constexpr float rings = 0.5f;

    for (const auto i : filtersOf (patch))
    {
        const auto model = patch.values.choice (member (Control::filter_1_model, i));
        const auto blend = patch.values[member (Control::filter_1_blend, i)];

        if (model == formant)
            features.insert (SoundFeature::formant);
        else if (model == comb)
            features.insert (SoundFeature::comb);
        else
            features.insert (blend < 0.5f ? SoundFeature::lowpass : blend > 1.5f ? SoundFeature::highpass
                                                                                 : SoundFeature::bandpass);

        if (patch.values[member (Control::filter_1_resonance, i)] >= rings)
            features.insert (SoundFeature::resonance);
    }
}

void addEffects (const PatchSpec& patch, std::set<SoundFeature>& features)
{
    constexpr int bitCrush = 4;
    const auto add = [&] (Control isOn, SoundFeature feature, bool isHeard = true) {
        if (patch.values.isOn (isOn) && isHeard)
            features.insert (feature);
    };

    add (Control::reverb_on, SoundFeature::reverb, patch.values[Control::reverb_dry_wet] > 0);
    add (Control::delay_on, SoundFeature::delay, patch.values[Control::delay_dry_wet] > 0);
    add (Control::chorus_on, SoundFeature::chorus, patch.values[Control::chorus_dry_wet] > 0);
    add (Control::flanger_on, SoundFeature::flanger, patch.values[Control::flanger_dry_wet] > 0);
    add (Control::phaser_on, SoundFeature::phaser, patch.values[Control::phaser_dry_wet] > 0);
    add (Control::compressor_on, SoundFeature::compressor, patch.values[Control::compressor_mix] > 0);
    add (Control::eq_on, SoundFeature::equalizer);
    add (Control::distortion_on, patch.values.choice (Control::distortion_type) >= bitCrush ? SoundFeature::bitcrush : SoundFeature::distortion, patch.values[Control::distortion_mix] > 0);
}
} // namespace

std::optional<Control> switchOf (Control control)
{
    const auto module = moduleOf (infoOf (control).id);

    if (module.empty() || module.starts_with ("env_") || module.starts_with ("lfo_") || module.starts_with ("random_") || module.starts_with ("modulation_"))
        return {};

    return controlNamed (std::string (module) + "on");
}

bool isLive (const PatchSpec& patch, Control control) { return isLiveAt (patch, control, 0); }

SoundPart partOf (const PatchSpec& patch, Control control)
{
    const auto id = infoOf (control).id;
    const auto module = moduleOf (id);

    if (id.find ("stereo_spread") != id.npos || id.ends_with ("_pan") || id.starts_with ("stereo_"))
        return SoundPart::width;

    if (module == "chorus_")
        return SoundPart::width;

    if (id.ends_with ("_transpose") || id.ends_with ("_tune") || id.starts_with ("portamento") || id == "legato")
        return SoundPart::pitch;

    if (id.starts_with ("eq_low_") || (module.starts_with ("osc_") && patch.values[member (Control::osc_1_transpose, memberOf (module))] <= -12))
        return SoundPart::bass;

    if (module.starts_with ("osc_") || module == "sample_")
        return SoundPart::tone;

    if (module.starts_with ("filter_"))
        return SoundPart::filter;

    if (module == "env_1_")
        return SoundPart::envelope;

    if (module == "reverb_" || module == "delay_")
        return SoundPart::space;

    if (module.starts_with ("env_") || module.starts_with ("lfo_") || module.starts_with ("random_") || module.starts_with ("modulation_"))
        return SoundPart::movement;

    return module.empty() ? SoundPart::level : SoundPart::effects;
}

std::vector<int> oscillatorsOf (const PatchSpec& patch)
{
    std::vector<int> on;

    for (int i = 0; i < patch::oscillators; ++i)
        if (patch.values.isOn (member (Control::osc_1_on, i)))
            on.push_back (i);

    return on;
}

std::vector<int> filtersOf (const PatchSpec& patch)
{
    std::vector<int> on;

    for (int i = 0; i <= patch::filters; ++i)
        if (patch.values.isOn (member (Control::filter_1_on, i)))
            on.push_back (i);

    return on;
}

std::set<SoundFeature> featuresOf (const PatchSpec& patch)
{
    std::set<SoundFeature> features;
    addWaves (patch, features);
    addFilters (patch, features);
    addEffects (patch, features);

    if (patch.values.isOn (Control::sample_on) && patch.values[Control::sample_level] > 0)
        features.insert (patch.sample == PatchSample::whiteNoise() || patch.sample.name.find ("oise") != std::string::npos ? SoundFeature::noise : SoundFeature::sample);

    if (isMovedByLfo (patch, Control::voice_tune))
        features.insert (SoundFeature::vibrato);

    if (patch.values.scaled (Control::portamento_time) > 0.01f)
        features.insert (SoundFeature::glide);

    features.insert (patch.values[Control::polyphony] > 1 ? SoundFeature::poly : SoundFeature::mono);
    return features;
}

double depthOf (const PatchSpec& patch, int index)
{
    const auto& slot = patch.slots[static_cast<std::size_t> (index)];

    if (! slot.source || ! slot.destination || patch.values.isOn (member (Control::modulation_1_bypass, index)))
        return 0;

    return patch.values[member (Control::modulation_1_amount, index)];
}

} // namespace athanor
