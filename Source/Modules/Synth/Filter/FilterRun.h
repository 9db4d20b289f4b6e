// SPDX-License-Identifier: GPL-3.0-or-later
// What all models of the voice filter share: their settings, how the cutoff moves through a turn, and the loop over its frames.
#pragma once

#include "Modules/Synth/Filter/FilterParts.h"
#include "Modules/Synth/Filter/VoiceFilter.h"

#include <algorithm>

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

/** A coefficient for each frame of a turn; one only, where it does not move. */
class Track
{
public:
    /** How a track is filled: exact in each frame where a modulator moves at audio rate, else in every eighth. */
    enum class Motion { still,
                        straight,
                        free };

    /** @param valueAt  The coefficient at a frame; -1 is the end of the turn before. */
    template <typename ValueAt>
    void fill (Motion motion, int frames, ValueAt valueAt) noexcept
    {
        isStill = motion == Motion::still;

        if (isStill)
            values[0] = valueAt (frames - 1);
        else if (motion == Motion::free)
            for (int i = 0; i < frames; ++i)
                values[static_cast<std::size_t> (i)] = valueAt (i);
        else
            fillStraight (frames, valueAt);
    }

    Lanes operator[] (int frame) const noexcept { return values[static_cast<std::size_t> (isStill ? 0 : frame)]; }

private:
    template <typename ValueAt>
    void fillStraight (int frames, ValueAt valueAt) noexcept
    {
        auto before = valueAt (-1);

        for (int begin = 0; begin < frames; begin += 8)
        {
            const auto after = valueAt (begin + 7);

            for (int i = 0; i < 8; ++i)
                values[static_cast<std::size_t> (begin + i)] = dsp::mix (before, after, Lanes (0.125f * static_cast<float> (i + 1)));

            before = after;
        }
    }

    bool isStill = true;
    alignas (64) std::array<Lanes, maxFrames> values;
};

/** A control within a turn; voices that begin are at its end at once. */
class Glide
{
public:
    Glide (const Turn& turn, const Ramp& ramp) noexcept : from (dsp::select (turn.hasStarted, ramp.to, ramp.from)), to (ramp.to), each (ramp.frames), perFrame (1.0f / static_cast<float> (turn.frames)) {}

    /** -1 is the end of the turn before. */
    Lanes at (int frame) const noexcept
    {
        return each != nullptr ? each[frame < 0 ? 0 : frame] : dsp::mix (from, to, Lanes (static_cast<float> (frame + 1) * perFrame));
    }

    Track::Motion motion() const noexcept
    {
        if (each != nullptr)
            return Track::Motion::free;

        return isSame (from, to) ? Track::Motion::still : Track::Motion::straight;
    }

private:
    Lanes from, to;
    const Lanes* each;
    float perFrame;
};

/** The cutoff through a turn, as MIDI notes and as the coefficient that a model derives from it. */
class Cutoff
{
public:
    Cutoff (const Turn& turn, const Ramp& pitch, const Ramp& keys) noexcept
        : cutoff (turn, pitch), key (turn, keys), frames (turn.frames), rate (turn.sampleRate) {}

    /** `coefficientOf` takes shares of the sample rate, at most one. */
    template <typename CoefficientOf>
    void design (CoefficientOf coefficientOf) noexcept
    {
        track.fill (motion(), frames, [&] (int frame) { return coefficientOf (dsp::min (pitchToShare (pitchAt (frame), rate), Lanes (1.0f))); });
    }

    Track::Motion motion() const noexcept { return std::max (cutoff.motion(), key.motion()); }

    bool isSteady() const noexcept { return motion() == Track::Motion::still; }

    Lanes operator[] (int frame) const noexcept { return track[frame]; }

    /** In MIDI notes; -1 is the end of the turn before. */
    Lanes pitchAt (int frame) const noexcept { return dsp::clamp (cutoff.at (frame) + key.at (frame), Lanes (-200.0f), Lanes (300.0f)); }

private:
    Glide cutoff, key;
    int frames;
    double rate;
    Track track;
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
