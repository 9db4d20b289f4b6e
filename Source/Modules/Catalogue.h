// SPDX-License-Identifier: GPL-3.0-or-later
// How a module's class becomes an entry of the catalogue. The entries themselves are made from Catalogue.txt.
#pragma once

#include "Modules/Registry.h"

#include <memory>
#include <vector>

namespace athanor
{

template <template <typename> typename Type, typename S>
std::unique_ptr<ModuleOf<S>> make()
{
    return std::make_unique<Type<S>>();
}

template <template <typename> typename Type>
constexpr ModuleType everywhere { &Type<dsp::Voices>::about, make<Type, dsp::Voices>, make<Type, dsp::Stereo> };

template <template <typename> typename Type>
constexpr ModuleType inVoices { &Type<dsp::Voices>::about, make<Type, dsp::Voices>, nullptr };

template <template <typename> typename Type>
constexpr ModuleType inTracks { &Type<dsp::Stereo>::about, nullptr, make<Type, dsp::Stereo> };

/** All of Catalogue.txt, in its order. */
std::vector<ModuleType> catalogue();

} // namespace athanor
