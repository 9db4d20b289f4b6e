// SPDX-License-Identifier: GPL-3.0-or-later
// What a module plays beside its knobs, where that takes time to make.
#pragma once

namespace athanor
{

/** Made off the audio thread of what the project says about a module, and never changed: whoever plays it lets go of it when it is
    given another one. */
class Material
{
public:
    virtual ~Material() = default;
};

} // namespace athanor
