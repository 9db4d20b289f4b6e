// SPDX-License-Identifier: GPL-3.0-or-later
// Four narrow band passes side by side that sing: vowels at the corners of a square.
#pragma once

#include "Modules/Synth/Filter/FilterRun.h"

namespace athanor::synth
{

class FormantFilter
{
public:
    void reset (dsp::Mask<8> lanes) noexcept;
    void process (const Turn&, const FilterControls&, const Buffer& in, Buffer& out) noexcept;

private:
    static constexpr std::size_t formants = 4;

    struct Coefficients
    {
        std::array<Svf<Lanes>::Shape, formants> shapes;
        std::array<Lanes, formants> drive, level;
    };

    void aim (const Turn&, const FilterControls&) noexcept;

    std::array<Walk<Lanes>, formants> damping, drive, level;
    Walk<Lanes> spread;
    std::array<Svf<Lanes>, formants> bands;
};

} // namespace athanor::synth
