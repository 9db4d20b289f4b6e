// SPDX-License-Identifier: GPL-3.0-or-later
// What distortions and morphs make of their controls, and what modulates an oscillator.
#include "Modules/Synth/Oscillator/OscillatorWork.h"

namespace athanor::synth
{

void Oscillator::Work::setShapes (const Quantum&, Voice&, int) noexcept {}

void Oscillator::Work::extractModulator (Quantum&, int) noexcept {}

} // namespace athanor::synth
