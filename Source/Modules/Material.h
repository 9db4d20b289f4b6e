// SPDX-License-Identifier: GPL-3.0-or-later
// What a module plays beside its knobs, where that takes time to make.
#pragma once

namespace athanor
{

/** Made off the audio thread of what the project says about a module, and never changed. */
class Material
{
public:
    virtual ~Material() = default;
};

/** A module that plays a material. It is told when its knobs may have moved, for it may have too many to look at each of them in every
    quantum. */
class MaterialPlayer
{
public:
    virtual ~MaterialPlayer() = default;

    /** What it plays from now on. Null: as before. */
    virtual void setMaterial (const Material*) noexcept = 0;

    /** Whether it still needs a material that it was given. Of any thread. */
    virtual bool isPlaying (const Material*) const noexcept = 0;

    /** Told before the next quantum is processed. */
    virtual void knobsMoved() noexcept = 0;
};

} // namespace athanor
