// SPDX-License-Identifier: GPL-3.0-or-later
// The controls of the synth: what each is called, how far it goes, and what its stored number means.
#pragma once

#include "Patch/ControlTable.inc"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace athanor
{

/** One control. The names are the ids of the preset format. */
enum class Control : std::uint16_t {
#define X(id, ...) id,
    EVERY_CONTROL (X)
#undef X
};

#define X(id, ...) +1
constexpr int controlCount = 0 EVERY_CONTROL (X);
#undef X

static_assert (controlCount == 772);

/** How the stored number becomes the one that is heard: x. */
enum class ControlScale : std::uint8_t { indexed,     ///< A choice or a whole number.
                                         linear,      ///< x
                                         quadratic,   ///< x²
                                         quartic,     ///< x⁴
                                         exponential, ///< 2^x
                                         squareRoot   ///< √x
};

/** Where modulation reaches a control. */
enum class Reach : std::uint8_t { no,
                                  mono, ///< One value for all voices: effects and the like.
                                  poly  ///< Each voice has its own.
};

/** What a control is. Ranges are those of stored numbers. */
struct ControlInfo
{
    std::string_view id;
    float least, greatest, initial;
    ControlScale scale;
    std::string_view unit;
    float shownTimes, shownPlus; ///< Shown is (scaled + shownPlus) * shownTimes …
    bool isShownInverted;        ///< … or one divided by it: frequencies that are told as periods.
    Reach reach;
    std::string_view name;
    std::span<const std::string_view> choices; ///< Empty: a number.
};

const ControlInfo& infoOf (Control) noexcept;

/** Nothing where there is no such control. */
std::optional<Control> controlNamed (std::string_view id) noexcept;

/** What is heard of a stored number; out of range values are not clamped, but for roots of negative numbers. */
float scaled (Control, float stored) noexcept;

/** The same for lanes of numbers; the caller says how 2^x and a root are taken there. */
template <typename Number, typename Exp2, typename Root>
Number scaledBy (ControlScale scale, Number stored, Exp2 exp2, Root root) noexcept
{
    switch (scale)
    {
        case ControlScale::quadratic:
            return stored * stored;
        case ControlScale::quartic:
            return stored * stored * stored * stored;
        case ControlScale::exponential:
            return exp2 (stored);
        case ControlScale::squareRoot:
            return root (stored);
        case ControlScale::indexed:
        case ControlScale::linear:
            break;
    }

    return stored;
}

/** What a musician reads of a stored number, in the unit of the control. */
float shown (Control, float stored) noexcept;

/** The stored number of what a musician typed, within the range. */
float storedFromShown (Control, float shown) noexcept;

namespace patch
{
constexpr int envelopes = 6, lfos = 8, randoms = 4, oscillators = 3, filters = 2, slots = 64, vitalMacros = 4;
}

/** The same control of another member of its family: member (Control::env_1_attack, 2) is env_3_attack.
    @param offset  From `first`, which has to be that of the first member; in range of the family. */
constexpr Control member (Control first, int offset) noexcept
{
    struct Family
    {
        Control begin, next;
        int count;
    };

    constexpr Family families[] {
        { Control::env_1_attack, Control::env_2_attack, patch::envelopes },
        { Control::lfo_1_delay_time, Control::lfo_2_delay_time, patch::lfos },
        { Control::random_1_frequency, Control::random_2_frequency, patch::randoms },
        { Control::osc_1_destination, Control::osc_2_destination, patch::oscillators },
        { Control::filter_1_blend, Control::filter_2_blend, 3 },
        { Control::filter_1_filter_input, Control::filter_2_filter_input, patch::filters },
        { Control::modulation_1_amount, Control::modulation_2_amount, patch::slots },
        { Control::macro_control_1, Control::macro_control_2, patch::vitalMacros },
    };

    const auto place = static_cast<int> (first);

    for (const auto& family : families)
    {
        const auto begin = static_cast<int> (family.begin), stride = static_cast<int> (family.next) - begin;

        if (place >= begin && place < begin + stride * family.count)
            return static_cast<Control> (place + offset * stride);
    }

    return first;
}

static_assert (member (Control::env_1_sustain, 5) == Control::env_6_sustain);
static_assert (member (Control::lfo_1_tempo, 7) == Control::lfo_8_tempo);
static_assert (member (Control::filter_1_style, 2) == Control::filter_fx_style);
static_assert (member (Control::modulation_1_stereo, 63) == Control::modulation_64_stereo);

/** The stored numbers of a patch, one for each control. */
class ControlValues
{
public:
    ControlValues() noexcept; ///< All initial.

    float operator[] (Control c) const noexcept { return values[static_cast<std::size_t> (c)]; }

    float& operator[] (Control c) noexcept { return values[static_cast<std::size_t> (c)]; }

    bool isOn (Control c) const noexcept { return (*this)[c] >= 0.5f; }

    /** A choice or whole number. */
    int choice (Control c) const noexcept { return static_cast<int> ((*this)[c] + 0.5f); }

    /** As it is heard. */
    float scaled (Control c) const noexcept { return athanor::scaled (c, (*this)[c]); }

    bool operator== (const ControlValues&) const = default;

private:
    std::array<float, controlCount> values;
};

} // namespace athanor
