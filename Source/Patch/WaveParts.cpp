// SPDX-License-Identifier: GPL-3.0-or-later
#include "Patch/WaveParts.h"

#include <algorithm>
#include <array>

namespace athanor
{

namespace
{
using enum WaveNumber::Kind;

constexpr WaveNumber interpolationStyle { "interpolation_style", 0, 2, 1, whole };

constexpr std::array waves { interpolationStyle, WaveNumber { "interpolation", 0, 1, 1, whole } };

constexpr std::array lines { interpolationStyle, WaveNumber { "num_points", 0, 100, 4, whole } };
constexpr std::array lineKeyframe { WaveNumber { "pull_power", -100, 100, 0 } };

constexpr std::array audio { interpolationStyle,
                             WaveNumber { "audio_sample_rate", 1, 384'000, 44'100, whole },
                             WaveNumber { "fade_style", 0, 3, 0, whole },
                             WaveNumber { "normalize_gain", 0, 1, 0, truth },
                             WaveNumber { "normalize_mult", 0, 1, 1, truth },
                             WaveNumber { "phase_style", 0, 2, 0, whole },
                             WaveNumber { "random_seed", -2'147'483'648.0, 2'147'483'647, 0, whole },
                             WaveNumber { "window_size", 1, 1'000'000, 2'048 } };
constexpr std::array audioKeyframe { WaveNumber { "start_position", -1e7, 1e7, 0 }, WaveNumber { "window_fade", 0, 1, 1 }, WaveNumber { "window_size", 1, 1'000'000, 2'048 } };

constexpr std::array phase { interpolationStyle, WaveNumber { "style", 0, 4, 0, whole } };
constexpr std::array phaseKeyframe { WaveNumber { "mix", 0, 1, 1 }, WaveNumber { "phase", -1'000, 1'000, 0 } };

constexpr std::array window { interpolationStyle, WaveNumber { "window_shape", 0, 4, 0, whole } };
constexpr std::array windowKeyframe { WaveNumber { "left_position", 0, 1, 0.25 }, WaveNumber { "right_position", 0, 1, 0.75 } };

constexpr std::array filter { interpolationStyle, WaveNumber { "normalize", 0, 1, 1, truth }, WaveNumber { "style", 0, 3, 0, whole } };
constexpr std::array filterKeyframe { WaveNumber { "cutoff", -1, 12, 4 }, WaveNumber { "shape", 0, 1, 0.5 } };

constexpr std::array slew { interpolationStyle };
constexpr std::array slewKeyframe { WaveNumber { "down_run_rise", 0, 1, 0 }, WaveNumber { "up_run_rise", 0, 1, 0 } };

constexpr std::array fold { interpolationStyle };
constexpr std::array foldKeyframe { WaveNumber { "fold_boost", 0, 1'000, 1 } };

constexpr std::array warp { interpolationStyle, WaveNumber { "horizontal_asymmetric", 0, 1, 0, truth }, WaveNumber { "vertical_asymmetric", 0, 1, 0, truth } };
constexpr std::array warpKeyframe { WaveNumber { "horizontal_power", -100, 100, 0 }, WaveNumber { "vertical_power", -100, 100, 0 } };

constexpr std::array parts {
    WavePart { "Wave Source", true, true, false, false, waves, {} },
    WavePart { "Line Source", true, false, true, false, lines, lineKeyframe },
    WavePart { "Audio File Source", true, false, false, true, audio, audioKeyframe },
    WavePart { "Phase Shift", false, false, false, false, phase, phaseKeyframe },
    WavePart { "Wave Window", false, false, false, false, window, windowKeyframe },
    WavePart { "Frequency Filter", false, false, false, false, filter, filterKeyframe },
    WavePart { "Slew Limiter", false, false, false, false, slew, slewKeyframe },
    WavePart { "Wave Folder", false, false, false, false, fold, foldKeyframe },
    WavePart { "Wave Warp", false, false, false, false, warp, warpKeyframe },
    WavePart { "Shepard Tone Source", true, true, false, false, waves, {} },
};
} // namespace

std::span<const WavePart> waveParts() noexcept { return parts; }

const WavePart* wavePartNamed (std::string_view type) noexcept
{
    const auto found = std::ranges::find (parts, type, &WavePart::type);
    return found != parts.end() ? &*found : nullptr;
}

} // namespace athanor
