// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/SynthPictures.h"

#include "Modules/Synth/Filter/VoiceFilter.h"
#include "Modules/Synth/Motion/CurveTable.h"
#include "Modules/Synth/Wave/Wavetable.h"
#include "Patch/PatchLimits.h"

#include <algorithm>
#include <cmath>
#include <complex>
#include <numbers>

namespace athanor
{

namespace
{
constexpr int harmonicsDrawn = 64;

std::vector<float> waveOf (const synth::Wavetable& table, int frame, int points)
{
    std::vector<float> wave (static_cast<std::size_t> (points));

    for (int i = 0; i < points; ++i)
    {
        const std::complex<float> step = std::polar (1.0f, 2 * std::numbers::pi_v<float> * static_cast<float> (i) / static_cast<float> (points - 1));
        std::complex<float> turned { 1, 0 };
        auto sum = 0.0f;

        for (int h = 1; h <= harmonicsDrawn; ++h)
        {
            turned *= step;
            sum += table.lengths (frame)[h] * (table.cosines (frame)[h] * turned.real() - table.sines (frame)[h] * turned.imag());
        }

        wave[static_cast<std::size_t> (i)] = sum;
    }

    return wave;
}
} // namespace

WaveSheet waveSheetOf (const WavetableSpec& spec, int rows, int points)
{
    const auto table = synth::makeWavetable (spec);
    const auto count = std::clamp (rows, 1, table->frames());
    WaveSheet sheet;
    auto loudest = 1.0e-9f;

    for (int i = 0; i < count; ++i)
    {
        sheet.rows.push_back (waveOf (*table, count > 1 ? i * (table->frames() - 1) / (count - 1) : 0, points));

        for (const auto value : sheet.rows.back())
            loudest = std::max (loudest, std::abs (value));
    }

    for (auto& row : sheet.rows)
        for (auto& value : row)
            value /= loudest;

    return sheet;
}

std::vector<float> waveAt (const WaveSheet& sheet, float frame)
{
    if (sheet.rows.empty())
        return {};

    const auto place = std::clamp (frame / static_cast<float> (patch::lastPosition), 0.0f, 1.0f) * static_cast<float> (sheet.rows.size() - 1);
    const auto below = static_cast<std::size_t> (place), above = std::min (below + 1, sheet.rows.size() - 1);
    const auto t = place - static_cast<float> (below);
    auto wave = sheet.rows[below];

    for (std::size_t i = 0; i < wave.size(); ++i)
        wave[i] += t * (sheet.rows[above][i] - wave[i]);

    return wave;
}

std::vector<float> lineHeights (const PatchLine& line, int points)
{
    const synth::CurveTable table (line);
    std::vector<float> heights (static_cast<std::size_t> (points));

    for (int i = 0; i < points; ++i)
        heights[static_cast<std::size_t> (i)] = table.at (synth::Lanes (static_cast<float> (i) / static_cast<float> (points - 1)))[0];

    return heights;
}

struct FilterPicture::Bench
{
    synth::VoiceFilter filter;
    synth::Buffer in, out;
};

FilterPicture::FilterPicture() : bench (std::make_unique<Bench>()) {}

FilterPicture::~FilterPicture() = default;

namespace
{
synth::FilterControls controlsOf (const ControlValues& values, int number)
{
    const auto at = [&] (Control first) {
        const synth::Lanes value (values[member (first, number)]);
        return synth::Ramp { value, value };
    };
    synth::FilterControls controls;
    controls.isOn = true;
    controls.model = values.choice (member (Control::filter_1_model, number));
    controls.style = values.choice (member (Control::filter_1_style, number));
    controls.cutoff = at (Control::filter_1_cutoff);
    controls.resonance = at (Control::filter_1_resonance);
    controls.drive = at (Control::filter_1_drive);
    controls.blend = at (Control::filter_1_blend);
    controls.blendTranspose = at (Control::filter_1_blend_transpose);
    controls.mix = at (Control::filter_1_mix);
    controls.keytrack = at (Control::filter_1_keytrack);
    controls.formantX = at (Control::filter_1_formant_x);
    controls.formantY = at (Control::filter_1_formant_y);
    controls.formantTranspose = at (Control::filter_1_formant_transpose);
    controls.formantResonance = at (Control::filter_1_formant_resonance);
    controls.formantSpread = at (Control::filter_1_formant_spread);
    return controls;
}

/** Decibels at a frequency as a share of the sample rate. */
float levelAt (const std::vector<float>& answer, float share, float click)
{
    const auto step = std::polar (1.0, -2 * std::numbers::pi * static_cast<double> (share));
    std::complex<double> turned { 1, 0 }, sum;

    for (const auto sample : answer)
    {
        sum += static_cast<double> (sample) * turned;
        turned *= step;
    }

    return static_cast<float> (20 * std::log10 (std::abs (sum) / static_cast<double> (click) + 1.0e-6));
}
} // namespace

std::vector<float> FilterPicture::response (const ControlValues& values, int number, int points)
{
    constexpr int turns = 16; // 2,048 frames: 23 ms
    constexpr float click = 0.01f, lowest = -36, highest = 24;
    constexpr double rate = 88'200;
    const auto controls = controlsOf (values, number);
    std::vector<float> answer;
    bench->in.clear (synth::maxFrames);

    // Before the click a turn of silence: what walks has arrived by then.
    for (int i = -1; i < turns; ++i)
    {
        synth::Turn turn {}; // its masks have no values of their own
        turn.isActive = { dsp::Integers<8> {} - 1 };

        if (i < 0)
            turn.hasStarted = turn.isActive;

        bench->in[0] = synth::Lanes (i == 0 ? click : 0.0f);
        bench->filter.process (turn, controls, bench->in, bench->out);

        for (int frame = 0; i >= 0 && frame < turn.frames; ++frame)
            answer.push_back (bench->out[frame][0]);
    }

    // What still rings at the end fades out, or its edge would be drawn as ripples.
    for (std::size_t i = answer.size() / 2; i < answer.size(); ++i)
        answer[i] *= 0.5f - 0.5f * std::cos (2 * std::numbers::pi_v<float> * static_cast<float> (i) / static_cast<float> (answer.size()));

    std::vector<float> heights;

    for (int i = 0; i < points; ++i)
    {
        const auto hertz = 20 * std::pow (1'000.0f, static_cast<float> (i) / static_cast<float> (points - 1));
        const auto level = levelAt (answer, hertz / static_cast<float> (rate), click);
        heights.push_back (std::clamp ((level - lowest) / (highest - lowest), 0.0f, 1.0f));
    }

    return heights;
}

} // namespace athanor
