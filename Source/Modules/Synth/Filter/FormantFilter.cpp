// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Filter/FormantFilter.h"

namespace athanor::synth
{

namespace
{
struct Formant
{
    float decibels, resonance, pitch;
};

using Vowel = std::array<Formant, 4>;

constexpr Vowel a { { { -2, 0.66f, 75.7552343327f }, { -8, 0.75f, 84.5454706023f }, { -9, 1, 100.08500317f }, { -10, 1, 101.645729657f } } };
constexpr Vowel e { { { 0, 0.66f, 67.349957715f }, { -14, 0.75f, 92.39951181f }, { -4, 1, 99.7552343327f }, { -14, 1, 103.349957715f } } };
constexpr Vowel i { { { 0, 0.8f, 61.7825925179f }, { -15, 0.75f, 94.049554095f }, { -17, 1, 101.03821678f }, { -20, 1, 103.618371471f } } };
constexpr Vowel o { { { -2, 0.7f, 67.349957715f }, { -6, 0.75f, 79.349957715f }, { -14, 1, 99.7552343327f }, { -14, 1, 101.03821678f } } };
constexpr Vowel u { { { 0, 0.7f, 65.0382167797f }, { -20, 0.75f, 74.3695077237f }, { -17, 1, 100.408607741f }, { -14, 1, 101.645729657f } } };

/** x from left to right, y from the first row to the second. */
constexpr const Vowel* squares[2][4] { { &a, &i, &u, &o }, { &a, &o, &i, &e } };

Lanes within (const Vowel* const (&square)[4], std::size_t formant, float Formant::*what, Lanes x, Lanes y) noexcept
{
    const auto corner = [&] (std::size_t place) { return Lanes ((*square[place])[formant].*what); };
    return dsp::mix (dsp::mix (corner (0), corner (1), x), dsp::mix (corner (2), corner (3), x), y);
}

const Vowel* const (&squareOf (int style) noexcept)[4]
{
    return squares[style == 1 ? 1 : 0];
}

Lanes nearSquare (Lanes position) noexcept
{
    return dsp::clamp (position, Lanes (-1.0f), Lanes (2.0f));
}
} // namespace

void FormantFilter::reset (dsp::Mask<8> lanes) noexcept
{
    for (auto& band : bands)
        band.reset (lanes);
}

void FormantFilter::aim (const Turn& turn, const FilterControls& controls) noexcept
{
    constexpr float leastResonance = 4.0f, mostResonance = 30.0f;
    const auto& square = squareOf (controls.style);
    const auto here = nearSquare (controls.formantX.to), there = nearSquare (controls.formantY.to);
    const auto aimAt = [&] (Walk<Lanes>& walk, Lanes target) { walk.aim (target, turn.frames, turn.hasStarted); };

    for (std::size_t f = 0; f < formants; ++f)
    {
        const auto share = dsp::clamp (within (square, f, &Formant::resonance, here, there) * controls.formantResonance.to, Lanes (0.0f), Lanes (1.0f));
        const auto cubed = share * share * share;
        aimAt (damping[f], 1.0f / dsp::fma (cubed, mostResonance - leastResonance, leastResonance));
        aimAt (drive[f], 1.0f / dsp::fma (cubed, 2.0f, 1.0f));
        aimAt (level[f], dsp::decibelsToGain (dsp::clamp (within (square, f, &Formant::decibels, here, there), Lanes (-15.0f), Lanes (15.0f))));
    }

    aimAt (spread, dsp::clamp (controls.formantSpread.to, Lanes (-2.0f), Lanes (2.0f)));
}

void FormantFilter::process (const Turn& turn, const FilterControls& controls, const Buffer& in, Buffer& out) noexcept
{
    constexpr float centre = 80.0f;
    aim (turn, controls);

    const auto& square = squareOf (controls.style);
    const Glide across (turn, controls.formantX), down (turn, controls.formantY), up (turn, controls.formantTranspose);
    const auto motion = std::max ({ across.motion(), down.motion(), up.motion(), spread.isSteady() ? Track::Motion::still : Track::Motion::straight });
    std::array<Track, formants> gains;

    for (std::size_t f = 0; f < formants; ++f)
        gains[f].fill (motion, turn.frames, [&] (int frame) {
            const auto own = within (square, f, &Formant::pitch, nearSquare (across.at (frame)), nearSquare (down.at (frame)));
            const auto pitch = dsp::clamp (dsp::mix (own, Lanes (centre), spread.at (frame)) + up.at (frame), Lanes (0.0f), Lanes (300.0f));
            return svfGain (pitchToShare (pitch, turn.sampleRate) * tableSharpness);
        });

    bool isStill = motion == Track::Motion::still;

    for (std::size_t f = 0; f < formants; ++f)
        isStill = isStill && damping[f].isSteady() && drive[f].isSteady() && level[f].isSteady();

    const auto derive = [&] (int frame) {
        Coefficients made;

        for (std::size_t f = 0; f < formants; ++f)
        {
            made.shapes[f] = Svf<Lanes>::Shape::of (gains[f][frame], damping[f].at (frame));
            made.drive[f] = drive[f].at (frame);
            made.level[f] = level[f].at (frame);
        }

        return made;
    };

    auto local = bands;

    runFrames (turn.frames, isStill, in, out, derive, [&local] (Lanes sound, const Coefficients& c) {
        Lanes total (0.0f);

        for (std::size_t f = 0; f < formants; ++f)
            total = dsp::fma (roundedClip (local[f].tick (c.drive[f] * sound, c.shapes[f], { Lanes (0.0f), Lanes (1.0f), Lanes (0.0f) })), c.level[f], total);

        return total;
    });

    bands = local;
}

} // namespace athanor::synth
