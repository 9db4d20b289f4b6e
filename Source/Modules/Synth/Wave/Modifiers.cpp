// SPDX-License-Identifier: GPL-3.0-or-later
// What changes waves: Phase Shift, Wave Window, Frequency Filter, Slew Limiter, Wave Folder and Wave Warp.
#include "Modules/Synth/Wave/Cook.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace athanor::synth
{

namespace
{
constexpr int size = Wavetable::size;

/** From 0 to 1 along a bend, and mirrored below 0. */
dsp::Voices bent (dsp::Voices x, float power)
{
    if (std::abs (power) < 0.01f)
        return x;

    power = std::clamp (power, -80.0f, 80.0f);
    return dsp::copySign ((dsp::exp (power * abs (x)) - 1.0f) / (dsp::exp (power) - 1), x);
}

float bent (float x, float power) { return bent (dsp::Voices (x), power)[0]; }

/** `change` takes eight samples and gives eight. */
template <typename Change>
void forSamples (WaveFrame::Samples& samples, Change change)
{
    for (std::size_t i = 0; i < samples.size(); i += 8)
        storeLanes (change (loadLanes (samples.data() + i)), samples.data() + i);
}

/** Changes what the components before it made. */
class Modifier : public Cook
{
public:
    using Cook::Cook;

    void cook (int position, WaveFrame& frame) final { change (find (position), frame); }

    virtual void change (const Between& place, WaveFrame&) = 0;
};

class PhaseShift final : public Modifier
{
public:
    using Modifier::Modifier;

    void change (const Between& place, WaveFrame& frame) override
    {
        enum { delay,
               mirroredDelay,
               angle,
               mirroredAngle,
               clear };

        const auto turns = std::clamp (number (place, "phase", 0), -1e4f, 1e4f) * static_cast<float> (0.5 / std::numbers::pi);
        const auto mix = std::clamp (number (place, "mix", 1), -10.0f, 10.0f);
        const auto style = static_cast<int> (number ("style", 0));
        auto& spectrum = frame.editSpectrum();

        for (std::size_t i = 0; i < spectrum.size(); ++i)
        {
            if (style == clear)
            {
                spectrum[i] = std::abs (spectrum[i]);
                continue;
            }

            const bool isDelay = style == delay || style == mirroredDelay;
            const bool isMirrored = (style == mirroredDelay || style == mirroredAngle) && i % 2 == 1;
            const auto turn = (isMirrored ? turns : -turns) * (isDelay ? static_cast<float> (i) : 1.0f);
            const auto turned = spectrum[i] * std::complex<float> (dsp::cosine (turn), dsp::sine (turn));
            spectrum[i] = mix * turned + (1 - mix) * spectrum[i];
        }
    }
};

class WaveWindow final : public Modifier
{
public:
    using Modifier::Modifier;

    void change (const Between& place, WaveFrame& frame) override
    {
        const auto left = number (place, "left_position", 0.25f), right = number (place, "right_position", 0.75f);
        const auto style = static_cast<int> (number ("window_shape", 0));
        const dsp::Voices one (1.0f);
        dsp::Voices place8 { dsp::Voices::Floats { 0, 1, 2, 3, 4, 5, 6, 7 } };

        forSamples (frame.editSamples(), [&] (dsp::Voices x) {
            const auto t = place8 * (1.0f / (size - 1));
            place8 += dsp::Voices (8.0f);
            const auto rising = select (t < left, shape (style, t / dsp::Voices (left)), one);
            return x * rising * select (t > right, shape (style, (1.0f - t) / dsp::Voices (1 - right)), one);
        });
    }

private:
    static dsp::Voices shape (int style, dsp::Voices t)
    {
        switch (style)
        {
            case 0:
                return 0.5f - 0.5f * dsp::cosine (t * 0.5f);
            case 1:
                return dsp::sine (t * 0.25f);
            case 3:
                return select (t < 1.0f, dsp::Voices (0.0f), dsp::Voices (1.0f));
            case 4:
                return t * dsp::cosine (t * 0.75f + 0.25f);
            default:
                return t;
        }
    }
};

class FrequencyFilter final : public Modifier
{
public:
    using Modifier::Modifier;

    void change (const Between& place, WaveFrame& frame) override
    {
        const auto cutoff = std::exp2 (std::clamp (number (place, "cutoff", 4), -20.0f, 20.0f));
        const auto curve = std::clamp (number (place, "shape", 0.5f), 0.0f, 1.0f);
        const auto style = static_cast<int> (number ("style", 0));
        auto& spectrum = frame.editSpectrum();

        for (std::size_t i = 0; i < spectrum.size(); ++i)
            spectrum[i] *= gainOf (style, static_cast<float> (i), cutoff, curve);

        if (number ("normalize", 1) < 0.5f)
            return;

        const auto scale = 1 / std::max (loudestOf (frame.samples()), 1e-7f);
        forSamples (frame.editSamples(), [&] (dsp::Voices x) { return x * scale; });
    }

private:
    static float gainOf (int style, float harmonic, float cutoff, float curve)
    {
        enum { low,
               band,
               high,
               comb };

        const auto slope = 1 / (1 + curve * curve * 127);
        const auto above = slope * (harmonic - cutoff);

        switch (style)
        {
            case low:
                return std::clamp (1 - above, 0.0f, 1.0f);
            case band:
                return std::clamp (1 - std::abs (above), 0.0f, 1.0f);
            case high:
                return std::clamp (1 + above, 0.0f, 1.0f);

            case comb:
            {
                const auto place = harmonic / (2 * cutoff);
                return 2 * bent (1 - std::abs (2 * (place - std::floor (place)) - 1), -9 + 18 * curve);
            }

            default:
                return 0;
        }
    }
};

/** Goes round twice, so that the end of the period leads to its beginning. */
class SlewLimiter final : public Modifier
{
public:
    using Modifier::Modifier;

    void change (const Between& place, WaveFrame& frame) override
    {
        const auto stepOf = [] (float runPerRise) { return (2.0f / size) / std::max (runPerRise, 1.0f / size); };
        const auto up = stepOf (number (place, "up_run_rise", 0)), down = stepOf (number (place, "down_run_rise", 0));
        auto& samples = frame.editSamples();
        auto value = samples[0];

        for (std::size_t i = 1; i < 2 * samples.size(); ++i)
        {
            auto& sample = samples[i % samples.size()];
            value += std::clamp (sample - value, -down, up);

            // From where the second round meets the first one, nothing changes any more.
            if (i > samples.size() && std::abs (value - sample) <= 1e-7f * std::abs (sample))
                break;

            sample = value;
        }
    }
};

class WaveFolder final : public Modifier
{
public:
    using Modifier::Modifier;

    void change (const Between& place, WaveFrame& frame) override
    {
        const auto boost = std::clamp (number (place, "fold_boost", 1), -1e3f, 1e3f);
        const auto most = std::max (1.0f, loudestOf (frame.samples()));

        forSamples (frame.editSamples(), [&] (dsp::Voices x) {
            x = clamp (x * (1 / most), dsp::Voices (-1.0f), dsp::Voices (1.0f));
            const auto turns = dsp::angleOf (abs (x) / max (dsp::sqrt (1.0f - x * x), dsp::Voices (1e-12f)));
            return dsp::sine (most * boost * dsp::copySign (turns, x));
        });
    }
};

class WaveWarp final : public Modifier
{
public:
    using Modifier::Modifier;

    void change (const Between& place, WaveFrame& frame) override
    {
        const auto power = number (place, "vertical_power", 0);
        const bool isOneSided = number ("vertical_asymmetric", 0) >= 0.5f;
        aim (number (place, "horizontal_power", 0));
        auto& samples = frame.editSamples();
        const auto before = samples;

        for (std::size_t i = 0; i < samples.size(); ++i)
        {
            const auto index = std::min (static_cast<std::size_t> (std::max (aims[i], 0.0f)), samples.size() - 2);
            samples[i] = before[index] + (aims[i] - static_cast<float> (index)) * (before[index + 1] - before[index]);
        }

        forSamples (samples, [&] (dsp::Voices x) {
            x = clamp (x, dsp::Voices (-1.0f), dsp::Voices (1.0f));
            return isOneSided ? 2.0f * bent (0.5f * x + 0.5f, power) - 1.0f : bent (x, power);
        });
    }

private:
    /** Where each sample is fetched from. */
    void aim (float power)
    {
        if (power == aimedPower)
            return;

        aimedPower = power;
        const bool isOneSided = number ("horizontal_asymmetric", 0) >= 0.5f;

        for (int i = 0; i < size; ++i)
        {
            const auto t = static_cast<float> (i) / (size - 1);
            const auto warped = isOneSided ? bent (t, power) : 0.5f * bent (2 * t - 1, power) + 0.5f;
            aims[static_cast<std::size_t> (i)] = (size - 1) * warped;
        }
    }

    WaveFrame::Samples aims {};
    float aimedPower = -1e9f;
};

template <typename Modifier>
std::unique_ptr<Cook> make (const WaveComponent& component)
{
    return std::make_unique<Modifier> (component);
}
} // namespace

std::unique_ptr<Cook> makeModifier (const WaveComponent& component)
{
    struct Kind
    {
        const char* name;
        std::unique_ptr<Cook> (*make) (const WaveComponent&);
    };

    constexpr Kind kinds[] { { "Phase Shift", make<PhaseShift> }, { "Wave Window", make<WaveWindow> }, { "Frequency Filter", make<FrequencyFilter> }, { "Slew Limiter", make<SlewLimiter> }, { "Wave Folder", make<WaveFolder> }, { "Wave Warp", make<WaveWarp> } };

    for (const auto& kind : kinds)
        if (component.type == kind.name)
            return kind.make (component);

    return nullptr;
}

} // namespace athanor::synth
