// SPDX-License-Identifier: GPL-3.0-or-later
#include "Patch/Control.h"

#include <algorithm>
#include <cmath>

namespace athanor
{

namespace
{
using Names = std::string_view;

constexpr std::span<const Names> noChoices {};
constexpr Names offOn[] { "Off", "On" };
constexpr Names syncs[] { "Seconds", "Tempo", "Tempo Dotted", "Tempo Triplets", "Keytrack" };
constexpr Names tempos[] { "Freeze", "32/1", "16/1", "8/1", "4/1", "2/1", "1/1", "1/2", "1/4", "1/8", "1/16", "1/32", "1/64" };
constexpr Names bands[] { "Multiband", "Low Band", "High Band", "Single Band" };
constexpr Names delayStyles[] { "Mono", "Stereo", "Ping Pong", "Mid Ping Pong" };
constexpr Names filterOrders[] { "None", "Pre", "Post" };
constexpr Names shapers[] { "Soft Clip", "Hard Clip", "Linear Fold", "Sine Fold", "Bit Crush", "Down Sample" };
constexpr Names bandModes[] { "Shelf", "Notch" };
constexpr Names highModes[] { "Shelf", "Low Pass" };
constexpr Names lowModes[] { "Shelf", "High Pass" };
constexpr Names filterModels[] { "Analog", "Dirty", "Ladder", "Digital", "Diode", "Formant", "Comb", "Phaser" };
constexpr Names filterStyles[] { "12 dB", "24 dB", "Notch Blend", "Notch Spread", "B/P/N" };
constexpr Names lfoModes[] { "Trigger", "Sync", "Envelope", "Sustain Envelope", "Loop Point", "Loop Hold" };
constexpr Names destinations[] { "Filter 1", "Filter 2", "Filter 1+2", "Effects", "Direct Out" };
constexpr Names distortions[] { "None", "Sync", "Formant", "Quantize", "Bend", "Squeeze", "Pulse", "FM <- Osc A", "FM <- Osc B", "FM <- Sample", "RM <- Osc A", "RM <- Osc B", "RM <- Sample" };
constexpr Names morphs[] { "None", "Vocode", "Formant Scale", "Harmonic Stretch", "Inharmonic Stretch", "Smear", "Random Amplitudes", "Low Pass", "High Pass", "Phase Disperse", "Shepard Tone", "Spectral Time Skew" };
constexpr Names stacks[] { "Unison", "Center Drop 12", "Center Drop 24", "Octave", "2x Octave", "Power Chord", "2x Power Chord", "Major Chord", "Minor Chord", "Harmonics", "Odd Harmonics" };
constexpr Names oversamplings[] { "1x", "2x", "4x", "8x" };
constexpr Names randomStyles[] { "Perlin", "Sample & Hold", "Sine Interpolate", "Lorenz Attractor" };
constexpr Names stereoModes[] { "Spread", "Rotate" };
constexpr Names voiceOverrides[] { "Kill", "Steal" };
constexpr Names voicePriorities[] { "Newest", "Oldest", "Highest", "Lowest", "Round Robin" };

constexpr ControlInfo controls[] {
#define X(id, least, greatest, initial, scale, unit, times, plus, inverted, reach, name, choices) \
    { #id, static_cast<float> (least), static_cast<float> (greatest), static_cast<float> (initial), ControlScale::scale, unit, static_cast<float> (times), static_cast<float> (plus), inverted, Reach::reach, name, choices },
    EVERY_CONTROL (X)
#undef X
};

/** By id, for looking names up. */
const std::array<std::uint16_t, controlCount>& sortedById()
{
    static const auto sorted = [] {
        std::array<std::uint16_t, controlCount> order;

        for (std::size_t i = 0; i < order.size(); ++i)
            order[i] = static_cast<std::uint16_t> (i);

        std::ranges::sort (order, {}, [] (auto i) { return controls[i].id; });
        return order;
    }();

    return sorted;
}

float unscaled (const ControlInfo& info, float heard) noexcept
{
    switch (info.scale)
    {
        case ControlScale::quadratic:
            return std::sqrt (std::max (0.0f, heard));
        case ControlScale::quartic:
            return std::sqrt (std::sqrt (std::max (0.0f, heard)));
        case ControlScale::exponential:
            return std::log2 (std::max (1.0e-9f, heard));
        case ControlScale::squareRoot:
            return heard * heard;
        case ControlScale::indexed:
            return std::round (heard);
        case ControlScale::linear:
            break;
    }

    return heard;
}
} // namespace

const ControlInfo& infoOf (Control c) noexcept { return controls[static_cast<std::size_t> (c)]; }

std::optional<Control> controlNamed (std::string_view id) noexcept
{
    const auto& sorted = sortedById();
    const auto found = std::ranges::lower_bound (sorted, id, {}, [] (auto i) { return controls[i].id; });
    return found != sorted.end() && controls[*found].id == id ? std::optional (static_cast<Control> (*found)) : std::nullopt;
}

float scaled (Control c, float stored) noexcept
{
    const auto exp2 = [] (float x) { return std::exp2 (x); };
    const auto root = [] (float x) { return std::sqrt (std::max (0.0f, x)); };
    return scaledBy (infoOf (c).scale, stored, exp2, root);
}

float shown (Control c, float stored) noexcept
{
    const auto& info = infoOf (c);
    const auto value = info.isShownInverted ? 1.0f / scaled (c, stored) : scaled (c, stored);
    return info.shownTimes * (value + info.shownPlus);
}

float storedFromShown (Control c, float text) noexcept
{
    const auto& info = infoOf (c);
    auto value = text / info.shownTimes - info.shownPlus;

    if (info.isShownInverted)
        value = 1.0f / std::max (1.0e-9f, value);

    return std::clamp (unscaled (info, value), info.least, info.greatest);
}

ControlValues::ControlValues() noexcept
{
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = controls[i].initial;
}

} // namespace athanor
