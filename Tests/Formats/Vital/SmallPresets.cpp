// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Vital/SmallPresets.h"

#include "Patch/WaveParts.h"

#include <cmath>

namespace athanor
{

namespace
{

std::shared_ptr<const std::vector<float>> wave (int harmonic)
{
    std::vector<float> samples;

    for (int i = 0; i < 2'048; ++i)
        samples.push_back (std::sin (6.2831853f * static_cast<float> (i * harmonic) / 2'048.0f));

    return std::make_shared<std::vector<float>> (samples);
}

WaveComponent component (const WavePart& part)
{
    WaveComponent result;
    result.type = part.type;

    for (const auto& number : part.ofComponent)
        result.numbers[std::string (number.name)] = number.kind == WaveNumber::Kind::real ? number.initial + 0.125 * (number.greatest - number.initial) : number.greatest;

    for (const int position : { 0, 100, 256 })
    {
        WaveKeyframe keyframe;
        keyframe.position = position;

        for (const auto& number : part.ofKeyframe)
            keyframe.numbers[std::string (number.name)] = number.least + (number.greatest - number.least) * position / 256;

        if (part.hasWaves)
            keyframe.wave = wave (position + 1);

        if (part.hasLines)
            keyframe.line = PatchLine { "drawn", { { 0, 0.3, 1.5 }, { 0.25, 1, -20 }, { 0.25, 0 }, { 1, 0.3 } }, true };

        result.keyframes.push_back (keyframe);
    }

    if (part.hasAudio)
        result.audio = std::make_shared<std::vector<std::int16_t>> (std::vector<std::int16_t> { 0, 1, -1, 32'767, -32'768 });

    return result;
}

void fillControls (ControlValues& values)
{
    for (int i = 0; i < controlCount; ++i)
    {
        const auto& info = infoOf (static_cast<Control> (i));
        const auto number = info.least + (info.greatest - info.least) * static_cast<float> (i % 97) / 97.0f;
        values[static_cast<Control> (i)] = info.scale == ControlScale::indexed ? std::floor (number) : number;
    }
}

} // namespace

PatchSpec fullPatch()
{
    PatchSpec patch;
    patch.name = "Everything \"at once\"\n\u00fc";
    patch.author = "A\\B";
    patch.comments = std::string (700, 'c');
    patch.style = "Pad";
    patch.tags = { "warm", "two words" };
    patch.origin = "{\"seed\":\"12\"}";
    fillControls (patch.values);

    for (std::size_t i = 0; i < patch.slots.size(); i += 3)
        patch.slots[i] = { static_cast<PatchSource> (i % vitalSourceCount), Control::osc_2_level, {}, {}, {} };

    patch.slots[1] = { PatchSource::macro_control_2, Control::filter_fx_cutoff, PatchLine { "bend", { { 0, 1, 3 }, { 0.5, 0.25 }, { 1, 0 } }, false }, {}, {} };
    patch.slots[2] = { std::nullopt, Control::volume, {}, "tide", {} };
    patch.slots[4] = { PatchSource::lfo_8, std::nullopt, {}, {}, "osc_9_level" };
    patch.lfos[7] = { "steps", { { 0, 0.1, -3.25 }, { 0.3, 0.9 }, { 0.3, 0 }, { 1, 1 } }, true };

    for (const auto& part : waveParts())
        (part.isSource || patch.wavetables[2].groups.empty() ? patch.wavetables[2].groups.emplace_back() : patch.wavetables[2].groups.back()).push_back (component (part));

    patch.wavetables[1].name = "Mine";
    patch.wavetables[1].author = "Me";
    patch.wavetables[1].removesDc = patch.wavetables[1].isNormalized = false;
    patch.sample = { "two sides", 48'000, std::make_shared<std::vector<std::int16_t>> (std::vector<std::int16_t> { 1, 2, 3 }), std::make_shared<std::vector<std::int16_t>> (std::vector<std::int16_t> { -1, -2, -3 }) };

    for (std::size_t i = 0; i < patch::vitalMacros; ++i)
        patch.macros[i] = { "Knob " + std::to_string (i), "brightness", 0 };

    patch.unknown = { { "modules", "[1,2.5,\"x\"]" }, { "wonder", "{\"deep\":{\"deeper\":null}}" } };
    patch.unknownSettings = { { "custom_warps", "[{\"name\":\"w\"}]" }, { "osc_1_spectral_morph_phase", "0.5" }, { "random_values", "[{\"seed\":4}]" } };
    return patch;
}

std::string smallPreset (const std::string& moreSettings, const std::string& version)
{
    return "{\"synth_version\":\"" + version + "\",\"settings\":{\"sample\":{\"length\":1,\"sample_rate\":44100,\"samples\":\"AAA=\"}" + moreSettings + "}}";
}

} // namespace athanor
