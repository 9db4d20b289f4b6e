// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Dsp/Delay/DelayLine.h"
#include "Dsp/Filter/OnePole.h"

#include <array>

namespace athanor::dsp
{

/** The late sound of a room: sixteen delay lines that feed each other, each losing exactly what the decay time asks for.

    Jean-Marc Jot and Antoine Chaigne, "Digital delay networks for designing artificial reverberators", 1991; the lines slowly
    change their lengths, so that no tone rings: Jon Dattorro, "Effect design, part 1", 1997.
*/
class Room
{
public:
    struct Character
    {
        float seconds = 2.5f;    ///< Until the sound has fallen by 60 dB, in the middle of the spectrum.
        float size = 0.5f;       ///< 0 to 1: from a cupboard to a cathedral.
        float highs = 0.5f;      ///< The decay time of the treble, as a share of `seconds`, 0.05 to 1.
        float highsFrom = 4'000; ///< Hz.
        float lows = 1;          ///< The decay time of the bass, as a share of `seconds`, 0.2 to 2.
        float diffusion = 0.8f;  ///< 0 to 1: from single echoes to a haze.
        float motion = 0.3f;     ///< 0 to 1: how far the lines move.
        bool isFrozen = false;   ///< Goes on for ever and lets nothing in.

        bool operator== (const Character&) const = default;
    };

    /** Allocates. */
    void prepare (double sampleRate);
    void reset() noexcept;

    /** What the room is to be like from now on; lengths glide to it. To be called before each `frames` calls of `tick`. */
    void set (const Character&, int frames) noexcept;

    Stereo tick (Stereo input) noexcept;

private:
    /** Eight lines, and what each loses on its way. */
    struct Lines
    {
        DelayLine<Voices> line;
        OnePole<Voices> lows, highs;
        Voices length { 0.0f };                   ///< In frames, before motion.
        Voices distance { 0.0f }, glide { 0.0f }; ///< In frames with motion, and what a frame adds to it.
        Voices turns { 0.0f };                    ///< Of the motion.
        Voices gain { 0.0f }, lowGain { 1.0f }, highGain { 1.0f };

        Voices lose (Voices, Voices lowShape, Voices highShape) noexcept;
    };

    /** Smears a click into a cloud and leaves the colour as it is: Manfred Schroeder, "Natural sounding artificial reverberation", 1962. */
    struct Diffuser
    {
        DelayLine<Stereo> line;
        int left = 1, right = 1;

        Stereo tick (Stereo, float amount) noexcept;
    };

    void moveLines (const Character&, int frames) noexcept;
    void setLosses (const Character&) noexcept;

    float sampleRate = 48'000;
    bool isFresh = true;
    float frozen = 0; ///< Glides to 1 when the room freezes.
    std::array<Lines, 2> lines;
    std::array<Diffuser, 4> diffusers;
    Voices lowShape { 0.0f }, highShape { 0.0f };
    float diffusion = 0, entry = 0, entryGlide = 0;
};

} // namespace athanor::dsp
