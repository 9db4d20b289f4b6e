// SPDX-License-Identifier: GPL-3.0-or-later
#include "Compose/Sound/BasicShapes.h"

#include "Patch/PatchLimits.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <numbers>

namespace athanor
{

namespace
{
using Points = std::vector<std::array<double, 2>>; // x and height, both from 0 to 1
using Amplitudes = std::function<double (int harmonic)>;

constexpr int size = patch::frameSize;
constexpr int mostHarmonics = 128;

PatchLine line (std::string_view name, const Points& points, bool isSmooth = false)
{
    PatchLine made { std::string (name), {}, isSmooth };

    for (const auto& [x, height] : points)
        made.points.push_back ({ x, 1 - height, 0 });

    return made;
}

/** A row of levels, each held, with a short way to the next. */
Points stairs (std::initializer_list<double> heights)
{
    constexpr auto glide = .02;
    Points points;
    const auto count = static_cast<double> (heights.size());

    for (double i = 0; const auto height : heights)
    {
        points.push_back ({ (i > 0 ? i + glide : 0) / count, height });
        points.push_back ({ ++i / count, height });
    }

    return points;
}

//==============================================================================
WaveComponent component (const char* type, std::map<std::string, double> numbers)
{
    WaveComponent made;
    made.type = type;
    made.numbers = std::move (numbers);
    made.numbers["interpolation_style"] = 1;
    return made;
}

/** Drawn waves, spread evenly; they all have as many points. */
WaveComponent drawn (const std::vector<PatchLine>& lines)
{
    auto made = component ("Line Source", { { "num_points", static_cast<double> (lines.front().points.size()) } });

    for (std::size_t i = 0; i < lines.size(); ++i)
    {
        WaveKeyframe keyframe;
        keyframe.position = lines.size() < 2 ? 0 : patch::lastPosition * static_cast<int> (i) / static_cast<int> (lines.size() - 1);
        keyframe.numbers = { { "pull_power", 0 } };
        keyframe.line = lines[i];
        made.keyframes.push_back (std::move (keyframe));
    }

    return made;
}

WaveComponent drawn (const Points& points, bool isSmooth = false) { return drawn ({ line ("Line", points, isSmooth) }); }

/** A sum of harmonics, in steps of 16 bit: what the last bit of a sine is on some machine is not to be seen. Their phases
    (Schroeder's) keep the peak low. */
std::shared_ptr<const std::vector<float>> sumOf (const Amplitudes& amplitudeOf)
{
    static const auto sines = [] {
        std::array<double, size> table {};

        for (int i = 0; i < size; ++i)
            table[static_cast<std::size_t> (i)] = std::sin (2 * std::numbers::pi * i / size);

        return table;
    }();

    std::array<double, size> sum {};

    for (int n = 1; n <= mostHarmonics; ++n)
        if (const auto amplitude = amplitudeOf (n); std::abs (amplitude) > 1e-5)
            for (int i = 0; i < size; ++i)
                sum[static_cast<std::size_t> (i)] += amplitude * sines[static_cast<std::size_t> ((n * i + (n * (n - 1) / 2) * (size / 16)) % size)];

    double peak = 1e-9;

    for (const auto y : sum)
        peak = std::max (peak, std::abs (y));

    auto wave = std::make_shared<std::vector<float>>();

    for (const auto y : sum)
        wave->push_back (static_cast<float> (std::round (y / peak * 32'767) / 32'767));

    return wave;
}

WaveComponent harmonics (const std::vector<Amplitudes>& frames)
{
    auto made = component ("Wave Source", { { "interpolation", 1 } });

    for (std::size_t i = 0; i < frames.size(); ++i)
    {
        WaveKeyframe keyframe;
        keyframe.position = frames.size() < 2 ? 0 : patch::lastPosition * static_cast<int> (i) / static_cast<int> (frames.size() - 1);
        keyframe.wave = sumOf (frames[i]);
        made.keyframes.push_back (std::move (keyframe));
    }

    return made;
}

/** Some harmonics alone, each weaker than the one before it. */
Amplitudes only (std::vector<int> list, double fall = .5)
{
    return [list = std::move (list), fall] (int n) {
        const auto found = std::ranges::find (list, n);
        return found == list.end() ? 0 : std::pow (static_cast<double> (found - list.begin()) + 1, -fall);
    };
}

/** Drawbars, 16' to 1': how far each is drawn, 0 to 8. */
Amplitudes drawbars (std::array<int, 9> bars)
{
    return [bars] (int n) {
        constexpr std::array feet { 1, 3, 2, 4, 6, 8, 10, 12, 16 };
        const auto found = std::ranges::find (feet, n);
        return found == feet.end() ? 0 : bars[static_cast<std::size_t> (found - feet.begin())] / 8.0;
    };
}

struct Formant
{
    double hertz, gain;
};

/** A vowel as it is sung in the octave below the middle. */
Amplitudes vowel (std::array<Formant, 3> formants)
{
    return [formants] (int n) {
        const auto hertz = n * 130.0;
        auto sum = .02 / n;

        for (const auto& [centre, gain] : formants)
            sum += gain * std::exp (-std::pow ((hertz - centre) / (90 + centre * .06), 2));

        return sum;
    };
}

Amplitudes falling (double power, int top = mostHarmonics, double even = 1)
{
    return [=] (int n) { return (n % 2 == 1 ? 1 : even) * std::pow (n, -power) / (1 + std::pow (static_cast<double> (n) / top, 6)); };
}

/** A string struck at a part of its length. */
Amplitudes struck (double place, double fall)
{
    return [=] (int n) { return std::abs (std::sin (std::numbers::pi * n * place)) * std::pow (n, -fall); };
}

/** Amplitudes by dice, the same each time. */
Amplitudes scattered (std::uint32_t seed, int from, int to, double fall, double fundamental)
{
    return [=] (int n) {
        const auto dice = (static_cast<std::uint32_t> (n) * 2'654'435'761u ^ seed * 40'503u) * 2'246'822'519u;
        const auto height = static_cast<double> (dice >> 8) / (1 << 24);
        return n == 1 ? fundamental : n < from || n > to ? 0
                                                         : height * height * height * std::pow (n, -fall);
    };
}

//==============================================================================
const Points cosine { { 0, 0 }, { .5, 1 }, { 1, 0 } }, ramp { { 0, 0 }, { 1, 1 } };

Points pulse (double width) { return { { 0, 1 }, { width, 1 }, { width, 0 }, { 1, 0 } }; }

/** What stands after a source bends it from the first number at the start of the table to the second at its end. */
WaveComponent bender (const char* type, std::map<std::string, double> numbers, std::map<std::string, std::array<double, 2>> ways)
{
    auto made = component (type, std::move (numbers));

    for (const int end : { 0, 1 })
    {
        WaveKeyframe keyframe;
        keyframe.position = end * patch::lastPosition;

        for (const auto& [name, way] : ways)
            keyframe.numbers[name] = way[static_cast<std::size_t> (end)];

        made.keyframes.push_back (std::move (keyframe));
    }

    return made;
}

struct NamedWave
{
    std::string_view name;
    WavetableSpec::Group (*make)();
};

const std::array waves {
    NamedWave { "sine", [] { return WavetableSpec::Group { drawn (cosine, true) }; } },
    NamedWave { "triangle", [] { return WavetableSpec::Group { drawn (cosine) }; } },
    NamedWave { "saw", [] { return WavetableSpec::Group { drawn (ramp) }; } },
    NamedWave { "square", [] { return WavetableSpec::Group { drawn (pulse (.5)) }; } },
    NamedWave { "pulse", [] { return WavetableSpec::Group { drawn ({ line ("Pulse", pulse (.5)), line ("Pulse", pulse (.04)) }) }; } },
    NamedWave { "saw to square", [] { return WavetableSpec::Group { drawn ({ line ("Saw", { { 0, 0 }, { .499, .5 }, { .501, .5 }, { 1, 1 } }), line ("Square", { { 0, 0 }, { .499, 0 }, { .501, 1 }, { 1, 1 } }) }) }; } },
    NamedWave { "four shapes", [] {
                   const Points flat { { 0, 0 }, { .25, .5 }, { .5, 1 }, { .75, .5 }, { 1, 0 } }, rising { { 0, 0 }, { .25, .25 }, { .5, .5 }, { .75, .75 }, { 1, 1 } };
                   return WavetableSpec::Group { drawn ({ line ("Sine", flat, true), line ("Triangle", flat), line ("Saw", rising), line ("Square", { { 0, 0 }, { .499, 0 }, { .5, 1 }, { .999, 1 }, { 1, 1 } }) }) };
               } },
    NamedWave { "soft saw", [] { return WavetableSpec::Group { drawn (ramp), bender ("Frequency Filter", { { "style", 0 }, { "normalize", 1 } }, { { "cutoff", { 2, 8 } }, { "shape", { .4, .4 } } }) }; } },
    NamedWave { "comb saw", [] { return WavetableSpec::Group { drawn (ramp), bender ("Frequency Filter", { { "style", 3 }, { "normalize", 1 } }, { { "cutoff", { 1, 7 } }, { "shape", { .5, .5 } } }) }; } },
    NamedWave { "folded sine", [] { return WavetableSpec::Group { drawn (cosine, true), bender ("Wave Folder", {}, { { "fold_boost", { 1, 7 } } }) }; } },
    NamedWave { "leaning triangle", [] { return WavetableSpec::Group { drawn (cosine), bender ("Wave Warp", { { "horizontal_asymmetric", 1 }, { "vertical_asymmetric", 0 } }, { { "horizontal_power", { 0, 7 } }, { "vertical_power", { 0, -3 } } }) }; } },
    NamedWave { "harmonics", [] { return WavetableSpec::Group { harmonics ({ falling (1, 1), falling (1, 4), falling (1, 12), falling (1, 40) }) }; } },
    NamedWave { "organ", [] { return WavetableSpec::Group { harmonics ({ drawbars ({ 8, 0, 8, 0, 0, 0, 0, 0, 0 }), drawbars ({ 8, 8, 8, 4, 0, 0, 0, 0, 0 }), drawbars ({ 8, 8, 8, 8, 6, 6, 4, 4, 8 }) }) }; } },
    NamedWave { "formants", [] { return WavetableSpec::Group { harmonics ({ vowel ({ { { 325, 1 }, { 700, .25 }, { 2'530, .03 } } }), vowel ({ { { 450, 1 }, { 800, .4 }, { 2'830, .05 } } }), vowel ({ { { 800, 1 }, { 1'150, .5 }, { 2'900, .08 } } }), vowel ({ { { 400, 1 }, { 1'700, .35 }, { 2'600, .3 } } }), vowel ({ { { 300, 1 }, { 2'200, .3 }, { 2'950, .25 } } }) }) }; } },
    NamedWave { "reed", [] { return WavetableSpec::Group { harmonics ({ falling (2, 128, .15), falling (.9, 128, .3) }) }; } },
    NamedWave { "brass", [] { return WavetableSpec::Group { harmonics ({ falling (.4, 2), falling (.4, 5), falling (.4, 11), falling (.4, 24) }) }; } },
    NamedWave { "string", [] { return WavetableSpec::Group { harmonics ({ struck (.17, 1), struck (.17, 2.3) }) }; } },
    NamedWave { "tine", [] { return WavetableSpec::Group { harmonics ({ [] (int n) { return n == 1 ? 1 : n == 2 ? .25
                                                                                                     : n == 3   ? .1
                                                                                                     : n == 14  ? .35
                                                                                                     : n == 15  ? .15
                                                                                                                : 0; }, only ({ 1, 2 }, 3.5) }) }; } },
    NamedWave { "bell", [] { return WavetableSpec::Group { harmonics ({ only ({ 5, 10, 12, 15, 20, 27 }, .6), only ({ 5, 10 }) }) }; } },
    NamedWave { "glass", [] { return WavetableSpec::Group { harmonics ({ only ({ 1, 5, 9, 14 }), only ({ 1, 4, 11, 19 }), only ({ 1, 7, 13, 22 }) }) }; } },
    NamedWave { "metal", [] { return WavetableSpec::Group { harmonics ({ scattered (23, 2, 50, .7, .6), scattered (7, 2, 60, .6, .5), scattered (91, 2, 70, .5, .4) }) }; } },
    NamedWave { "breath", [] { return WavetableSpec::Group { harmonics ({ only ({ 1, 2 }, 2.3), [] (int n) { return only ({ 1, 2, 3 }, 1.8) (n) + scattered (9, 24, 128, 0, 0) (n) * .2; } }) }; } },
    NamedWave { "noise", [] { return WavetableSpec::Group { harmonics ({ scattered (3, 1, 128, 0, 1), scattered (5, 1, 128, 0, 1), scattered (11, 1, 128, 0, 1), scattered (17, 1, 128, 0, 1) }) }; } },
};

struct NamedLine
{
    std::string_view name;
    Points points;
    bool isSmooth = false;
    double power = 0; ///< Of its first piece.
};

const std::array lines {
    NamedLine { "sine", cosine, true },
    NamedLine { "triangle", cosine },
    NamedLine { "saw up", ramp },
    NamedLine { "saw down", { { 0, 1 }, { 1, 0 } } },
    NamedLine { "square", pulse (.5) },
    NamedLine { "rise", ramp, false, 3 },
    NamedLine { "fall", { { 0, 1 }, { 1, 0 } }, false, -3 },
    NamedLine { "pump", { { 0, 0 }, { .6, 1 }, { 1, 1 } }, false, -2 },
    NamedLine { "pulse", pulse (.2) },
    NamedLine { "steps", stairs ({ .2, .9, .4, 1, .1, .6, .8, .3 }) },
    NamedLine { "stairs", stairs ({ 0, .25, .5, .75, 1, .75, .5, .25 }) },
    NamedLine { "octaves", stairs ({ 0, .5, 0, 1, .5, 0, 1, .5 }) },
    NamedLine { "gate", stairs ({ 1, 0, 1, 1, 0, 1, 0, 1, 1, 0, 1, 0, 1, 1, 0, 1 }) },
    NamedLine { "accents", stairs ({ 1, .3, .5, .3, .8, .3, .6, .4 }) },
};

template <typename List>
auto namesIn (const List& list)
{
    std::array<std::string_view, std::tuple_size_v<List>> names;
    std::ranges::transform (list, names.begin(), [] (const auto& item) { return item.name; });
    return names;
}
} // namespace

std::optional<WavetableSpec> basicWave (std::string_view name)
{
    const auto found = std::ranges::find (waves, name, &NamedWave::name);

    if (found == waves.end())
        return {};

    WavetableSpec table;
    table.name = name;
    table.author = "Athanor";
    table.groups = { found->make() };
    return table;
}

std::span<const std::string_view> basicWaveNames()
{
    static const auto names = namesIn (waves);
    return names;
}

std::optional<PatchLine> basicLine (std::string_view name)
{
    const auto found = std::ranges::find (lines, name, &NamedLine::name);

    if (found == lines.end())
        return {};

    auto made = line (name, found->points, found->isSmooth);
    made.points.front().power = found->power;
    return made;
}

std::span<const std::string_view> basicLineNames()
{
    static const auto names = namesIn (lines);
    return names;
}

} // namespace athanor
