// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Oscillator/Morph.h"

#include "Dsp/Fast.h"
#include "Modules/Synth/Oscillator/RandomAmplitudes.h"

#include <algorithm>
#include <cmath>

namespace athanor::synth
{

namespace
{
constexpr int last = Wavetable::bins - 1;
constexpr float octaves = 11; ///< Of harmonics in a table.
constexpr float mostFrame = Wavetable::maxFrames - 1;

/** One frame of a table. */
struct Harmonics
{
    const float* lengths;
    const float* cosines;
    const float* sines;

    Harmonics (const Wavetable& table, int frame) noexcept
        : lengths (table.lengths (frame)), cosines (table.cosines (frame)), sines (table.sines (frame))
    {
    }

    std::complex<float> operator[] (int i) const noexcept { return with (i, lengths[i]); }

    std::complex<float> with (int i, float length) const noexcept { return { length * cosines[i], length * sines[i] }; }
};

std::complex<float>& at (MorphedSpectrum& spectrum, int i) noexcept { return spectrum[static_cast<std::size_t> (i)]; }

std::complex<float> between (std::complex<float> a, std::complex<float> b, float t) noexcept { return a + (b - a) * t; }

float between (float a, float b, float t) noexcept { return a + (b - a) * t; }

void copy (const Harmonics& from, int harmonics, MorphedSpectrum& out) noexcept
{
    for (int i = 0; i <= harmonics; ++i)
        at (out, i) = from[i];
}

/** Each harmonic takes the place of another; those of even numbers mix with even ones only, odd with odd. */
void scaleFormants (const Harmonics& from, int harmonics, float scale, MorphedSpectrum& out) noexcept
{
    scale = std::max (scale, 1e-3f);
    const auto end = std::min (harmonics, static_cast<int> (static_cast<float> (Wavetable::size) / (2 * scale)));
    at (out, 0) = from[0];

    for (int i = 1; i <= end; ++i)
    {
        const auto place = std::max (1.0f, static_cast<float> (i) * scale);
        auto low = static_cast<int> (place);
        low -= (i + low) % 2;
        low = std::min (low, last);
        at (out, i) = scale * between (from[low], from[low + 2], (place - static_cast<float> (low)) * 0.5f);
    }
}

/** A harmonic that falls between two whole ones is shared by them. */
void place (std::complex<float> harmonic, float where, MorphedSpectrum& out) noexcept
{
    const auto low = std::min (static_cast<int> (where), last);
    const auto share = where - static_cast<float> (low);
    at (out, low) += (1 - share) * harmonic;
    at (out, low + 1) += share * harmonic;
}

void stretchHarmonics (const Harmonics& from, int harmonics, float scale, MorphedSpectrum& out) noexcept
{
    at (out, 0) = from[0];
    const auto fitting = (static_cast<float> (harmonics) - 1) / scale + 1;
    const auto count = static_cast<int> (std::min (fitting, static_cast<float> (last)));

    for (int i = 1; i <= count; ++i)
        place (from[i], std::max (1.0f, static_cast<float> (i - 1) * scale + 1), out);
}

/** The higher, the wider: as if stiffness spread the strings of a piano. Reaches an octave above what the device can play. */
void stretchInharmonically (const Harmonics& from, int harmonics, float scale, MorphedSpectrum& out) noexcept
{
    at (out, 0) = from[0];
    const auto power = dsp::log2 (scale) / (octaves - 1);
    const auto end = static_cast<float> (std::min (2 * harmonics, last) + 1);

    for (int i = 1; i <= last; i += 8)
    {
        constexpr dsp::Voices counting { dsp::Voices::Floats { 0, 1, 2, 3, 4, 5, 6, 7 } };
        const auto number = counting + static_cast<float> (i);
        const auto places = max (dsp::exp2 (power * dsp::log2 (number)) * (number - 1.0f) + 1.0f, dsp::Voices (1.0f));

        for (int k = 0; k < 8 && i + k <= last; ++k)
        {
            if (! (places[k] < end))
                return;

            place (from[i + k], places[k], out);
        }
    }
}

/** Each harmonic borrows its length from those below it. */
void smear (const Harmonics& from, int harmonics, float amount, MorphedSpectrum& out) noexcept
{
    for (int parity = 0; parity < 2; ++parity)
    {
        auto length = from.lengths[parity] * (1 - amount);
        at (out, parity) = from.with (parity, length);

        for (int i = parity + 2; i <= harmonics; i += 2)
        {
            const auto number = static_cast<float> (i / 2);
            length = between (from.lengths[i], length, amount);
            at (out, i) = from.with (i, length);
            length *= (number + 0.25f) / number;
        }
    }
}

void scaleRandomly (const Harmonics& from, int harmonics, float stage, MorphedSpectrum& out) noexcept
{
    const auto first = std::clamp (static_cast<int> (stage), 0, RandomAmplitudes::stages - 2);
    const auto share = stage - static_cast<float> (first);

    for (int i = 0; i <= harmonics; ++i)
    {
        const auto factor = [&] (int which) {
            return (1 + stage) * std::max (1 - stage - stage * RandomAmplitudes::of (which, i), 0.0f);
        };

        const auto length = std::min (between (factor (first), factor (first + 1), share) * from.lengths[i], 1'024.0f);
        at (out, i) = from.with (i, length);
    }
}

void passLow (const Harmonics& from, int harmonics, float amount, MorphedSpectrum& out) noexcept
{
    const auto cutoff = std::min (dsp::exp2 ((octaves - 1) * amount) + 1, static_cast<float> (harmonics + 1));
    const auto whole = std::min (static_cast<int> (cutoff), harmonics + 1);
    copy (from, whole - 1, out);

    if (whole <= harmonics)
        at (out, whole) = from[whole] * (cutoff - static_cast<float> (whole));
}

void passHigh (const Harmonics& from, int harmonics, float amount, MorphedSpectrum& out) noexcept
{
    const auto cutoff = dsp::exp2 ((octaves - 1) * amount) * (static_cast<float> (Wavetable::bins + 1) / Wavetable::bins);
    const auto whole = static_cast<int> (cutoff);

    if (whole <= harmonics)
        at (out, whole) = from[whole] * (1 - (cutoff - static_cast<float> (whole)));

    for (int i = whole + 1; i <= harmonics; ++i)
        at (out, i) = from[i];
}

/** A parabola of delays with its middle at harmonic 24; the fundamental stays. */
void disperse (const Harmonics& from, int harmonics, float amount, MorphedSpectrum& out) noexcept
{
    constexpr float middle = 24, radiansToTurns = 0.159154943f;

    for (int i = 0; i <= harmonics; ++i)
    {
        const auto distance = static_cast<float> (i) - middle;
        const auto turns = (distance * distance - (middle - 1) * (middle - 1)) * amount * radiansToTurns;
        at (out, i) = from[i] * std::complex<float> (dsp::cosine (turns), dsp::sine (turns));
    }
}

float turnsOf (const Harmonics& from, int i) noexcept
{
    const auto turns = dsp::angleOf (dsp::Stereo (std::abs (from.sines[i]) / std::max (std::abs (from.cosines[i]), 1e-12f)))[0];
    const auto upper = from.cosines[i] < 0 ? 0.5f - turns : turns;
    return from.sines[i] < 0 ? -upper : upper;
}

/** Walks to the same wave an octave higher, which has even harmonics only. */
void riseByOctave (const Harmonics& from, int harmonics, float amount, MorphedSpectrum& out) noexcept
{
    for (int i = 1; i <= (harmonics | 1); i += 2)
        at (out, i) = from[i] * (1 - amount);

    for (int i = 0; i <= harmonics; i += 2)
    {
        const auto here = from.lengths[i], higher = from.lengths[i / 2];
        const auto length = between (here, higher, amount);
        const auto ratio = (here + 0.001f) / (higher + 0.001f);

        if (ratio < 2 && ratio > 0.5f)
        {
            const auto turns = between (turnsOf (from, i), turnsOf (from, i / 2), amount);
            at (out, i) = { length * dsp::cosine (turns), length * dsp::sine (turns) };
        }
        else
        {
            at (out, i) = { length * between (from.cosines[i], from.cosines[i / 2], amount),
                            length * between (from.sines[i], from.sines[i / 2], amount) };
        }
    }
}

/** The higher a harmonic, the later the frame that it comes from; at the ends of the table the way goes back. */
void skew (const Wavetable& table, int frame, int harmonics, float amount, MorphedSpectrum& out) noexcept
{
    const Harmonics own (table, frame);

    if (table.frames() < 2)
        return copy (own, harmonics | 1, out);

    at (out, 0) = own[0];
    const auto start = static_cast<float> (frame) / mostFrame;

    for (int i = 1; i <= harmonics; ++i)
    {
        const auto way = (start + amount * dsp::log2 (static_cast<float> (i)) / octaves) * 0.5f;
        const auto there = (1 - std::abs (1 - (way - std::floor (way)) * 2)) * mostFrame;
        const auto low = std::min (static_cast<int> (there), table.frames() - 2);
        const auto share = std::min (1.0f, there - static_cast<float> (low));
        const Harmonics a (table, low), b (table, low + 1);
        const auto length = between (a.lengths[i], b.lengths[i], share);
        at (out, i) = { length * between (a.cosines[i], b.cosines[i], share), length * between (a.sines[i], b.sines[i], share) };
    }
}
} // namespace

float morphAmount (Morph morph, float control) noexcept
{
    const auto powerOf = [control] (float octavesEachWay) { return dsp::exp2 ((control - 0.5f) * 2 * octavesEachWay); };

    switch (morph)
    {
        case Morph::vocode:
            return powerOf (-1);
        case Morph::formantScale:
            return powerOf (-2);
        case Morph::harmonicStretch:
            return powerOf (4);
        case Morph::inharmonicStretch:
            return powerOf (12);
        case Morph::smear:
            return 1 - (1 - control) * (1 - control) * (1 - control);
        case Morph::randomAmplitudes:
            return control * (RandomAmplitudes::stages - 1);
        case Morph::phaseDisperse:
            return (1 - control * 2) * 0.05f;
        case Morph::shepard:
            return 1 - control;
        case Morph::skew:
            return control * control * 16;
        default:
            return control;
    }
}

bool cutsByPairs (Morph morph) noexcept
{
    return morph == Morph::none || (morph >= Morph::smear && morph <= Morph::phaseDisperse);
}

void morph (Morph kind, const Wavetable& table, int frame, int harmonics, float amount, MorphedSpectrum& out) noexcept
{
    const Harmonics from (table, frame);
    out.fill (0);
    harmonics = std::clamp (cutsByPairs (kind) ? harmonics | 1 : harmonics, 0, last);

    switch (kind)
    {
        case Morph::vocode:
        case Morph::formantScale:
            return scaleFormants (from, harmonics, amount, out);
        case Morph::harmonicStretch:
            return stretchHarmonics (from, harmonics, amount, out);
        case Morph::inharmonicStretch:
            return stretchInharmonically (from, harmonics, amount, out);
        case Morph::smear:
            return smear (from, harmonics, amount, out);
        case Morph::randomAmplitudes:
            return scaleRandomly (from, harmonics, amount, out);
        case Morph::lowPass:
            return passLow (from, harmonics, amount, out);
        case Morph::highPass:
            return passHigh (from, harmonics, amount, out);
        case Morph::phaseDisperse:
            return disperse (from, harmonics, amount, out);
        case Morph::shepard:
            return riseByOctave (from, harmonics, amount, out);
        case Morph::skew:
            return skew (table, frame, harmonics, amount, out);
        default:
            return copy (from, harmonics, out);
    }
}

} // namespace athanor::synth
