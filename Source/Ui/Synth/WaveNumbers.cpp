// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ui/Synth/WaveNumbers.h"

#include <algorithm>
#include <array>
#include <numbers>

namespace athanor
{

namespace
{
using Names = std::string_view;
constexpr std::array<Names, 3> steps { "Steps", "Straight", "Smooth" };
constexpr std::array<Names, 2> mixes { "Samples", "Harmonics" }, switches { "Off", "On" };
constexpr std::array<Names, 4> fades { "Window", "None", "Samples", "Harmonics" }, filters { "Low pass", "Band pass", "High pass", "Comb" };
constexpr std::array<Names, 3> phases { "Own", "Cleared", "Vocoder" };
constexpr std::array<Names, 5> shifts { "Delay", "Even, odd", "Angle", "Angle ±", "Clear" }, windows { "Cosine", "Half sine", "Linear", "Square", "Wiggle" };

struct Known
{
    Names name, type; ///< Type empty: of any component.
    const char *title, *doc;
    Range range;
    double scale = 1;
};

const std::array known {
    Known { "interpolation_style", "", "Between", "How it goes from one keyframe to the next", choice (steps, 1) },
    Known { "interpolation", "", "Mixes", "What is mixed between two waves", choice (mixes, 1) },
    Known { "fade_style", "", "Fade", "How pieces of the recording are joined", choice (fades) },
    Known { "phase_style", "", "Phases", "Which angles the harmonics get", choice (phases) },
    Known { "normalize_mult", "", "Normalise", "Whether waves that are too loud are made quieter", choice (switches, 1) },
    Known { "normalize_gain", "", "Gain", "Whether quiet waves are made louder, too", choice (switches) },
    Known { "random_seed", "", "Chance", "Which angles chance gives", whole (0, 999, 0) },
    Known { "window_size", "Audio File Source", "Window", "How many samples of the recording are a wave", { 16, 16'384, 2'048, "", Curve::logarithmic } },
    Known { "style", "Phase Shift", "Style", "What is shifted, and how", choice (shifts) },
    Known { "window_shape", "", "Shape", "How the ends of the wave fade", choice (windows) },
    Known { "style", "Frequency Filter", "Style", "Which harmonics go through", choice (filters) },
    Known { "normalize", "", "Normalise", "Whether waves become as loud as can be", choice (switches, 1) },
    Known { "horizontal_asymmetric", "", "H. one side", "Whether both halves are bent the same way", choice (switches) },
    Known { "vertical_asymmetric", "", "V. one side", "Whether above and below are bent the same way", choice (switches) },
    Known { "pull_power", "", "Pull", "How the way to the next keyframe is bent", { -20, 20, 0 } },
    Known { "window_fade", "", "Fade", "How much of the window fades into itself", amount (1) },
    Known { "phase", "", "Phase", "How far it is shifted, in degrees", { -180, 180, 0, "°" }, std::numbers::pi / 180 },
    Known { "mix", "", "Mix", "How much of the shifted wave there is", amount (1) },
    Known { "left_position", "", "Left", "Where the wave has faded in", amount (0.25f) },
    Known { "right_position", "", "Right", "Where the wave begins to fade out", amount (0.75f) },
    Known { "cutoff", "", "Cutoff", "In octaves above the fundamental", { 0, 10, 4, "oct" } },
    Known { "shape", "Frequency Filter", "Slope", "How steep it is", amount (0.5f) },
    Known { "up_run_rise", "", "Upwards", "How slowly the wave rises", amount (0) },
    Known { "down_run_rise", "", "Downwards", "How slowly the wave falls", amount (0) },
    Known { "fold_boost", "", "Boost", "How much louder it is before it is folded", { 1, 32, 1, "", Curve::logarithmic } },
    Known { "horizontal_power", "", "Horizontal", "How the wave is bent in time", { -20, 20, 0 } },
    Known { "vertical_power", "", "Vertical", "How the wave is bent in height", { -20, 20, 0 } },
};
} // namespace

std::vector<WaveKnob> waveKnobsOf (const WavePart& part, bool ofKeyframe, std::size_t samples)
{
    std::vector<WaveKnob> knobs;

    for (const auto& number : ofKeyframe ? part.ofKeyframe : part.ofComponent)
    {
        if (number.name == "start_position")
            knobs.push_back ({ number.name, "Start", "Where in the recording the wave begins, in samples", { 0, std::max (1.0f, static_cast<float> (samples)), 0 } });

        // The window of a keyframe is never read: that of the component counts.
        if (ofKeyframe && number.name == "window_size")
            continue;

        const auto found = std::ranges::find_if (known, [&] (const Known& one) { return one.name == number.name && (one.type.empty() || one.type == part.type); });

        if (found != known.end())
            knobs.push_back ({ number.name, found->title, found->doc, found->range, found->scale });
    }

    return knobs;
}

} // namespace athanor
