// SPDX-License-Identifier: GPL-3.0-or-later
#include "App/Portrait.h"

#include "Dsp/Fft/Fft.h"
#include "Modules/ModuleBench.h"

#include <algorithm>
#include <cmath>
#include <complex>
#include <numbers>

namespace athanor
{

namespace
{
using Kind = Portrait::Kind;

constexpr int columns = 128;
constexpr float soft = 0.01f; ///< A click that leaves a filter's drive alone.

Kind kindFor (const Module::About& about)
{
    const auto is = [&] (auto... ids) { return ((about.id == ids) || ...); };

    if (about.group == "Filters" || is ("effect.eq", "effect.chorus", "effect.flanger", "effect.phaser"))
        return Kind::response;

    if (is ("env.adsr", "env.ahdsr", "env.multi", "env.decay") || about.group == "Modulators")
        return Kind::motion;

    if (is ("source.zones", "source.sampler", "source.granular")) // without a recording there is nothing to see
        return Kind::none;

    if (about.group == "Sources" || is ("effect.distortion", "effect.bitcrush", "effect.ringmod"))
        return Kind::wave;

    if (is ("effect.compressor", "effect.limiter", "effect.gate"))
        return Kind::levels;

    return is ("effect.delay", "effect.reverb") ? Kind::echoes : Kind::none;
}

/** The rates are just high enough for what is drawn: a second of an envelope has a pixel for each of a few dozen frames. */
double rateFor (const Module::About& about, Kind kind)
{
    if (kind == Kind::motion)
        return about.group == "Modulators" ? 2'000 : 6'000;

    return kind == Kind::levels || kind == Kind::echoes ? 12'000 : 48'000;
}

float between (float value, float low, float high)
{
    return std::isfinite (value) ? std::clamp ((value - low) / (high - low), 0.0f, 1.0f) : 0.0f;
}

float decibels (float gain) { return 20 * std::log10 (std::max (gain, 1e-6f)); }

/** As many frames as there are columns. */
std::vector<float> inColumns (const std::vector<float>& frames)
{
    std::vector<float> heights;

    for (std::size_t i = 0; i < std::size_t (columns); ++i)
        heights.push_back (frames[i * (frames.size() - 1) / (columns - 1)]);

    return heights;
}

template <typename S>
class Sitting
{
public:
    Sitting (const ModuleType& type, Kind k, const KnobReader& read) : kind (k), bench (type, rateFor (*type.about, k))
    {
        for (const auto* port : bench.module->ports())
            if (port->kind == Port::Kind::knob)
                bench.hold (bench.knob (*port), read (static_cast<const Knob&> (*port)));
            else if (port->kind == Port::Kind::input)
                notice (static_cast<const Input&> (*port));
            else if (port->kind == Port::Kind::output && output == nullptr)
                output = &bench.output (*port);
    }

    Portrait take()
    {
        if (output == nullptr || (sound == nullptr && needsSound()))
            return {};

        switch (kind)
        {
            case Kind::response:
                return response();
            case Kind::motion:
                return gate != nullptr || bench.type.about->group == "Envelopes" ? envelope() : movement();
            case Kind::wave:
                return wave();
            case Kind::levels:
                return levels();
            case Kind::echoes:
                return echoes();
            case Kind::none:
                break;
        }

        return {};
    }

private:
    void notice (const Input& port)
    {
        auto& signal = bench.input (port);

        if (port.normal == Normal::gate)
            gate = &signal;
        else if (port.normal == Normal::trigger)
            trigger = &signal;
        else if (port.normal == Normal::pitch)
            bench.hold (signal, 45);
        else if (port.normal == Normal::velocity || port.normal == Normal::volume)
            bench.hold (signal, 1);
        else if (port.id == "in")
            sound = &signal;
    }

    bool needsSound() const
    {
        return kind == Kind::response || kind == Kind::levels || kind == Kind::echoes || (kind == Kind::wave && bench.type.about->group == "Effects");
    }

    static float loudestOf (S frame) { return std::max (std::abs (frame[0]), std::abs (frame[1])); }

    /** Runs on, adding what comes out. */
    void record (std::vector<float>& into, int quanta)
    {
        for (int i = 0; i < quanta; ++i)
        {
            bench.run();

            for (int frame = 0; frame < quantum; ++frame)
                into.push_back (isEitherSide ? loudestOf ((*output)[frame]) : (*output)[frame][0]);
        }
    }

    /** The first quantum of a note. */
    void strike (std::vector<float>& into)
    {
        if (gate != nullptr)
            bench.hold (*gate, 1);

        if (trigger != nullptr)
        {
            trigger->frames.fill (S (0.0f));
            (*trigger)[0] = S (1.0f);
            trigger->steady = trigger->silent = false;
        }

        record (into, 1);

        if (trigger != nullptr)
            bench.hold (*trigger, 0);
    }

    void click (std::vector<float>& into, float height)
    {
        sound->frames.fill (S (0.0f));
        (*sound)[0] = S (height);
        sound->steady = sound->silent = false;
        record (into, 1);
        bench.hold (*sound, 0);
    }

    Portrait response()
    {
        constexpr int size = 8'192;
        std::vector<float> heard;
        click (heard, soft);
        record (heard, size / quantum - 1);

        dsp::Fft fft (size);
        std::vector<std::complex<float>> spectrum (static_cast<std::size_t> (fft.bins()));
        fft.forward (heard, spectrum);
        Portrait portrait { kind, {}, between (0, -36, 24), 0 };

        for (int i = 0; i < columns; ++i)
        {
            const auto hertz = 20 * std::pow (1'000.0f, static_cast<float> (i) / (columns - 1));
            const auto bin = hertz * size / static_cast<float> (bench.moment.sampleRate);
            const auto below = static_cast<std::size_t> (bin);
            const auto gain = std::lerp (std::abs (spectrum[below]), std::abs (spectrum[below + 1]), bin - std::floor (bin)) / soft;
            portrait.heights.push_back (between (decibels (gain), -36, 24));
        }

        return portrait;
    }

    int quantaIn (double seconds) const { return std::max (1, static_cast<int> (seconds * bench.moment.sampleRate / quantum)); }

    /** Runs on until nothing moves any more, for no longer than eight seconds. */
    void recordUntilStill (std::vector<float>& into)
    {
        const auto patience = quantaIn (0.1);

        for (int i = 0, still = 0; i < quantaIn (8) && still < patience; ++i)
        {
            const auto earlier = into.back();
            record (into, 1);
            still = std::abs (into.back() - earlier) < 0.001f ? still + 1 : 0;
        }
    }

    /** A key is held until nothing moves, and then let go. */
    Portrait envelope()
    {
        std::vector<float> heard;
        strike (heard);
        recordUntilStill (heard);

        if (heard.back() > 0.01f && gate != nullptr)
        {
            record (heard, static_cast<int> (heard.size()) / quantum / 4);
            bench.hold (*gate, 0);
            record (heard, 1);
            recordUntilStill (heard);
        }

        const auto highest = std::max (1.0f, *std::ranges::max_element (heard));
        return over (heard, 0, highest);
    }

    /** As long a time as it takes to see it turn a few times. */
    Portrait movement()
    {
        std::vector<float> heard;
        strike (heard);

        for (const auto seconds : { 0.25, 1.0, 4.0, 16.0 })
        {
            record (heard, quantaIn (seconds) - static_cast<int> (heard.size()) / quantum);

            if (turnsOf (heard) >= 3)
                break;
        }

        return over (heard, *std::ranges::min_element (heard) < -0.001f ? -1 : 0, 1);
    }

    static int turnsOf (const std::vector<float>& frames)
    {
        int turns = 0;
        float way = 0;

        for (std::size_t i = 1; i < frames.size(); ++i)
            if (const auto step = frames[i] - frames[i - 1]; std::abs (step) > 1e-5f)
            {
                turns += step * way < 0;
                way = step;
            }

        return turns;
    }

    Portrait over (const std::vector<float>& heard, float low, float high) const
    {
        Portrait portrait { kind, inColumns (heard), between (0, low, high), static_cast<float> (static_cast<double> (heard.size()) / bench.moment.sampleRate) };

        for (auto& height : portrait.heights)
            height = between (height, low, high);

        return portrait;
    }

    /** One quantum of a sine goes in. */
    void sing (float amplitude, double hertz)
    {
        for (int frame = 0; frame < quantum; ++frame, sung += 1)
            (*sound)[frame] = S (amplitude * static_cast<float> (std::sin (2 * std::numbers::pi * hertz * sung / bench.moment.sampleRate)));

        sound->steady = sound->silent = false;
    }

    Portrait wave()
    {
        constexpr double hertz = 110;
        const auto turn = static_cast<std::size_t> (bench.moment.sampleRate / hertz);
        std::vector<float> heard;
        strike (heard);

        while (heard.size() < 12 * turn)
        {
            if (needsSound())
                sing (0.7f, hertz);

            record (heard, 1);
        }

        const std::vector<float> shown (heard.end() - static_cast<std::ptrdiff_t> (2 * turn), heard.end());
        float peak = 0;

        for (const auto frame : shown)
            peak = std::max (peak, std::abs (frame));

        return peak > 0.001f ? over (shown, -1.1f * peak, 1.1f * peak) : Portrait {};
    }

    /** Each level is sung for a moment; its end is measured. */
    Portrait levels()
    {
        Portrait portrait { kind, {}, 0, 0 };
        const auto quanta = quantaIn (0.08);

        for (int level = -60; level <= 0; level += 2)
        {
            double power = 0;
            std::vector<float> heard;

            for (int i = 0; i < quanta; ++i)
            {
                sing (std::pow (10.0f, static_cast<float> (level) / 20), 500);
                record (heard, 1);
            }

            const auto measured = heard.size() / 3;

            for (auto i = heard.size() - measured; i < heard.size(); ++i)
                power += static_cast<double> (heard[i]) * heard[i];

            portrait.heights.push_back (between (decibels (static_cast<float> (std::sqrt (2 * power / static_cast<double> (measured)))), -60, 0));
        }

        return portrait;
    }

    Portrait echoes()
    {
        constexpr double seconds = 2;
        isEitherSide = true;
        std::vector<float> heard;
        click (heard, 1);
        record (heard, quantaIn (seconds));
        Portrait portrait { kind, {}, 0, seconds };

        for (std::size_t i = 0; i < std::size_t (columns); ++i)
        {
            float peak = 0;

            for (auto at = i * heard.size() / columns; at < (i + 1) * heard.size() / columns; ++at)
                peak = std::max (peak, heard[at]);

            portrait.heights.push_back (between (decibels (peak), -60, 0));
        }

        return portrait;
    }

    const Kind kind;
    ModuleBench<S> bench;
    Signal<S>* gate = nullptr;
    Signal<S>* trigger = nullptr;
    Signal<S>* sound = nullptr;
    Signal<S>* output = nullptr;
    double sung = 0;           ///< Frames.
    bool isEitherSide = false; ///< Records the louder of both channels instead of the left one.
};
} // namespace

bool hasPortrait (const Module::About& about) { return kindFor (about) != Kind::none; }

Portrait portraitOf (const ModuleType& type, const KnobReader& read)
{
    const auto kind = kindFor (*type.about);

    if (kind == Kind::none)
        return {};

    if (type.makeForStereo != nullptr)
        return Sitting<dsp::Stereo> (type, kind, read).take();

    return type.makeForVoices != nullptr ? Sitting<dsp::Voices> (type, kind, read).take() : Portrait {};
}

} // namespace athanor
