// SPDX-License-Identifier: GPL-3.0-or-later
// Vital's "Audio File Source": pieces of a recording as the frames of a table.
#include "Dsp/Transpose.h"
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
        if (component.audio == nullptr || component.audio->empty())
            return;

        const auto& audio = *component.audio;
        samples.resize (audio.size() + before + behind);

        for (std::size_t i = 0; i < audio.size(); ++i)
            samples[i + before] = static_cast<float> (audio[i]) * (1.0f / 32'767);

        std::fill_n (samples.begin(), before, samples[before]);
        std::fill_n (samples.end() - behind, behind, *(samples.end() - behind - 1));

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

    /** Eight places of the recording, by Catmull and Rom's curve through its samples; it stands still at both ends. */
    dsp::Voices at (double first, double step) const
    {
        const auto last = static_cast<double> (samples.size() - before - behind - 1);
        std::array<dsp::Voices, 8> rows;
        dsp::Voices t;

        for (int i = 0; i < 8; ++i)
        {
            using Four [[gnu::vector_size (16)]] = float;
            const auto place = std::clamp (first + i * step, 0.0, last);
            const auto index = static_cast<int> (place);
            Four four;
            std::memcpy (&four, samples.data() + index, sizeof four);
            rows[static_cast<std::size_t> (i)] = __builtin_shufflevector (four, four, 0, 1, 2, 3, 0, 1, 2, 3);
            t.set (i, static_cast<float> (place - index));
        }

        const auto columns = dsp::transposed (rows);
        const auto &a = columns[0], &b = columns[1], &c = columns[2], &d = columns[3];
        return b + 0.5f * t * (c - a + t * (2.0f * a - 5.0f * b + 4.0f * c - d + t * (3.0f * (b - c) + d - a)));
    }

    void cycleOf (double cycle, WaveFrame& out) const
    {
        auto& frame = out.editSamples();
        const auto step = window / Wavetable::size;

        for (std::size_t i = 0; i < frame.size(); i += 8)
            storeLanes (at (cycle * window + static_cast<double> (i) * step, step), frame.data() + i);
    }

    /** A window that is faded into itself, and stands where it would were the recording as long as the table. */
    void blend (double start, float share, WaveFrame& out)
    {
        const auto ratio = window / Wavetable::size;
        const auto first = static_cast<std::size_t> (static_cast<std::int64_t> (start / ratio + window / 2 + Wavetable::size / 2) % Wavetable::size);
        auto& frame = out.editSamples();

        for (std::size_t i = 0; i < straight.size(); i += 8)
            storeLanes (at (start + static_cast<double> (i) * ratio, ratio), straight.data() + i);

        const auto length = static_cast<int> (share * Wavetable::size);
        const auto step = length > 1 ? 1.0 / (length - 1) : 0.0;
        setFade (length, step);

        for (int i = 0; i < length; i += 8)
        {
            const auto sample = loadLanes (straight.data() + i);
            const auto next = at (start + window + i * step * length * ratio, step * length * ratio);
            storeLanes (dsp::mix (sample, next, loadLanes (fadeShares.data() + i)), straight.data() + i);
        }

        std::rotate_copy (straight.begin(), straight.end() - static_cast<std::ptrdiff_t> (first), straight.end(), frame.begin());
    }

    /** Behind its end nothing is faded. */
    void setFade (int length, double step)
    {
        if (fadeLength == length)
            return;

        fadeLength = length;
        fadeShares.fill (0);

        for (int i = 0; i < length; ++i)
            fadeShares[static_cast<std::size_t> (i)] = static_cast<float> (0.5 + 0.5 * std::cos (std::numbers::pi * step * i));
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
        const auto most = std::max (number ("normalize_gain", 0) >= 0.5f ? 1e-7f : 1.0f, loudestOf (frame));

        for (auto& sample : frame)
            sample /= most;
    }

    Fade fade;
    Phases phases;
    double window;                                       ///< In samples of the recording.
    static constexpr std::size_t before = 1, behind = 3; ///< Samples that repeat the first one and the last.
    std::vector<float> samples;
    alignas (32) WaveFrame::Samples straight {}, fadeShares {}; ///< Of blend().
    int fadeLength = -1;
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
