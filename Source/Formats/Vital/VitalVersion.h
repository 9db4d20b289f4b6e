// SPDX-License-Identifier: GPL-3.0-or-later
// Which version of Vital wrote something.
#pragma once

#include <array>
#include <compare>
#include <string_view>

namespace athanor
{

/** Numbers between dots; what is no number counts as 0. */
struct VitalVersion
{
    std::array<int, 4> numbers {};

    VitalVersion() = default;
    explicit VitalVersion (std::string_view text) noexcept;

    auto operator<=> (const VitalVersion&) const = default;

    bool isBefore (std::string_view other) const noexcept { return *this < VitalVersion (other); }

    /** Whether anything in it is a number other than 0: "", "abc" and "0.0.0" say nothing. */
    bool saysSomething() const noexcept { return *this != VitalVersion(); }
};

/** What we write, and whose sound we play. */
constexpr std::string_view vitalVersion = "1.0.6";

/** The newest of which we know what it adds. */
constexpr std::string_view newestVitalVersion = "1.5";

} // namespace athanor
