// SPDX-License-Identifier: GPL-3.0-or-later
// Vital's "Audio File Source": pieces of a recording as the frames of a table.
#include "Modules/Synth/Wave/Cook.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

namespace athanor::synth
{

namespace
{
enum class Fade { blend,
                  none,
                  time,
                  harmonics };

enum class Phases { own,
                    cleared,
                    random };

class RecordingSource final : public Cook
{
public:
    explicit RecordingSource (const WaveComponent& c)
        : Cook (c),
          fade (static_cast<Fade> (std::clamp (static_cast<int> (number ("fade_style", 0)), 0, 3))),
          phases (static_cast<Phases> (std::clamp (static_cast<int> (number ("phase_style", 0)), 0, 2))),
          window (std::clamp (static_cast<double> (number ("window_size", Wavetable::size)), 1.0, 1e7))
    {
        if (component.audio != nullptr)
            for (const auto sample : *component.audio)
                samples.push_back (static_cast<float> (sample) * (1.0f / 32'767));

        if (phases != Phases::own)
            givePhases();
    }

    void cook (int position, WaveFrame& out) override
    {
        if (samples.empty())
            return out.clear();

        const auto place = find (position);
        const auto start = std::clamp (static_cast<double> (number (place, "start_position", 0)), 0.0, 1e8);

        switch (fade)
        {
            case Fade::blend:
                blend (start, std::clamp (number (place, "window_fade", 1), 0.0f, 1.0f), out);
                break;
            case Fade::none:
                cycleOf (std::floor (start / window), out);
                break;
            case Fade::time:
                mixInTime (start / window, out);
                break;
            case Fade::harmonics:
                mixHarmonics (start / window, out);
                break;
        }

        if (phases != Phases::own)
            turn (out);

        if (number ("normalize_mult", 1) >= 0.5f)
            normalise (out);
    }

    float frequencyRatio() const override { return static_cast<float> (window / Wavetable::size); }

    float sampleRate() const override { return std::clamp (number ("audio_sample_rate", 44'100), 1'000.0f, 1e6f); }

    bool isRecording() const override { return ! samples.empty(); }

private:
    /** Angles for all harmonics that take the place of their own. */
    void givePhases()
    {
        // A float would round the seed, and all angles would be others.
        const auto found = component.numbers.find ("random_seed");
        const auto seed = found != component.numbers.end() && std::abs (found->second) < 1e18 ? static_cast<std::int64_t> (found->second) : 0;
        std::mt19937 engine (static_cast<std::uint32_t> (seed));

        for (std::size_t i = 0; i < turns.size(); ++i)
            turns[i] = phases == Phases::random ? static_cast<float> (engine()) * 0x1p-32f - 0.5f : (i % 2 == 0 ? -0.25f : 0.25f);
    }

    /** The recording between its samples, by Catmull and Rom's curve; it stands still at both ends. */
    float at (double position) const
    {
        const auto last = static_cast<int> (samples.size()) - 1;
        const auto place = std::clamp (position, 0.0, static_cast<double> (last));
        const auto index = static_cast<int> (place);
        const auto t = static_cast<float> (place - index);
        const auto sample = [&] (int i) { return samples[static_cast<std::size_t> (std::clamp (i, 0, last))]; };
        const auto a = sample (index - 1), b = sample (index), c = sample (index + 1), d = sample (index + 2);
        return b + 0.5f * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
    }

    void cycleOf (double cycle, WaveFrame& out) const
    {
        auto& frame = out.editSamples();

        for (std::size_t i = 0; i < frame.size(); ++i)
            frame[i] = at (cycle * window + static_cast<double> (i) / Wavetable::size * window);
    }

    /** A window that is faded into itself, and stands where it would were the recording as long as the table. */
    void blend (double start, float share, WaveFrame& out) const
    {
        const auto ratio = window / Wavetable::size;
        const auto first = static_cast<std::size_t> (static_cast<std::int64_t> (start / ratio + window / 2 + Wavetable::size / 2) % Wavetable::size);
        auto& frame = out.editSamples();

        for (std::size_t i = 0; i < frame.size(); ++i)
            frame[(first + i) % frame.size()] = at (start + static_cast<double> (i) / Wavetable::size * window);

        const auto length = static_cast<int> (share * Wavetable::size);

        for (int i = 0; i < length; ++i)
        {
            const auto t = length > 1 ? static_cast<double> (i) / (length - 1) : 0.0;
            auto& sample = frame[(first + static_cast<std::size_t> (i)) % frame.size()];
            const auto behind = at (start + window + t * length * ratio);
            sample += static_cast<float> (0.5 + 0.5 * std::cos (std::numbers::pi * t)) * (behind - sample);
        }
    }

    void mixInTime (double cycles, WaveFrame& out)
    {
        const auto whole = std::floor (cycles);
        const auto t = static_cast<float> (cycles - whole);
        cycleOf (whole, out);
        cycleOf (whole + 1, other);
        auto& frame = out.editSamples();

        for (std::size_t i = 0; i < frame.size(); ++i)
            frame[i] += t * (other.samples()[i] - frame[i]);
    }

    void mixHarmonics (double cycles, WaveFrame& out)
    {
        const auto whole = std::floor (cycles);
        cycleOf (whole, out);
        cycleOf (whole + 1, other);
        mixByHarmonics (out, other, static_cast<float> (cycles - whole), out);
    }

    void turn (WaveFrame& out) const
    {
        PolarSpectrum polar;
        polar.take (out.spectrum());
        std::copy_n (turns.begin(), polar.turns.size(), polar.turns.begin());
        polar.give (out.editSpectrum());
    }

    void normalise (WaveFrame& out) const
    {
        auto& frame = out.editSamples();
        float most = number ("normalize_gain", 0) >= 0.5f ? 1e-7f : 1.0f;

        for (const auto sample : frame)
            most = std::max (most, std::abs (sample));

        for (auto& sample : frame)
            sample /= most;
    }

    Fade fade;
    Phases phases;
    double window; ///< In samples of the recording.
    std::vector<float> samples;
    std::array<float, Wavetable::stride> turns {};
    WaveFrame other;
};
} // namespace

std::unique_ptr<Cook> makeRecordingSource (const WaveComponent& component)
{
    if (component.type == "Audio File Source")
        return std::make_unique<RecordingSource> (component);

    return nullptr;
}

} // namespace athanor::synth
