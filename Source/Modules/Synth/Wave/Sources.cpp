// SPDX-License-Identifier: GPL-3.0-or-later
// Waves as they were drawn or computed: Wave Source, Line Source and Shepard Tone Source.
#include "Modules/Synth/Wave/Cook.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

namespace athanor::synth
{

namespace
{
/** A curve through two values that leans to those around them, at distances that need not be equal. */
struct SmoothWay
{
    float slopeBefore = 0, slopeAfter = 0; ///< Shares of the slopes across, at both ends.
    float t = 0;

    SmoothWay (float rangeBefore, float range, float rangeAfter, float place) : t (place)
    {
        slopeBefore = rangeBefore > 0 ? 1 / (1 + rangeBefore / range) : 0.0f;
        slopeAfter = rangeAfter > 0 ? 1 / (1 + rangeAfter / range) : 0.0f;
    }

    template <typename Number>
    Number operator() (Number before, Number from, Number to, Number after) const
    {
        const Number step = to - from;
        const Number first = (to - before) * slopeBefore, second = (after - from) * slopeAfter;
        return from + step * t + (t * (1 - t)) * ((first - step) * (1 - t) + (step - second) * t);
    }
};

/** Harmonics below this are what rounding left, and have no direction. */
constexpr float noise = 1e-3f;

/** One keyframe of a Wave Source, in all shapes that interpolation asks for; each is found once. */
struct Drawn
{
    WaveFrame frame;
    std::optional<PolarSpectrum> polar; ///< With the square roots of the lengths.

    const PolarSpectrum& roots()
    {
        if (! polar)
        {
            polar.emplace();
            polar->take (frame.spectrum());

            for (std::size_t i = 0; i < polar->lengths.size(); i += 8)
            {
                const auto length = loadLanes (polar->lengths.data() + i);
                storeLanes (select (length < noise, dsp::Voices (0.0f), dsp::sqrt (length)), polar->lengths.data() + i);
            }
        }

        return *polar;
    }
};

dsp::Voices shorterWay (dsp::Voices turns) { return turns - dsp::round (turns); }

/** The first and the last harmonic are numbers without a direction. */
void mixEnds (WaveFrame::Spectrum& out, const WaveFrame::Spectrum& from, const WaveFrame::Spectrum& to, float t)
{
    for (const std::size_t i : { std::size_t { 0 }, out.size() - 1 })
        out[i] = from[i].real() + t * (to[i].real() - from[i].real());
}

void mixPolar (Drawn& from, Drawn& to, float t, WaveFrame& out)
{
    const auto &a = from.roots(), &b = to.roots();
    PolarSpectrum mixed;

    for (std::size_t i = 0; i < mixed.lengths.size(); i += 8)
    {
        const auto first = loadLanes (a.lengths.data() + i), second = loadLanes (b.lengths.data() + i);
        const auto turn = loadLanes (a.turns.data() + i), next = loadLanes (b.turns.data() + i);
        const auto root = dsp::mix (first, second, dsp::Voices (t));
        const auto way = turn + select (second > 0.0f, t * shorterWay (next - turn), dsp::Voices (0.0f));
        storeLanes (root * root, mixed.lengths.data() + i);
        storeLanes (select (first <= 0.0f, next, way), mixed.turns.data() + i);
    }

    auto& spectrum = out.editSpectrum();
    mixed.give (spectrum);
    mixEnds (spectrum, from.frame.spectrum(), to.frame.spectrum(), t);
}

/** Vital's "Wave Source": waves of 2,048 samples, mixed in time or by harmonics. */
class WaveSource final : public Cook
{
public:
    explicit WaveSource (const WaveComponent& c) : Cook (c), byHarmonics (number ("interpolation", 1) >= 0.5f)
    {
        drawn.resize (keyframes.size());
    }

    void cook (int position, WaveFrame& out) override
    {
        const auto place = find (position);

        if (place.from == place.to)
            out = at (place.from).frame;
        else if (! place.isSmooth)
            mix (place, out);
        else
            curve (place, out);
    }

private:
    Drawn& at (int index)
    {
        auto& made = drawn[static_cast<std::size_t> (index)];

        if (made == nullptr)
        {
            made = std::make_unique<Drawn>();

            if (const auto& wave = keyframes[static_cast<std::size_t> (index)]->wave)
                std::copy_n (wave->begin(), std::min<std::size_t> (wave->size(), Wavetable::size), made->frame.editSamples().begin());

            for (auto& sample : made->frame.editSamples())
                sample = std::isfinite (sample) ? std::clamp (sample, -1e6f, 1e6f) : 0.0f;
        }

        return *made;
    }

    void mix (const Between& place, WaveFrame& out)
    {
        auto &from = at (place.from), &to = at (place.to);

        if (byHarmonics)
            return mixPolar (from, to, place.t, out);

        const auto &a = from.frame.samples(), &b = to.frame.samples();
        auto& samples = out.editSamples();

        for (std::size_t i = 0; i < samples.size(); ++i)
            samples[i] = a[i] + place.t * (b[i] - a[i]);
    }

    /** At the ends of the table the neighbours repeat, and then the curve does not lean. */
    void curve (const Between& place, WaveFrame& out)
    {
        const auto count = static_cast<int> (keyframes.size());
        const auto beforeIndex = place.from > 0 ? place.from - 1 : place.from + 1;
        const auto afterIndex = place.from + 2 < count ? place.from + 2 : place.from;
        const auto positionOf = [&] (int i) { return static_cast<float> (keyframes[static_cast<std::size_t> (i)]->position); };
        const SmoothWay way (positionOf (place.from) - positionOf (beforeIndex), positionOf (place.to) - positionOf (place.from),
                             positionOf (afterIndex) - positionOf (place.to), place.t);
        auto &before = at (beforeIndex), &from = at (place.from), &to = at (place.to), &after = at (afterIndex);

        if (byHarmonics)
            return curvePolar (way, before, from, to, after, out);

        const auto &a = before.frame.samples(), &b = from.frame.samples(), &c = to.frame.samples(), &d = after.frame.samples();
        auto& samples = out.editSamples();

        for (std::size_t i = 0; i < samples.size(); ++i)
            samples[i] = way (a[i], b[i], c[i], d[i]);
    }

    static void curvePolar (const SmoothWay& way, Drawn& before, Drawn& from, Drawn& to, Drawn& after, WaveFrame& out)
    {
        const std::array polar { &before.roots(), &from.roots(), &to.roots(), &after.roots() };
        PolarSpectrum mixed;

        for (std::size_t i = 0; i < mixed.lengths.size(); i += 8)
        {
            std::array<dsp::Voices, 4> root, turn, path;

            for (std::size_t k = 0; k < 4; ++k)
            {
                root[k] = loadLanes (polar[k]->lengths.data() + i);
                turn[k] = loadLanes (polar[k]->turns.data() + i);

                // Each turns on from the one before by the shorter way; what is silent stays where that was.
                path[k] = k == 0 ? turn[0] : path[k - 1] + select (root[k] > 0.0f, shorterWay (turn[k] - path[k - 1]), dsp::Voices (0.0f));
            }

            const auto length = way (root[0], root[1], root[2], root[3]);
            storeLanes (length * length, mixed.lengths.data() + i);
            storeLanes (way (path[0], path[1], path[2], path[3]), mixed.turns.data() + i);
        }

        auto& spectrum = out.editSpectrum();
        mixed.give (spectrum);

        for (const std::size_t i : { std::size_t { 0 }, spectrum.size() - 1 })
            spectrum[i] = way (before.frame.spectrum()[i].real(), from.frame.spectrum()[i].real(), to.frame.spectrum()[i].real(),
                               after.frame.spectrum()[i].real());
    }

    bool byHarmonics;
    std::vector<std::unique_ptr<Drawn>> drawn;
};

/** As bentShare(), for eight places. */
dsp::Voices bent (dsp::Voices t, float power)
{
    constexpr float slight = 0.1f;

    if (std::abs (power) < 0.01f)
        return t;

    if (std::abs (power) < slight) // Else the difference of two exponentials would be rounding for the most part.
        return t + t * (t - 1.0f) * (0.5f * power + (2.0f * t - 1.0f) * (power * power / 12));

    return (dsp::exp (power * clamp (t, dsp::Voices (-1.0f), dsp::Voices (1.5f))) - 1.0f) * (1 / std::expm1 (power));
}

/** Vital's "Line Source": one period drawn as a line. */
class LineSource final : public Cook
{
public:
    using Cook::Cook;

    void cook (int position, WaveFrame& out) override
    {
        const auto place = find (position);
        const auto& from = lineOf (place.from);
        const auto& to = lineOf (place.to);
        const auto pull = pullOf (place.from) - pullOf (place.to);
        const auto t = bentShare (place.t, pull);
        PatchLine line = from;

        for (std::size_t i = 0; i < std::min (line.points.size(), to.points.size()); ++i)
        {
            auto& point = line.points[i];
            const auto& goal = to.points[i];
            point = { point.x + t * (goal.x - point.x), point.y + t * (goal.y - point.y), point.power + t * (goal.power - point.power) };
        }

        draw (line, out.editSamples());
    }

private:
    const PatchLine& lineOf (int index) const
    {
        static const auto straight = PatchLine::straight();
        const auto& line = keyframes[static_cast<std::size_t> (index)]->line;
        return line ? *line : straight;
    }

    double pullOf (int index) const
    {
        const auto& numbers = keyframes[static_cast<std::size_t> (index)]->numbers;
        const auto found = numbers.find ("pull_power");
        return found != numbers.end() && std::isfinite (found->second) ? std::clamp (found->second, -100.0, 100.0) : 0.0;
    }

    static void draw (const PatchLine& line, WaveFrame::Samples& samples)
    {
        const auto& points = line.points;
        const auto xOf = [] (int i) { return static_cast<double> (i) / (Wavetable::size - 1); };
        std::size_t next = 0;

        for (int begin = 0, end = 1; begin < Wavetable::size; begin = end)
        {
            // The samples turn to the next piece one late, as they do in Vital.
            while (begin > 0 && next < points.size() && xOf (begin - 1) > points[next].x)
                ++next;

            if (next < points.size() && begin > 0)
                for (end = begin + 1; end < Wavetable::size && ! (xOf (end - 1) > points[next].x);)
                    ++end;
            else if (begin > 0)
                end = Wavetable::size;

            drawPiece (line, next, begin, end, samples);
        }
    }

    /** Height 0 is at the top. */
    static void drawPiece (const PatchLine& line, std::size_t next, int begin, int end, WaveFrame::Samples& samples)
    {
        const auto& points = line.points;
        const auto sampleOf = [] (double height) { return static_cast<float> (1 - 2 * std::clamp (height, -1e3, 1e3)); };
        auto* const out = samples.data();

        if (points.empty() || next == 0 || next >= points.size())
        {
            const auto height = points.empty() ? 0.5 : next == 0 ? points.front().y
                                                                 : points.back().y;
            return std::fill (out + begin, out + end, sampleOf (height));
        }

        const auto &from = points[next - 1], &to = points[next];
        const auto perX = to.x > from.x ? 1 / (to.x - from.x) : 0.0;
        const auto power = static_cast<float> (std::clamp (from.power, -50.0, 50.0));
        const auto start = sampleOf (from.y), rise = sampleOf (to.y) - start;
        constexpr dsp::Voices counting { dsp::Voices::Floats { 0, 1, 2, 3, 4, 5, 6, 7 } };

        for (int i = begin; i < end; i += 8)
        {
            const auto first = perX > 0 ? (static_cast<double> (i) / (Wavetable::size - 1) - from.x) * perX : 1.0;
            auto t = counting * static_cast<float> (perX / (Wavetable::size - 1)) + static_cast<float> (first);

            if (line.isSmooth)
                t = 0.5f - 0.5f * dsp::cosine (t * 0.5f);

            const auto eight = dsp::fma (clamp (bent (t, power), dsp::Voices (0.0f), dsp::Voices (1.0f)), dsp::Voices (rise), dsp::Voices (start));
            std::memcpy (out + i, &eight, static_cast<std::size_t> (std::min (8, end - i)) * sizeof (float));
        }
    }
};

/** Vital's "Shepard Tone Source": from a wave to the same an octave higher, over the whole table. */
class ShepardSource final : public Cook
{
public:
    explicit ShepardSource (const WaveComponent& c) : Cook (c)
    {
        if (const auto& wave = keyframes.front()->wave)
            std::copy_n (wave->begin(), std::min<std::size_t> (wave->size(), Wavetable::size), low.frame.editSamples().begin());

        auto& raised = high.frame.editSpectrum();

        for (std::size_t i = 0; i < Wavetable::size / 2 && 2 * i < raised.size(); ++i)
            raised[2 * i] = low.frame.spectrum()[i];
    }

    void cook (int position, WaveFrame& out) override
    {
        const auto t = static_cast<float> (position) / (Wavetable::maxFrames - 1);

        if (number ("interpolation", 1) >= 0.5f)
            return mixPolar (low, high, t, out);

        const auto &a = low.frame.samples(), &b = high.frame.samples();
        auto& samples = out.editSamples();

        for (std::size_t i = 0; i < samples.size(); ++i)
            samples[i] = a[i] + t * (b[i] - a[i]);
    }

    bool repeats (int) const override { return false; }

    int lastPosition() const override { return Wavetable::maxFrames - 1; }

private:
    Drawn low, high;
};
} // namespace

void mixByHarmonics (WaveFrame& from, WaveFrame& to, float t, WaveFrame& out)
{
    Drawn a { from, {} }, b { to, {} };
    mixPolar (a, b, t, out);
}

std::unique_ptr<Cook> makeSource (const WaveComponent& component)
{
    if (component.type == "Wave Source")
        return std::make_unique<WaveSource> (component);

    if (component.type == "Line Source")
        return std::make_unique<LineSource> (component);

    if (component.type == "Shepard Tone Source")
        return std::make_unique<ShepardSource> (component);

    return nullptr;
}

} // namespace athanor::synth
