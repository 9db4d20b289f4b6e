// SPDX-License-Identifier: GPL-3.0-or-later
// Vital as a VST3 plug-in: what a host calls its parameters, and how it keeps its state.
#pragma once

#include "Core/Result.h"
#include "Patch/Control.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace athanor
{

/** The class id of the plug-in in hexadecimal, and as the four whole numbers in which Live writes it. */
inline constexpr std::string_view vitalClassId = "56535456697461766974616C00000000";
inline constexpr std::array<std::int32_t, 4> vitalClassWords { 1448301654, 1769234806, 1769234796, 0 };

/** Which parameter of the plug-in it is, from 0. Vital has them in the order of the version that brought them and, within it, of
    their ids; 772 in all. */
int vitalParameterIndex (Control) noexcept;

/** What a VST3 host calls it: JUCE makes it of the digits of the index, as it hashes any text. */
std::int32_t vitalParameterId (Control) noexcept;

/** A stored number as a host has it: 0 to 1 within the control's range. */
double normalisedOf (Control, double stored) noexcept;

/** What a host keeps of the plug-in when it has loaded a preset: IComponent::getState of a JUCE plug-in that can stand in for its VST2
    form, which is a bank of VST2 around the text of the preset. */
std::string vitalState (std::string_view preset);

/** The preset in such a state. Takes the bare preset, too, as the plug-in does. */
Result<std::string> presetOfVitalState (std::string_view state);

} // namespace athanor
