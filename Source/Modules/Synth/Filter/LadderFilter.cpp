// SPDX-License-Identifier: GPL-3.0-or-later
#include "Modules/Synth/Filter/LadderFilter.h"

#include <algorithm>

namespace athanor::synth
{

namespace
{
constexpr int twentyFourDecibels = 1;

Lanes lowPart (Lanes blend) noexcept { return dsp::max (-blend, Lanes (0.0f)); }

Lanes highPart (Lanes blend) noexcept { return dsp::max (blend, Lanes (0.0f)); }

/** Of low, band and high pass of 12 dB. */
std::array<Lanes, 5> twelve (Lanes low, Lanes band, Lanes high) noexcept
{
    return { high, band - high - high, low - band + high, Lanes (0.0f), Lanes (0.0f) };
}
} // namespace

void LadderFilter::reset (dsp::Mask<8> lanes) noexcept
{
    for (auto& rung : ladder)
        rung.reset (lanes);
}

LadderFilter::Scales LadderFilter::scalesOf (const FilterSettings& settings) noexcept
{
    const Lanes one (1.0f);
    const auto blend = settings.blend;
    const auto low = lowPart (blend), high = highPart (blend);
    const auto towardsHigh = dsp::min (one + blend, one), towardsLow = dsp::min (one - blend, one);

    switch (settings.style)
    {
        case twentyFourDecibels:
        {
            const auto band = one - dsp::abs (blend);
            return { high, -4.0f * high, 6.0f * high - band, 2.0f * band - 4.0f * high, low - band + high };
        }

        case Passes::notchBlend:
        {
            const auto both = towardsHigh * towardsLow, top = towardsHigh * towardsHigh;
            return { top, -4.0f * top, 6.0f * top + 2.0f * both, -4.0f * (top + both), top + towardsLow * towardsLow + 2.0f * both };
        }

        case Passes::notchSpread:
            return { towardsHigh, -4.0f * towardsHigh, 4.0f * towardsLow + 8.0f * towardsHigh, -8.0f * (towardsLow + towardsHigh), 4.0f * (towardsLow + towardsHigh) };

        case Passes::bandPeakNotch:
        {
            const Passes passes (settings.style, blend);
            return twelve (passes.low, passes.band, passes.high);
        }

        default:
            return twelve (low, dsp::sqrt (one - blend * blend), high);
    }
}

void LadderFilter::aim (const Turn& turn, const FilterSettings& settings) noexcept
{
    constexpr float leastResonance = 0.001f, mostResonance = 4.1f, resonanceOfDrive = 5.0f, turnsPerRadian = 0.159154943f;
    const Lanes one (1.0f);
    const auto isTwelve = settings.style == Passes::twelveDecibels;
    const auto bent = isTwelve ? settings.resonance : dsp::sine (settings.resonance * 0.25f);
    const auto louder = one + (isTwelve ? settings.resonance : dsp::sine (settings.resonance * turnsPerRadian));
    const auto full = settings.drive;
    auto driven = full * dsp::mix (louder, one, highPart (settings.blend));

    if (settings.style == Passes::notchSpread)
        driven = full;
    else if (settings.style == Passes::bandPeakNotch)
        driven = dsp::mix (full, driven, dsp::min (one - settings.blend, one));

    const auto aimAt = [&] (Walk<Lanes>& walk, Lanes target) { walk.aim (target, turn.frames, turn.hasStarted); };
    aimAt (resonance, dsp::fma (bent, mostResonance - leastResonance, leastResonance) + resonanceOfDrive * settings.driveShare * settings.resonance);
    aimAt (drive, driven);
    aimAt (level, 1.0f / dsp::sqrt (dsp::fma (full - 1.0f, settings.style == twentyFourDecibels ? 0.25f : 0.5f, 1.0f)));
    const auto targets = scalesOf (settings);

    for (std::size_t i = 0; i < scales.size(); ++i)
        aimAt (scales[i], targets[i]);
}

bool LadderFilter::isSteady() const noexcept
{
    return resonance.isSteady() && drive.isSteady() && level.isSteady() && std::ranges::all_of (scales, [] (const auto& scale) { return scale.isSteady(); });
}

inline LadderFilter::Coefficients LadderFilter::derive (Lanes gain, int frame) const noexcept
{
    Coefficients made;
    made.gain = gain;
    made.resonance = resonance.at (frame);
    made.drive = drive.at (frame);
    const auto loudness = level.at (frame);

    for (std::size_t i = 0; i < scales.size(); ++i)
        made.scales[i] = scales[i].at (frame) * loudness;

    return made;
}

inline Lanes LadderFilter::tick (Lanes in, const Coefficients& c) noexcept
{
    // What the last rung is about to say, guessed from all four.
    const auto g = c.gain * 1.66f;
    const auto ahead = dsp::fma (g, dsp::fma (g, dsp::fma (g, ladder[0].ahead(), ladder[1].ahead()), ladder[2].ahead()), ladder[3].ahead());
    auto x = warmClip (dsp::fma (in, c.drive, -c.resonance * ahead));
    auto total = c.scales[0] * x;

    for (std::size_t rung = 0; rung < rungs; ++rung)
    {
        x = ladder[rung].low (x, c.gain);
        total = dsp::fma (c.scales[rung + 1], x, total);
    }

    return total;
}

void LadderFilter::process (const Turn& turn, const FilterSettings& settings, Cutoff& cutoff, const Buffer& in, Buffer& out) noexcept
{
    aim (turn, settings);
    const Lanes highest (static_cast<float> (20'000.0 / turn.sampleRate));
    cutoff.design ([highest] (Lanes share) { return onePoleGain (dsp::min (share, highest) * tableSharpness); });

    auto local = *this;
    const auto isStill = cutoff.isSteady() && isSteady();
    const auto derive = [&] (int frame) { return this->derive (cutoff[frame], frame); };
    runFrames (turn.frames, isStill, in, out, derive, [&local] (Lanes x, const Coefficients& c) { return local.tick (x, c); });
    *this = local;
}

} // namespace athanor::synth
