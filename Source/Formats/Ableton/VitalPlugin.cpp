// SPDX-License-Identifier: GPL-3.0-or-later
#include "Formats/Ableton/VitalPlugin.h"

#include <algorithm>
#include <tuple>
#include <vector>

namespace athanor
{

namespace
{
/** Controls that came after the first version, as hexadecimal digits of major, minor and patch; # is any number in the range. */
struct Later
{
    int version;
    std::string_view pattern;
    int from = 0, to = 0;
};

constexpr Later later[] {
    { 0x400, "mod_wheel" },
    { 0x400, "pitch_wheel" },
    { 0x401, "random_#_frequency", 1, 4 },
    { 0x401, "random_#_stereo", 1, 4 },
    { 0x401, "random_#_style", 1, 4 },
    { 0x401, "random_#_sync", 1, 4 },
    { 0x401, "random_#_tempo", 1, 4 },
    { 0x402, "osc_#_view_2d", 1, 2 },
    { 0x406, "lfo_#_stereo", 1, 8 },
    { 0x407, "osc_#_spectral_morph_amount", 1, 2 },
    { 0x407, "osc_#_spectral_morph_spread", 1, 2 },
    { 0x407, "osc_#_spectral_morph_type", 1, 2 },
    { 0x500, "osc_#_destination", 1, 3 },
    { 0x500, "osc_#_spectral_unison", 1, 3 },
    { 0x500, "osc_3_" }, // all of the third oscillator
    { 0x500, "sample_destination" },
    { 0x501, "mpe_enabled" },
    { 0x503, "env_#_delay", 1, 6 },
    { 0x504, "env_#_hold", 1, 6 },
    { 0x505, "flanger_center" },
    { 0x506, "eq_band_mode" },
    { 0x506, "reverb_size" },
    { 0x507, "delay_aux_frequency" },
    { 0x507, "delay_aux_sync" },
    { 0x507, "delay_aux_tempo" },
    { 0x508, "chorus_voices" },
    { 0x509, "phaser_blend" },
    { 0x600, "random_#_sync_type", 1, 4 },
    { 0x601, "modulation_#_amount", 33, 64 },
    { 0x601, "modulation_#_bipolar", 33, 64 },
    { 0x601, "modulation_#_bypass", 33, 64 },
    { 0x601, "modulation_#_power", 33, 64 },
    { 0x601, "modulation_#_stereo", 33, 64 },
    { 0x602, "compressor_mix" },
    { 0x603, "sample_bounce" },
    { 0x604, "voice_transpose" },
    { 0x605, "stereo_mode" },
    { 0x607, "chorus_spread" },
    { 0x609, "reverb_delay" },
    { 0x700, "voice_override" },
    { 0x702, "bypass" },
    { 0x704, "lfo_#_keytrack_transpose", 1, 8 },
    { 0x704, "lfo_#_keytrack_tune", 1, 8 },
    { 0x704, "random_#_keytrack_transpose", 1, 4 },
    { 0x704, "random_#_keytrack_tune", 1, 4 },
    { 0x707, "filter_#_formant_spread", 1, 2 },
    { 0x707, "filter_fx_formant_spread" },
    { 0x801, "lfo_#_smooth_mode", 1, 8 },
    { 0x801, "lfo_#_smooth_time", 1, 8 },
    { 0x803, "view_spectrogram" },
};

bool matches (std::string_view id, const Later& rule)
{
    const auto mark = rule.pattern.find ('#');

    if (mark == rule.pattern.npos)
        return rule.pattern.ends_with ('_') ? id.starts_with (rule.pattern) : id == rule.pattern;

    for (int n = rule.from; n <= rule.to; ++n)
        if (id == std::string (rule.pattern.substr (0, mark)) + std::to_string (n) + std::string (rule.pattern.substr (mark + 1)))
            return true;

    return false;
}

int versionOf (std::string_view id)
{
    const auto found = std::ranges::find_if (later, [&] (const Later& rule) { return matches (id, rule); });
    return found != std::end (later) ? found->version : 0;
}

std::array<std::uint16_t, controlCount> makeIndices()
{
    std::vector<std::tuple<int, std::string_view, int>> order;

    for (int i = 0; i < controlCount; ++i)
        order.emplace_back (versionOf (infoOf (static_cast<Control> (i)).id), infoOf (static_cast<Control> (i)).id, i);

    std::ranges::sort (order);
    std::array<std::uint16_t, controlCount> indices {};

    for (std::size_t place = 0; place < order.size(); ++place)
        indices[static_cast<std::size_t> (std::get<2> (order[place]))] = static_cast<std::uint16_t> (place);

    return indices;
}

constexpr std::size_t wrapSize = 16, bankSize = 160;

void addBig32 (std::string& bytes, std::uint32_t number)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes += static_cast<char> (number >> shift & 0xff);
}

std::uint32_t big32At (std::string_view bytes, std::size_t place)
{
    std::uint32_t number = 0;

    for (std::size_t i = 0; i < 4; ++i)
        number = number << 8 | static_cast<unsigned char> (bytes[place + i]);

    return number;
}
} // namespace

int vitalParameterIndex (Control control) noexcept
{
    static const auto indices = makeIndices();
    return indices[static_cast<std::size_t> (control)];
}

std::int32_t vitalParameterId (Control control) noexcept
{
    std::uint32_t hash = 0;

    for (const auto digit : std::to_string (vitalParameterIndex (control)))
        hash = hash * 31 + static_cast<unsigned char> (digit);

    return static_cast<std::int32_t> (hash & 0x7fffffff);
}

double normalisedOf (Control control, double stored) noexcept
{
    const auto& info = infoOf (control);
    const auto least = static_cast<double> (info.least), span = static_cast<double> (info.greatest) - least;
    return std::clamp ((stored - least) / span, 0.0, 1.0);
}

std::string vitalState (std::string_view preset)
{
    // The text as JUCE writes it, with a zero; then the place of its own data, of which there are none.
    std::string chunk (preset);
    chunk.append (1 + 8 + 8, '\0') += "JUCEPrivateData";

    std::string state = "VstW";

    for (const std::uint32_t number : { 8u, 1u, 0u })
        addBig32 (state, number);

    state += "CcnK";
    addBig32 (state, static_cast<std::uint32_t> (bankSize - 8 + chunk.size()));
    state += "FBCh";
    addBig32 (state, 2);
    state += "Vita";

    for (const std::uint32_t number : { 0x00010007u, 0u, 0u }) // 1.0.7; no programs
        addBig32 (state, number);

    state.append (124, '\0');
    addBig32 (state, static_cast<std::uint32_t> (chunk.size()));
    return state + chunk;
}

Result<std::string> presetOfVitalState (std::string_view state)
{
    const Failure strange { "This is no state of Vital.", std::to_string (state.size()) + " bytes" };

    if (state.starts_with ('{'))
        return std::string (state);

    if (state.size() < wrapSize + bankSize || ! state.starts_with ("VstW") || state.substr (wrapSize, 4) != "CcnK" || state.substr (wrapSize + 8, 4) != "FBCh" || state.substr (wrapSize + 16, 4) != "Vita")
        return strange;

    const auto chunk = state.substr (wrapSize + bankSize);
    const auto end = chunk.find ('\0');

    if (big32At (state, wrapSize + bankSize - 4) != chunk.size() || big32At (state, wrapSize + 4) != bankSize - 8 + chunk.size() || end == chunk.npos)
        return strange;

    return std::string (chunk.substr (0, end));
}

} // namespace athanor
