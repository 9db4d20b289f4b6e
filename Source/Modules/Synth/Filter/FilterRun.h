// SPDX-License-Identifier: GPL-3.0-or-later
// What all models of the voice filter share: their settings, how the cutoff moves through a turn, and the loop over its frames.
#pragma once

#include "Modules/Synth/Filter/FilterParts.h"
#include "Modules/Synth/Filter/VoiceFilter.h"

namespace athanor::synth
{

/** The controls as the models want them, at the end of the turn. */
struct FilterSettings
{
    explicit FilterSettings (const FilterControls&) noexcept;

    int style;
    Lanes resonance;  ///< 0 to 1
    Lanes drive;      ///< A gain, from 1.
    Lanes driveShare; ///< 0 to 1, of 36 dB.
    Lanes blend;      ///< -1 low, 0 band, 1 high
    Lanes transpose;  ///< Semitones.
};

/** How much low, band and high pass comes out of a style, and what that does to the drive. */
struct Passes
{
    Passes (int style, Lanes blend) noexcept;

    Lanes low, band, high;
    Lanes scaledDriveShare { 1.0f }; ///< How much of the drive is that which makes room for resonance.
    Lanes scaledDriveTimes { 1.0f };

    Lanes drive (Lanes full, Lanes scaled) const noexcept { return dsp::mix (full, scaled * scaledDriveTimes, scaledDriveShare); }

    static constexpr int twelveDecibels = 0, notchBlend = 2, notchSpread = 3, bandPeakNotch = 4;
};

/** The weights of a chain of two one-poles: its input, its first and its second output, for low, band and high pass. */
struct ChainWeights
{
    ChainWeights() = default;

    ChainWeights (Lanes lowPass, Lanes bandPass, Lanes highPass) noexcept : in (highPass),
                                                                            first (bandPass - highPass - highPass),
                                                                            second (lowPass - bandPass + highPass) {}

    Lanes of (Lanes x, Lanes one, Lanes two) const noexcept { return dsp::fma (second, two, dsp::fma (first, one, in * x)); }

    Lanes in, first, second;
};

/** The cutoff through a turn, as MIDI notes and as the gain that a model derives from it. */
class Cutoff
{
public:
    Cutoff (const Turn&, const Ramp& pitch, Lanes keyFrom, Lanes keyTo) noexcept;

    /** Computes the gain of each frame: `gainOf` takes shares of the sample rate, at most one.

        Where the cutoff walks in a straight line, the gain is exact at every eighth frame and walks straight between them.
    */
    template <typename GainOf>
    void design (GainOf gainOf) noexcept
    {
        const auto designed = [&] (int frame) { return gainOf (dsp::min (pitchToShare (pitchAt (frame), rate), Lanes (1.0f))); };

        if (isSteady())
        {
            gains[0] = designed (frames - 1);
            return;
        }

        if (each != nullptr)
        {
            for (int i = 0; i < frames; ++i)
                gains[static_cast<std::size_t> (i)] = designed (i);

            return;
        }

        auto before = designed (-1);

        for (int begin = 0; begin < frames; begin += 8)
        {
            const auto after = designed (begin + 7);

            for (int i = 0; i < 8; ++i)
                gains[static_cast<std::size_t> (begin + i)] = dsp::mix (before, after, Lanes (0.125f * static_cast<float> (i + 1)));

            before = after;
        }
    }

    bool isSteady() const noexcept { return isStill; }

    Lanes gain (int frame) const noexcept { return gains[static_cast<std::size_t> (isStill ? 0 : frame)]; }

    /** The cutoff as the turn begins, in MIDI notes. */
    Lanes firstPitch() const noexcept { return pitchAt (0); }

    /** In MIDI notes; -1 is the end of the turn before. */
    Lanes pitchAt (int frame) const noexcept
    {
        const auto position = Lanes (static_cast<float> (frame + 1) * perFrame);
        const auto own = each != nullptr && frame >= 0 ? each[frame] : dsp::mix (from, to, position);
        return dsp::clamp (own + dsp::mix (keyBegin, keyEnd, position), Lanes (-200.0f), Lanes (300.0f));
    }

private:
    Lanes from, to;
    const Lanes* each;
    Lanes keyBegin, keyEnd;
    int frames;
    float perFrame;
    double rate;
    bool isStill;
    alignas (64) std::array<Lanes, maxFrames> gains;
};

/** Calls tick (input, coefficients) for each frame. What derive (frame) gives is computed once where nothing moves. */
template <typename Derive, typename Tick>
inline void runFrames (int frames, bool isSteady, const Buffer& in, Buffer& out, Derive derive, Tick tick) noexcept
{
    if (isSteady)
    {
        const auto coefficients = derive (frames - 1);

        for (int i = 0; i < frames; ++i)
            out[i] = tick (in[i], coefficients);
    }
    else
    {
        for (int i = 0; i < frames; ++i)
            out[i] = tick (in[i], derive (i));
    }
}

} // namespace athanor::synth
